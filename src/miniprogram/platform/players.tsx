import { useEffect, useRef, useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Video } from '@tarojs/components';
import { SoundButton } from './sound-button';

export interface PlayerProps {
  src: string;
  label: string;
}

/** A recording: one tap plays it, one more stops it. */
export function Sound({ src, label }: PlayerProps): ReactNode {
  const [playing, setPlaying] = useState(false);
  const context = useRef<Taro.InnerAudioContext | null>(null);
  useEffect(
    () => () => {
      context.current?.destroy();
      context.current = null;
    },
    [src],
  );
  const toggle = (): void => {
    if (playing) {
      context.current?.stop();
      return;
    }
    context.current ??= openSound(src, () => setPlaying(false));
    context.current.play();
    setPlaying(true);
  };
  return <SoundButton playing={playing} label={label} onPress={toggle} />;
}

function openSound(src: string, onOver: () => void): Taro.InnerAudioContext {
  const audio = Taro.createInnerAudioContext();
  audio.src = src;
  audio.onEnded(onOver);
  audio.onStop(onOver);
  audio.onError(onOver);
  return audio;
}

/** A video with its controls. */
export function Film({ src, label }: PlayerProps): ReactNode {
  return <Video src={src} className="film" showMuteBtn aria-label={label} />;
}
