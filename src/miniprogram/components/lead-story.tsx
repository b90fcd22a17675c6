import type { ReactNode } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { sayDay, sayDayWithWeekday, sayFully } from '@shared/dates';
import { now } from '../data/now';
import { Box, Heading } from '../platform/elements';
import { DoorCard } from './door-card';
import { Fold } from './fold';
import { Section, Timeline } from './parts';
import { PhonesIn } from './phones';
import { PhotoStrip } from './photo-strip';

/** The answer, when there is one: solved, not yet possible, not adopted, or somewhere else to go. */
export function LeadAnswer({ lead }: { lead: TrackedLeadView }): ReactNode {
  const { outcome, decision, outOfScope, promise, releasedReply } = lead;
  const isSolved = outcome?.kind === 'resolved';
  // What the department wrote is often taken over as it is: nobody reads the same words twice.
  const repeats = isSolved && releasedReply?.text === outcome.summary;
  return (
    <Box className="stack">
      {outcome?.kind === 'resolved' ? (
        <Answer title="办的结果" text={outcome.summary} at={outcome.at}>
          {repeats ? <RepliedPhotos reply={releasedReply} /> : null}
        </Answer>
      ) : null}
      {outcome?.kind === 'unresolvable' ? (
        <Answer title="为什么眼下还办不了" text={outcome.reason} at={outcome.at}>
          <Part label="什么时候能办" text={outcome.whatWouldChange} />
        </Answer>
      ) : null}
      {promise && !outcome ? (
        <Answer title={`${lead.promiseUnitName}答应的事`} text={promise.text} at={promise.at}>
          <Part label="答应哪一天以前办好" text={sayDayWithWeekday(`${promise.dueOn}T10:00:00Z`, now())} />
        </Answer>
      ) : null}
      {releasedReply && !repeats ? (
        <Answer
          title={`${lead.handOverUnitName || '部门'}的答复`}
          text={releasedReply.text}
          at={releasedReply.at}
        >
          <RepliedPhotos reply={releasedReply} />
        </Answer>
      ) : null}
      {decision?.kind === 'declined' && !isSolved ? (
        <Answer title="为什么没有采纳" text={decision.reason} at={decision.at}>
          <Part label="您可以去" text={decision.goTo} />
          <PhonesIn text={decision.goTo} />
        </Answer>
      ) : null}
      {outOfScope ? <DoorCard door={outOfScope.door} note={outOfScope.note} /> : null}
      {decision?.kind === 'adopted' && decision.note && !outcome ? (
        <Answer title="县政协怎么说" text={decision.note} at={decision.at} />
      ) : null}
    </Box>
  );
}

function RepliedPhotos({ reply }: { reply: TrackedLeadView['releasedReply'] }): ReactNode {
  return <PhotoStrip urls={reply?.photoUrls ?? []} what="办理后的照片" />;
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
          {lead.placeName ? `${lead.placeName}，` : ''}
          {sayFully(lead.submittedAt)}
        </Box>
        {children}
      </Fold>
    </Box>
  );
}
