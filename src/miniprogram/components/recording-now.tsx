import { useEffect, useState, type ReactNode } from 'react';
import { VOICE_SECONDS_MAX } from '@contract/limits';
import { Block, Box } from '../platform/elements';
import { Button } from './button';

interface RecordingNowProps {
  onStop: () => void;
  onCancel: () => void;
}

/** While somebody speaks: how long there is left, and the two ways to end. */
export function RecordingNow({ onStop, onCancel }: RecordingNowProps): ReactNode {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <Box className="recording stack" role="group" label="正在录音">
      <Box className="row">
        <Block className="record-mark record-mark-on" />
        <Box className="strong" role="status">
          {`正在录，还能说${Math.max(0, VOICE_SECONDS_MAX - seconds)}秒`}
        </Box>
      </Box>
      <Button id="stop-recording" onPress={onStop}>
        说完了
      </Button>
      <Button kind="quiet" onPress={onCancel}>
        不要这段
      </Button>
    </Box>
  );
}
