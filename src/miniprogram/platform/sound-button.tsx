import type { ReactNode } from 'react';
import { Block, Press, Span } from './elements';

interface SoundButtonProps {
  playing: boolean;
  label: string;
  onPress: () => void;
}

/** What plays and stops a recording, and says which of the two the next tap does. */
export function SoundButton({ playing, label, onPress }: SoundButtonProps): ReactNode {
  const deed = playing ? '停下' : '听一听';
  return (
    <Press className="button button-plain sound" onPress={onPress} label={`${deed}：${label}`}>
      <Block className={playing ? 'sound-mark sound-mark-on' : 'sound-mark'} />
      <Span>{deed}</Span>
    </Press>
  );
}
