import type { LeadStatus } from '@contract/lead';
import { weightsOf } from '../duplicates/fingerprint';
import { chinaDate } from '../deadlines/working-days';
import type { Lead } from '../lead/lead';
import { firstVoices, placesOf, scoreOf, type Voice } from './heat';
import { issueTitle } from './issue-title';

/** A problem that several people speak of, as it is kept and listed. Numbers and words; never a person. */
export interface Issue {
  id: string;
  title: string;
  /** Leads that count: merged, withdrawn and private ones do not. */
  leads: number;
  people: number;
  /** Villages, and townships known without one. */
  placeIds: string[];
  townshipIds: string[];
  categoryId: string | null;
  statuses: Partial<Record<LeadStatus, number>>;
  /** The days on which somebody spoke up for the first time, oldest first, as far back as a page may show. */
  days: { day: string; people: number }[];
  score: number;
}

/** One of its leads, with everybody who speaks through it. */
export interface IssueLead {
  lead: Pick<Lead, 'id' | 'status' | 'placeId' | 'route' | 'submittedAt'>;
  submitterKey: string;
  text: string;
  print: string;
  voices: Voice[];
}

/** A problem of one person alone is no issue of the county's. */
export const LISTED_FROM_PEOPLE = 2;
/** A lead makes an issue of its own once so many people stand behind it. */
export const ALONE_FROM_PEOPLE = 3;
const DAYS_KEPT = 60;
/** The latest tellings make the title: comparing all of a large issue with all would take long. */
const TOLD_MOST = 30;

/** The issue its leads make, whatever order they came in; null when none of them counts any more. */
export function issueOf(
  id: string,
  leads: readonly IssueLead[],
  townships: readonly { id: string; name: string; shortName: string }[],
): Issue | null {
  if (leads.length === 0) return null;
  const inOrder = [...leads].sort(
    (a, b) => a.lead.submittedAt.localeCompare(b.lead.submittedAt) || (a.lead.id < b.lead.id ? -1 : 1),
  );
  const voices = inOrder.flatMap((one) => one.voices);
  const told = inOrder.slice(-TOLD_MOST).map((one) => ({
    personKey: one.submitterKey,
    text: one.text,
    weights: weightsOf(one.print),
    people: firstVoices(one.voices).size,
    route: one.lead.route,
  }));
  const townshipIds = inOrder.flatMap(({ lead }) => lead.route?.townshipId ?? []);
  return {
    id,
    title: issueTitle(told, townships),
    leads: leads.length,
    people: firstVoices(voices).size,
    placeIds: placesOf(voices),
    townshipIds: [...new Set(townshipIds)],
    categoryId: commonest(inOrder.flatMap(({ lead }) => lead.route?.categoryId ?? [])),
    statuses: countEach(inOrder.map(({ lead }) => lead.status)),
    days: daysOf(voices),
    score: scoreOf(voices),
  };
}

/** How many people spoke up for the first time on each of the last days, today last. */
export function lastDays({ days }: Pick<Issue, 'days'>, now: string, count: number): number[] {
  const people = new Map(days.map(({ day, people: many }) => [day, many]));
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.parse(now) - (count - 1 - index) * 24 * 60 * 60 * 1000).toISOString();
    return people.get(chinaDate(at)) ?? 0;
  });
}

function daysOf(voices: readonly Voice[]): Issue['days'] {
  const counts = countEach([...firstVoices(voices).values()].map(chinaDate));
  return Object.entries(counts)
    .map(([day, people]) => ({ day, people: people ?? 0 }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-DAYS_KEPT);
}

function countEach<Value extends string>(values: readonly Value[]): Partial<Record<Value, number>> {
  const counts: Partial<Record<Value, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The value that stands there most often; the earliest among equals. */
function commonest(values: readonly string[]): string | null {
  const counts = countEach(values);
  return values.reduce<string | null>(
    (best, value) => (best === null || (counts[value] ?? 0) > (counts[best] ?? 0) ? value : best),
    null,
  );
}
