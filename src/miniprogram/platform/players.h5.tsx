import { useRef, useState, type ReactNode } from 'react';
import { Box } from './elements';
import type { PlayerProps } from './players';
import { SoundButton } from './sound-button';

/** A recording: one tap plays it, one more stops it. A browser's own controls are too small for old eyes and fingers. */
export function Sound({ src, label }: PlayerProps): ReactNode {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const toggle = (): void => {
    const player = audio.current;
    if (player === null) return;
    if (!playing) return void player.play().catch(() => setBroken(true));
    player.pause();
    player.currentTime = 0;
  };
  return (
    <Box>
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={() => setBroken(true)}
      />
      <SoundButton playing={playing} label={label} onPress={toggle} />
      {broken ? (
        <Box className="field-problem" role="alert">
          这会儿放不出来，请过一会儿再点。
        </Box>
      ) : null}
    </Box>
  );
}

/** A video with the browser's own controls. */
export function Film({ src, label }: PlayerProps): ReactNode {
  return <video src={src} className="film" controls playsInline preload="metadata" aria-label={label} />;
}
