import { isQuiet, type LeadEvent } from '../../domain/lead/events';
import { evolve } from '../../domain/lead/evolve';
import { canBeSuggested } from '../../domain/duplicates/can-be-suggested';
import { boardKeysOf, isOnBoard } from '../../domain/publication/board-keys';
import { mayBeEmergency } from '../../domain/lead/emergency';
import { peopleIn, type Lead } from '../../domain/lead/lead';
import { nextAlarmAt } from '../../domain/deadlines/alarms';
import { officesAbove } from '../../domain/deadlines/offices-above';
import { replyKeysOf } from '../../domain/replies/reply-keys';
import { officeDueAt, turnOf } from '../../domain/lead/turn';
import { dayKeysOf, dueDateKeys } from '../../domain/statistics/day-keys';
import { overAt } from '../../domain/privacy/over-at';
import { queueKeysOf, scopeKeys } from '../../domain/statistics/queue-keys';
import type { Asked, LeadIndex, LeadRecord, LeadWrite, SealedEvent } from '../ports';
import { canonical } from '../canonical';
import { partsHeld } from '../privacy/erase-parts';
import type { Applying } from './applying';
import { messagesFor } from './messages';
import { officerMessagesFor } from './officer-messages';
import { personMessagesFor } from './person-messages';
import { covered, wordsIn } from './sealed-words';
import { summarise } from './queue-summary';

export { calendarOf } from '../../domain/deadlines/calendar-of';

/** The record after the events: state evolved, log sealed, messages put out, version one higher. */
export function apply(record: LeadRecord, events: readonly LeadEvent[], applying: Applying): LeadWrite {
  const lead = events.reduce<Lead>((state, event) => evolve(state, event), record.lead);
  const sealed = seal(record.events, events, applying);
  const next: LeadRecord = {
    ...record,
    lead,
    version: record.version + 1,
    deedVersion: events.length > 0 && events.every(isQuiet) ? record.deedVersion : record.version + 1,
    events: [...record.events, ...sealed],
    outbox: [
      ...record.outbox,
      ...messagesFor(record, lead, sealed, applying),
      ...officerMessagesFor(record.lead, lead, sealed, applying.county, peopleIn(record.content)),
      ...personMessagesFor(record, lead, sealed, applying.county),
    ],
  };
  return { record: next, index: indexOf(next, applying) };
}

/** Chains new events behind the log, so that an edited row is found. */
export function seal(
  log: readonly SealedEvent[],
  events: readonly LeadEvent[],
  { requestId, fingerprint, digest, draw }: Asked & Pick<Applying, 'digest' | 'draw'>,
): SealedEvent[] {
  let previous = log.at(-1)?.hash ?? '';
  return events.map((event, index) => {
    const seq = log.length + index;
    const nonce = wordsIn(event).length > 0 ? { nonce: draw() } : {};
    previous = digest(linkOf(previous, { seq, requestId, fingerprint, event, ...nonce }, digest));
    return { seq, requestId, fingerprint, hash: previous, event, ...nonce };
  });
}

const linkOf = (previous: string, sealed: Omit<SealedEvent, 'hash'>, digest: Applying['digest']): string =>
  [previous, sealed.seq, sealed.requestId, sealed.fingerprint, canonical(covered(sealed, digest))].join('\n');

/** Where a log was edited: the first broken seq, or null when it is whole. */
export function brokenAt(log: readonly SealedEvent[], digest: (text: string) => string): number | null {
  let previous = '';
  for (const [index, sealed] of log.entries()) {
    if (sealed.seq !== index || sealed.hash !== digest(linkOf(previous, sealed, digest))) return index;
    previous = sealed.hash;
  }
  return null;
}

/** Behind every date: what presses nobody stands last in a list by urgency. */
const NO_DATE = '9999';

/** What the record is found by. Derived, never edited. */
export function indexOf(
  record: LeadRecord,
  { county, calendar, digest }: Pick<Applying, 'county' | 'calendar' | 'digest'>,
): LeadIndex {
  const { lead } = record;
  const overAtOf = overAt(
    lead,
    record.events.map(({ event }) => event),
  );
  const dueAt = officeDueAt(lead, calendar);
  const scopes = scopeKeys(lead);
  const queueKeys = [...queueKeysOf(lead), ...dueDateKeys(dueAt, scopes)];
  return {
    order: orderOf(lead),
    queueKeys,
    dueKeys: turnOf(lead) === null ? [] : ['all', ...scopes, ...dayKeysOf(lead, scopes)],
    dueOrder: `${dueAt ?? NO_DATE}#${lead.id.slice(0, 10)}`,
    pressing: mayBeEmergency(lead),
    nextDueAt: nextAlarmAt(lead, calendar, county.policy, officesAbove(lead, county)),
    outboxDueAt: record.outbox[0]?.at ?? null,
    publishedIn: boardKeysOf(lead, county),
    publishedAt: isOnBoard(lead) ? `${lead.published?.at ?? ''}#${lead.id.slice(0, 10)}` : null,
    replyKeys: replyKeysOf(
      lead,
      record.events.map(({ event }) => event),
      digest,
    ),
    gramKeys: canBeSuggested(lead) ? record.found.keys : [],
    overAt: overAtOf,
    retains: overAtOf === null ? [] : partsHeld(record),
    voiceKeys: voiceKeysOf(record),
    summary: summarise(record, county, digest),
  };
}

/** Who is behind it beside who filed it: each once. */
const voiceKeysOf = ({ cosigners, content, followers }: LeadRecord): string[] => [
  ...new Set([
    ...cosigners.map(({ personKey }) => personKey),
    ...followers.flatMap(({ personKey }) => personKey ?? []),
    ...(content.person?.key ? [content.person.key] : []),
  ]),
];

/** Newest first, and never two the same: the moment, then a piece of the id. */
export const orderOf = (lead: Pick<Lead, 'submittedAt' | 'id'>): string =>
  `${lead.submittedAt}#${lead.id.slice(0, 10)}`;
