import type { ReactNode } from 'react';
import type { DraftReading } from '@contract/lead-views';
import { DoorCard } from '../../components/door-card';
import { Emergency } from '../../components/emergency';
import { Notice } from '../../components/parts';
import { Box } from '../../platform/elements';

/** The right door for what is being written, before it is sent: danger loudly, everything else as a hint. */
export function Elsewhere({ elsewhere }: { elsewhere: DraftReading['elsewhere'] }): ReactNode {
  if (elsewhere === null) return null;
  if (elsewhere.kind === 'emergency') {
    return (
      <Box className="stack" id="elsewhere">
        <Emergency />
        <Notice tone="stop" title="有危险，先打电话">
          {elsewhere.text}
        </Notice>
      </Box>
    );
  }
  return (
    <Box className="stack" id="elsewhere">
      <Notice tone="warn">{elsewhere.text}</Notice>
      <DoorCard door={elsewhere.door} />
      <Box className="note">要是说的不是这种事，照样在这里提交。</Box>
    </Box>
  );
}
