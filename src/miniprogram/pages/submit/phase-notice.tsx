import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { DoorCard } from '../../components/door-card';
import { Notice } from '../../components/parts';
import { Box } from '../../platform/elements';
import type { SubmitPhase } from './use-submission';

interface PhaseNoticeProps {
  phase: SubmitPhase;
  onWithoutStuck: () => void;
  onAgain: () => void;
}

/** What became of the last try to send, in words, with what one can do now. */
export function PhaseNotice({ phase, onWithoutStuck, onAgain }: PhaseNoticeProps): ReactNode {
  switch (phase.name) {
    case 'idle':
    case 'sending':
      return null;
    case 'problems':
      return (
        <Notice tone="stop" title="还差一点">
          请看下面红字的地方，改好再提交。
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
    case 'unsent':
      return (
        <Notice tone="warn" title="还没有发出去">
          {`${phase.message}您写的都存在这台手机里，不会丢。有网络时我们会自动再发，不会发重。`}
        </Notice>
      );
    case 'photosStuck':
      return (
        <Box className="stack">
          <Notice tone="warn" title={`有${phase.count}张照片没传上去`}>
            文字还没有提交。可以再试一次，也可以先不带这几张照片。
          </Notice>
          <Button kind="plain" onPress={onAgain}>
            再试一次
          </Button>
          <Button kind="quiet" onPress={onWithoutStuck}>
            不带这几张，先提交
          </Button>
        </Box>
      );
  }
}
