import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { DoorCard } from '../../components/door-card';
import { Notice } from '../../components/parts';
import type { OutboxPhase } from '../../data/outbox-phase';
import { Box } from '../../platform/elements';

interface PhaseNoticeProps {
  phase: OutboxPhase;
  onWithoutStuck: () => void;
}

/** What became of the last try to send, in words, with what one can do now. What waits has a card of its own. */
export function PhaseNotice({ phase, onWithoutStuck }: PhaseNoticeProps): ReactNode {
  switch (phase.name) {
    case 'idle':
    case 'sending':
    case 'waiting':
    case 'sent':
      return null;
    case 'problems':
      return (
        <Notice tone="stop" title="还差一点">
          {Object.values(phase.problems).map((problem) => (
            <Box key={problem}>{problem}</Box>
          ))}
        </Notice>
      );
    case 'refused':
      return (
        <Box className="stack">
          <Notice tone="stop" title="没有提交成功">
            {phase.message}
          </Notice>
          {phase.door ? <DoorCard door={phase.door} /> : null}
        </Box>
      );
    case 'stuck':
      return (
        <Box className="stack">
          <Notice tone="warn" title={`有${phase.gone}个文件不在这台手机里了`}>
            文字还没有提交。可以去掉它们、重新选，也可以先不带它们提交。
          </Notice>
          <Button kind="plain" onPress={onWithoutStuck}>
            不带它们，先提交
          </Button>
        </Box>
      );
  }
}
