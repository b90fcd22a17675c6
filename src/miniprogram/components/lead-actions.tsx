import { useEffect, useRef, useState, type ReactNode } from 'react';
import { NOTE_MAX } from '@contract/limits';
import type { TrackedLeadView } from '@contract/lead-views';
import { sayDayWithWeekday } from '@shared/dates';
import { now } from '../data/now';
import { readAnswer } from '../data/kept-answers';
import { hasArrived } from '../data/supplements';
import { useKeptAnswer } from '../data/use-kept-answer';
import { useLeadCommand, type HeldLead } from '../data/use-lead-command';
import { Box, Heading } from '../platform/elements';
import { Button } from './button';
import { TextField } from './fields';
import { ASKS, askedOf } from './feedback/feedback-form';
import { NotifyMe } from './notify-me';
import { Notice } from './parts';

/** What the resident may do now, and nothing else; taking it back stands at the end of the page. */
export function LeadActions<View extends TrackedLeadView>({
  onFeedback,
  ...heldLead
}: HeldLead<View> & { onFeedback: () => void }): ReactNode {
  const { lead, held, onChanged } = heldLead;
  const [agreeTo, setAgreeTo] = useState(false);
  const may = new Set(lead.allowed);
  const onMoved = (next: View): void => {
    // WeChat tells the one who submitted it, on the phone it was submitted from.
    setAgreeTo('leadId' in held);
    onChanged(next);
  };
  // Once it is answered and rated, the button to rate it again is no longer the main thing.
  const isRated = lead.status === 'closed' || (lead.feedback.at(-1)?.at ?? '') > (lead.outcome?.at ?? '');
  return (
    <Box className="stack">
      {may.has('giveFeedback') ? (
        <Button id="go-feedback" kind={isRated ? 'plain' : 'primary'} onPress={onFeedback}>
          {isRated ? '又出问题了，再说说' : ASKS[askedOf(lead)].button}
        </Button>
      ) : null}
      {may.has('chaseLead') ? <ChasePart {...heldLead} onChanged={onMoved} /> : null}
      {may.has('giveSupplement') ? <SupplementPart {...heldLead} onChanged={onMoved} /> : null}
      {agreeTo ? <NotifyMe words="有结果时微信告诉我" /> : null}
    </Box>
  );
}

/** Once for each date that passed. */
function ChasePart<View extends TrackedLeadView>(heldLead: HeldLead<View>): ReactNode {
  const command = useLeadCommand('chaseLead', heldLead);
  return (
    <Box className="stack">
      <Box className="quiet">催一下，县政协和正在办的人马上能看到。</Box>
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button id="chase" busy={command.running ? '正在催…' : null} onPress={() => command.run({})}>
        催一催
      </Button>
    </Box>
  );
}

/** What the committee asks stands open; of one's own accord one asks for the form first. */
function SupplementPart<View extends TrackedLeadView>(heldLead: HeldLead<View>): ReactNode {
  const question = heldLead.lead.supplements.find(({ answer }) => answer === null)?.question ?? null;
  const [wanted, setWanted] = useState(() => isUnsent(heldLead.lead));
  if (question === null && !wanted)
    return (
      <Button id="add-words" kind="plain" onPress={() => setWanted(true)}>
        再补充一句
      </Button>
    );
  const onChanged = (next: View): void => {
    setWanted(false);
    heldLead.onChanged(next);
  };
  return (
    <SupplementForm
      {...heldLead}
      question={question}
      onChanged={onChanged}
      onArrived={() => setWanted(false)}
    />
  );
}

const NOTHING = { text: '' };
const keptUnder = ({ number }: TrackedLeadView): string => `supplement ${number}`;

/** Whether something was begun that is not in the lead yet. */
function isUnsent(lead: TrackedLeadView): boolean {
  const { text } = readAnswer(keptUnder(lead), NOTHING);
  return text !== '' && !hasArrived(text, lead);
}

/** Looks once at each lead that comes in, never at what is being typed. */
function useWithEachLead(lead: TrackedLeadView, look: () => void): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => latest.current(), [lead]);
}

function SupplementForm<View extends TrackedLeadView>({
  question,
  onArrived,
  ...heldLead
}: HeldLead<View> & { question: string | null; onArrived: () => void }): ReactNode {
  const { lead } = heldLead;
  const { value, change, forget } = useKeptAnswer(keptUnder(lead), NOTHING);
  const { text } = value;
  useWithEachLead(lead, () => {
    if (!hasArrived(text, lead)) return;
    change(NOTHING);
    forget();
    onArrived();
  });
  const onChanged = (next: View): void => {
    forget();
    heldLead.onChanged(next);
  };
  const command = useLeadCommand('giveSupplement', { ...heldLead, onChanged });
  return (
    <Box className="card stack">
      <Heading level={2}>{question === null ? '再补充一句' : '想请您补充'}</Heading>
      {question === null ? (
        <Box className="quiet">门牌号、哪一盏灯、什么时候，想起什么都可以说。</Box>
      ) : (
        <Box className="lead said">{question}</Box>
      )}
      {lead.deadline?.kind === 'supplement' ? (
        <Box className="quiet">{`${sayDayWithWeekday(lead.deadline.dueAt, now())}以前都可以写。`}</Box>
      ) : null}
      <TextField
        id="supplement"
        label={question === null ? '您想补充的' : '您的补充'}
        short
        value={text}
        maxLength={NOTE_MAX}
        onInput={(words) => change({ text: words })}
      />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="send-supplement"
        disabled={text.trim() === ''}
        busy={command.running ? '正在提交…' : null}
        onPress={() => command.run({ text: text.trim() })}
      >
        提交补充
      </Button>
    </Box>
  );
}
