import { useState, type ReactNode } from 'react';
import type { Consents } from '@contract/actions';
import { api } from '../data/api';
import { useCommand } from '../data/use-command';
import { useLoad } from '../data/use-load';
import { Box } from '../platform/elements';
import { host } from '../platform/host';
import { Button } from './button';
import { Notice } from './parts';

/** How many more messages WeChat will bring, and the way to agree to another. Nothing where there is no such way. */
export function NotifyMe({ words }: { words: string }): ReactNode {
  const { state, show } = useLoad<Consents>(host.canNotify ? 'consents' : null, () =>
    api.call('resident.getConsents', {}),
  );
  if (state.phase !== 'ready' || state.data.templates.length === 0) return null;
  return <Asking consents={state.data} words={words} onChanged={show} />;
}

interface AskingProps {
  consents: Consents;
  words: string;
  onChanged: (consents: Consents) => void;
}

function Asking({ consents, words, onChanged }: AskingProps): ReactNode {
  const [declined, setDeclined] = useState(false);
  const command = useCommand('resident.recordConsents', onChanged);
  const ask = (): void =>
    void host.askToNotify(consents.templates).then((accepted) => {
      setDeclined(accepted.length === 0);
      if (accepted.length > 0) command.run({ accepted });
    });
  return (
    <Box className="stack" id="notify-me">
      <Box className="quiet">
        {consents.left > 0
          ? `还能收到 ${consents.left} 条微信提醒。`
          : '现在不会有微信提醒，消息都在「我反映过的事」里。'}
      </Box>
      {declined ? <Notice>没有同意也没关系，随时回来看就行。</Notice> : null}
      {command.problem ? <Notice tone="warn">{command.problem}</Notice> : null}
      <Button id="ask-to-notify" kind="plain" busy={command.running ? '正在记下…' : null} onPress={ask}>
        {words}
      </Button>
    </Box>
  );
}
