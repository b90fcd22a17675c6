import { PACE_DAYS_MAX, type Pace, type Trait } from '@contract/statistics';
import { chinaDate } from '../deadlines/working-days';
import { isPrivate } from '../lead/lifecycle';
import type { Lead } from '../lead/lead';

/**
 * The keys of how a lead went, beside those of queue-keys; they stand alone, paired with nothing:
 *   `f:<trait>`           what else is counted of it
 *   `w:<pace>:<days>`     how many days something took, one key a pace
 *   `v:<day>:<print>`     the consultations it was spoken of in; private leads have none
 */
export function courseKeysOf(lead: Lead): string[] {
  return [
    ...traitsOf(lead).map(traitKey),
    ...pacesOf(lead).map(([pace, days]) => paceKey(pace, days)),
    ...sessionsOf(lead).map(sessionKey),
  ];
}

export const traitKey = (trait: Trait): string => `f:${trait}`;
export const paceKey = (pace: Pace, days: number): string => `w:${pace}:${days}`;
export const sessionKey = (session: string): string => `v:${session}`;
/** Whether the key is one of these, so that it stands in no pair. */
export const isCourseKey = (key: string): boolean => /^[fwv]:/.test(key);

/** What else is true of the lead, in the order of TRAITS. */
function traitsOf(lead: Lead): Trait[] {
  const { acceptedAt, repliedAt, wasLate } = lead.course;
  const said = lead.feedback.at(-1);
  const traits: [Trait, boolean][] = [
    ['accepted', acceptedAt !== null],
    ['replied', repliedAt !== null],
    ['late', wasLate],
    ['bounced', lead.bounces > 0],
    ['promised', lead.clock?.kind === 'promise'],
    ['consulted', lead.consultations.length > 0],
    ['fixed', said?.fixed === true],
    ['notFixed', said?.fixed === false],
  ];
  return [
    ...traits.flatMap(([trait, is]) => (is ? [trait] : [])),
    ...(said ? [STARS[said.stars] ?? 'stars1'] : []),
  ];
}
const STARS: Record<number, Trait> = { 1: 'stars1', 2: 'stars2', 3: 'stars3', 4: 'stars4', 5: 'stars5' };

/**
 * How many days of the calendar each step took that was taken, from the day the lead was received. An old ledger tells
 * what was done, not when: what came from one has no times.
 */
export function pacesOf(lead: Lead): [Pace, number][] {
  if (lead.entry === 'ledger') return [];
  const { acceptedAt, repliedAt } = lead.course;
  const moments: [Pace, string | null][] = [
    ['accept', acceptedAt],
    ['adopt', lead.decision?.kind === 'adopted' ? lead.decision.at : null],
    ['reply', repliedAt],
    ['resolve', lead.outcome?.kind === 'resolved' ? lead.outcome.at : null],
  ];
  return moments.flatMap(([pace, at]) =>
    at === null ? [] : [[pace, daysFrom(lead.submittedAt, at)] as [Pace, number]],
  );
}

function daysFrom(from: string, to: string): number {
  const day = (at: string): number => Date.parse(`${chinaDate(at)}T00:00:00Z`) / 86_400_000;
  return Math.min(Math.max(0, day(to) - day(from)), PACE_DAYS_MAX);
}

/** A consultation about several leads is written down with each: the same day and place is the same one. */
function sessionsOf(lead: Lead): string[] {
  if (isPrivate(lead)) return [];
  return [...new Set(lead.consultations.map(({ heldOn, place }) => `${heldOn}:${printOf(place)}`))];
}

/** A short print of the place's name: the name itself is not for everybody who reads figures (FNV-1a, 32 bits). */
function printOf(place: string): string {
  let hash = 0x811c9dc5;
  for (const char of place.replace(/\s/g, '')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
