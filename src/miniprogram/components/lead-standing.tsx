import type { ReactNode } from 'react';
import { STATUS_EXPLANATIONS, STATUS_WORDS } from '@contract/labels-zh';
import type { LeadStatus } from '@contract/lead';
import type { TrackedLeadView } from '@contract/lead-views';
import { daysBetween, sayDayWithWeekday } from '@shared/dates';
import { sayCosigns } from '@shared/presenters';
import { now } from '../data/now';
import { Box, Heading, Span } from '../platform/elements';
import { Notice, StatusMark } from './parts';
import { Words } from './words';

/** Where the matter stands, at the top of its page: status, what that means, what comes next, who has it and by which day. */
export function LeadStanding({ lead }: { lead: TrackedLeadView }): ReactNode {
  const { title, more } = standingOf(lead);
  return (
    <Box className="stack">
      <Box className="row-spread">
        <StatusMark status={lead.status} />
        <Box className="note">编号 {lead.number}</Box>
      </Box>
      <Heading level={1} className="standing">
        <Words text={title} />
      </Heading>
      {more === null ? null : lead.overdue ? (
        <Notice tone="stop">
          <Words text={more} />
        </Notice>
      ) : (
        <Box className="lead">
          <Words text={more} />
        </Box>
      )}
      <WhoAndWhen lead={lead} />
      <OtherNumbers lead={lead} />
      {lead.cosigns > 0 ? <Box className="note">{sayCosigns(lead.cosigns)}。</Box> : null}
    </Box>
  );
}

/** Once nothing more will happen, what comes next says it all; until then it follows the meaning of the status. */
const OVER: readonly LeadStatus[] = ['closed', 'withdrawn'];
const ANSWERED: readonly LeadStatus[] = ['declined', 'outOfScope'];

function standingOf({ status, next, deadline }: TrackedLeadView): { title: string; more: string | null } {
  if (deadline?.kind === 'review') return { title: '您说还没有好，县政协正在复查。', more: next };
  if (OVER.includes(status)) return { title: next, more: null };
  const meaning = STATUS_EXPLANATIONS[status];
  // What comes next already points at the answer below: the title says the one thing that happened.
  const title = ANSWERED.includes(status) ? `${meaning.split('。')[0] ?? meaning}。` : meaning;
  return { title, more: next === '' ? null : next };
}

/** Two lines that can be taken in at a glance, as long as an office has the next move. */
function WhoAndWhen({ lead: { holder, deadline, overdue } }: { lead: TrackedLeadView }): ReactNode {
  if (holder === '' || holder === '您') return null;
  const left = deadline === null ? null : daysBetween(now(), deadline.dueAt);
  return (
    <Box className="card facts care-hides" id="who-and-when">
      <Box className="fact-line">
        <Span className="quiet">现在等谁</Span>
        <Span className="strong">{holder}</Span>
      </Box>
      {deadline === null || left === null ? null : (
        <Box className="fact-line">
          <Span className="quiet">{overdue ? '本来该在' : '最晚'}</Span>
          <Span className="strong">
            {sayDayWithWeekday(deadline.dueAt, now())}
            {sayLeft(left, overdue)}
          </Span>
        </Box>
      )}
    </Box>
  );
}

function sayLeft(days: number, overdue: boolean): string {
  if (days < 0) return `，过了${-days}天`;
  if (overdue) return '，已经过了';
  return days === 0 ? '，就是今天' : `，还有${days}天`;
}

/** Where else the matter goes on: what it was merged into, and what was taken out of it. */
function OtherNumbers({ lead }: { lead: TrackedLeadView }): ReactNode {
  const { goesOn, partNumbers, splitFromNumber } = lead;
  return (
    <>
      {goesOn ? (
        <Box className="card stack" id="goes-on">
          <Heading level={2}>和这件一起办</Heading>
          <Box className="strong unbroken">{goesOn.number}</Box>
          <Box className="strong">{STATUS_WORDS[goesOn.status]}</Box>
          <Box>
            <Words text={goesOn.next} />
          </Box>
          <Box className="note">
            <Words text={`您还用自己的编号 ${lead.number} 查，看到的是一样的进展。`} />
          </Box>
        </Box>
      ) : null}
      {partNumbers.length > 0 ? (
        <Notice title="您说的不止一件事">
          <Words
            text={`另外的单独办，编号 ${partNumbers.join('、')}，在「我反映过的事」里能看到。这里接着办剩下的。`}
          />
        </Notice>
      ) : null}
      {splitFromNumber ? <Box className="note">这是从 {splitFromNumber} 里分出来的一件。</Box> : null}
    </>
  );
}
