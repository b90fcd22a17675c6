import { useState, type ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import type { ResidentLeadView } from '@contract/lead-views';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { Sheet } from '../../components/sheet';
import { useCommand } from '../../data/use-command';
import type { HeldLead } from '../../data/use-lead-command';
import { Box } from '../../platform/elements';

/** One's own lead on its page. */
export type ChangingLead = Omit<HeldLead<ResidentLeadView>, 'held'>;

/** The way out, at the end of the page and never the first thing one sees. */
export function WithdrawPart({ lead, onChanged, onStale }: ChangingLead): ReactNode {
  const [withdrawing, setWithdrawing] = useState(false);
  if (!lead.allowed.includes('withdrawLead')) return null;
  return (
    <Box>
      <Button id="withdraw" kind="quiet" onPress={() => setWithdrawing(true)}>
        不用办了，撤回
      </Button>
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

function WithdrawSheet({
  lead,
  onChanged,
  onStale,
  onClose,
}: ChangingLead & { onClose: () => void }): ReactNode {
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
