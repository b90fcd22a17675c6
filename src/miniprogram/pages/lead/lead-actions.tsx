import { useState, type ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import type { ResidentLeadView } from '@contract/lead-views';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { NotifyMe } from '../../components/notify-me';
import { Sheet } from '../../components/sheet';
import { useCommand } from '../../data/use-command';
import { Box, Heading } from '../../platform/elements';
import { open } from '../../platform/navigate';

interface LeadActionsProps {
  lead: ResidentLeadView;
  onChanged: (lead: ResidentLeadView) => void;
  onStale: () => void;
}

/** What the resident may do now, and nothing else. */
export function LeadActions({ lead, onChanged, onStale }: LeadActionsProps): ReactNode {
  const [withdrawing, setWithdrawing] = useState(false);
  const [supplemented, setSupplemented] = useState(false);
  const may = new Set(lead.allowed);
  const onSupplemented = (next: ResidentLeadView): void => {
    setSupplemented(true);
    onChanged(next);
  };
  return (
    <Box className="stack">
      {may.has('giveFeedback') ? (
        <Button id="go-feedback" onPress={() => open('feedback', { leadId: lead.id })}>
          说说解决了没有
        </Button>
      ) : null}
      {may.has('giveSupplement') ? (
        <SupplementForm lead={lead} onChanged={onSupplemented} onStale={onStale} />
      ) : null}
      {supplemented ? <NotifyMe words="有结果时微信告诉我" /> : null}
      {may.has('withdrawLead') ? (
        <Button id="withdraw" kind="quiet" onPress={() => setWithdrawing(true)}>
          不用办了，撤回
        </Button>
      ) : null}
      {withdrawing ? (
        <WithdrawSheet
          lead={lead}
          onChanged={onChanged}
          onStale={onStale}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </Box>
  );
}

function SupplementForm({ lead, onChanged, onStale }: LeadActionsProps): ReactNode {
  const [text, setText] = useState('');
  const command = useCommand('resident.giveSupplement', onChanged, onStale);
  const question = lead.supplements.find(({ answer }) => answer === null)?.question;
  return (
    <Box className="card stack">
      <Heading level={2}>{question ? '想请您补充' : '补充情况'}</Heading>
      {question ? <Box className="lead said">{question}</Box> : null}
      <TextField id="supplement" label="您的补充" short value={text} maxLength={NOTE_MAX} onInput={setText} />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="send-supplement"
        disabled={text.trim() === ''}
        busy={command.running ? '正在提交…' : null}
        onPress={() => command.run({ leadId: lead.id, version: lead.version, text: text.trim() })}
      >
        提交补充
      </Button>
    </Box>
  );
}

function WithdrawSheet({
  lead,
  onChanged,
  onStale,
  onClose,
}: LeadActionsProps & { onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const changed = (next: ResidentLeadView): void => {
    onClose();
    onChanged(next);
  };
  const command = useCommand('resident.withdrawLead', changed, onStale);
  const input = {
    leadId: lead.id,
    version: lead.version,
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
  return (
    <Sheet title="真的不用办了吗？" onClose={onClose}>
      <Box className="lead">撤回以后，这件事就不再办了。以后还可以重新反映。</Box>
      <TextField
        id="withdraw-reason"
        label="为什么撤回"
        optional
        short
        value={reason}
        maxLength={NOTE_MAX}
        onInput={setReason}
      />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="confirm-withdraw"
        kind="serious"
        busy={command.running ? '正在撤回…' : null}
        onPress={() => command.run(input)}
      >
        撤回
      </Button>
    </Sheet>
  );
}
