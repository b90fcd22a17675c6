import { useState, type ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import type { ResidentLeadView } from '@contract/lead-views';
import { sayDayWithWeekday } from '@shared/dates';
import { Button } from '../../components/button';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { NotifyMe } from '../../components/notify-me';
import { Sheet } from '../../components/sheet';
import { now } from '../../data/now';
import { useCommand } from '../../data/use-command';
import { Box, Heading } from '../../platform/elements';
import { open } from '../../platform/navigate';

export interface ChangingLead {
  lead: ResidentLeadView;
  onChanged: (lead: ResidentLeadView) => void;
  onStale: () => void;
}

/** What the resident may do now, and nothing else; taking it back stands at the end of the page. */
export function LeadActions({ lead, onChanged, onStale }: ChangingLead): ReactNode {
  const [agreeTo, setAgreeTo] = useState(false);
  const may = new Set(lead.allowed);
  const onMoved = (next: ResidentLeadView): void => {
    setAgreeTo(true);
    onChanged(next);
  };
  // Once it is answered and rated, the button to rate it again is no longer the main thing.
  const isRated = lead.status === 'closed' || (lead.feedback.at(-1)?.at ?? '') > (lead.outcome?.at ?? '');
  return (
    <Box className="stack">
      {may.has('giveFeedback') ? (
        <Button
          id="go-feedback"
          kind={isRated ? 'plain' : 'primary'}
          onPress={() => open('feedback', { leadId: lead.id })}
        >
          {isRated ? '又出问题了，再说说' : '说说解决了没有'}
        </Button>
      ) : null}
      {may.has('giveSupplement') ? (
        <SupplementForm lead={lead} onChanged={onMoved} onStale={onStale} />
      ) : null}
      {may.has('chaseLead') ? <ChasePart lead={lead} onChanged={onMoved} onStale={onStale} /> : null}
      {agreeTo ? <NotifyMe words="有结果时微信告诉我" /> : null}
    </Box>
  );
}

/** Once for each date that passed. */
function ChasePart({ lead, onChanged, onStale }: ChangingLead): ReactNode {
  const command = useCommand('resident.chaseLead', onChanged, onStale);
  return (
    <Box className="stack">
      <Box className="quiet">催一下，县政协和正在办的人马上能看到。</Box>
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="chase"
        busy={command.running ? '正在催…' : null}
        onPress={() => command.run({ leadId: lead.id, version: lead.version })}
      >
        催一催
      </Button>
    </Box>
  );
}

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

function SupplementForm({ lead, onChanged, onStale }: ChangingLead): ReactNode {
  const [text, setText] = useState('');
  const command = useCommand('resident.giveSupplement', onChanged, onStale);
  const question = lead.supplements.find(({ answer }) => answer === null)?.question;
  return (
    <Box className="card stack">
      <Heading level={2}>{question ? '想请您补充' : '补充情况'}</Heading>
      {question ? <Box className="lead said">{question}</Box> : null}
      {lead.deadline?.kind === 'supplement' ? (
        <Box className="quiet">{`${sayDayWithWeekday(lead.deadline.dueAt, now())}以前都可以写。`}</Box>
      ) : null}
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
