import type { ReactNode } from 'react';
import { STATUS_EXPLANATIONS } from '@contract/labels-zh';
import type { LeadStatus } from '@contract/lead';
import type { TrackedLeadView } from '@contract/lead-views';
import { sayDay, sayFully } from '@shared/dates';
import { sayCosigns, sayDeadline } from '@shared/presenters';
import { now } from '../data/now';
import { Box, Heading } from '../platform/elements';
import { DoorCard } from './door-card';
import { Fold } from './fold';
import { Notice, Section, StatusMark, Timeline } from './parts';
import { PhotoStrip } from './photo-strip';

/** Where the matter stands, at the top of its page: status, what that means, what comes next and by when. */
export function LeadStanding({ lead }: { lead: TrackedLeadView }): ReactNode {
  const overdue = lead.overdue ? sayDeadline(lead.deadline, true, now()) : null;
  const { title, more } = standingOf(lead);
  return (
    <Box className="stack">
      <Box className="row-spread">
        <StatusMark status={lead.status} />
        <Box className="note">编号 {lead.number}</Box>
      </Box>
      <Heading level={1} className="standing">
        {title}
      </Heading>
      {more ? <Box className="lead">{more}</Box> : null}
      {lead.cosigns > 0 ? <Box className="note">{sayCosigns(lead.cosigns)}。</Box> : null}
      {overdue ? <Notice tone="stop">{overdue}</Notice> : null}
    </Box>
  );
}

/** Once nothing more will happen, what comes next says it all; until then it follows the meaning of the status. */
const OVER: readonly LeadStatus[] = ['closed', 'merged', 'withdrawn'];
/** Here the meaning already points at the answer below. */
const ANSWERED: readonly LeadStatus[] = ['declined', 'outOfScope'];

function standingOf({ status, next }: TrackedLeadView): { title: string; more: string | null } {
  const meaning = STATUS_EXPLANATIONS[status];
  if (next === '' || next === meaning || ANSWERED.includes(status)) return { title: meaning, more: null };
  return OVER.includes(status) ? { title: next, more: null } : { title: meaning, more: next };
}

/** The answer, when there is one: solved, not yet possible, not adopted, or somewhere else to go. */
export function LeadAnswer({ lead }: { lead: TrackedLeadView }): ReactNode {
  const { outcome, decision, outOfScope, promise, releasedReply } = lead;
  return (
    <Box className="stack">
      {outcome?.kind === 'resolved' ? (
        <Answer title="办的结果" text={outcome.summary} at={outcome.at} />
      ) : null}
      {outcome?.kind === 'unresolvable' ? (
        <Answer title="为什么眼下还解决不了" text={outcome.reason} at={outcome.at}>
          <Part label="什么时候能办" text={outcome.whatWouldChange} />
        </Answer>
      ) : null}
      {promise && !outcome ? (
        <Answer title={`${lead.promiseUnitName}答应的事`} text={promise.text} at={promise.at}>
          <Part label="答应哪一天以前办好" text={promise.dueOn} />
        </Answer>
      ) : null}
      {releasedReply ? (
        <Answer
          title={`${lead.handOverUnitName || '部门'}的答复`}
          text={releasedReply.text}
          at={releasedReply.at}
        >
          <PhotoStrip urls={releasedReply.photoUrls ?? []} what="办理后的照片" />
        </Answer>
      ) : null}
      {decision?.kind === 'declined' ? (
        <Answer title="为什么没有采纳" text={decision.reason} at={decision.at}>
          <Part label="您可以去" text={decision.goTo} />
        </Answer>
      ) : null}
      {outOfScope ? <DoorCard door={outOfScope.door} note={outOfScope.note} /> : null}
    </Box>
  );
}

function Answer({
  title,
  text,
  at,
  children,
}: {
  title: string;
  text: string;
  at: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <Box className="card stack">
      <Heading level={2}>{title}</Heading>
      <Box className="said">{text}</Box>
      {children}
      <Box className="note">{sayDay(at, now())}</Box>
    </Box>
  );
}

function Part({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <Box>
      <Box className="strong">{label}</Box>
      <Box className="said">{text}</Box>
    </Box>
  );
}

/** What happened so far, and the words it began with. */
export function LeadPast({ lead, children }: { lead: TrackedLeadView; children?: ReactNode }): ReactNode {
  return (
    <Box className="stack-wide">
      <Section title="一步一步">
        <Timeline entries={lead.timeline} />
      </Section>
      <Fold title="当时是这样写的">
        <Box className="said">{lead.text}</Box>
        <Box className="note">
          {lead.placeName ? `${lead.placeName} · ` : ''}
          {sayFully(lead.submittedAt)}
        </Box>
        {children}
      </Fold>
    </Box>
  );
}
