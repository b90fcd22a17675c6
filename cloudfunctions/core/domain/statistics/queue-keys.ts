import type { QueueFilter, Dimension, Measure, QueueMark } from '@contract/statistics';
import { isAllowed, isPrivate } from '../lead/lifecycle';
import type { Lead } from '../lead/lead';
import { chinaDate } from '../deadlines/working-days';
import { callKeysOf } from './call-keys';
import { courseKeysOf, isCourseKey, paceKey, sessionKey, traitKey } from './course-keys';
import { isOnBoard } from '../publication/board-keys';
import { dayKeysOf, FACT_OF_GROUP } from './day-keys';

/**
 * The keys under which a lead is listed and counted. A list is "the leads with this key", a figure is "how many have
 * it": so every figure opens a list of exactly its length. Keys are
 *   `all`, `s:<status>`, `m:<measure>`                 the whole county
 *   `t:` `c:` `g:` `u:` `o:` `e:` `k:` + id            township, category, sector, unit, month, entry, code
 *   `x:<mark>`                                          category to be confirmed, private, …; said by staff
 *   `in:t:` `in:g:` `in:u:` + id                       what a township, a sector or a unit may see (private leads: none)
 *                                                      (`t:`, `g:`, `u:` and `k:` of private leads are `none`)
 *   `p:` + id                                          the hot issue it belongs to
 * and `<status or measure>|<one of the others>` for the pairs that queues and tables use; `d:…` are the day's (day-keys),
 * `f:…`, `w:…` and `v:…` tell how the lead went (course-keys), `y:…` whom it calls (call-keys).
 */
export function queueKeysOf(lead: Lead): string[] {
  const facts = [
    `s:${lead.status}`,
    ...measuresOf(lead).map((measure) => `m:${measure}`),
    ...marksOf(lead).map(markKey),
  ];
  const places = [...dimensionKeys(lead), ...scopeKeys(lead), ...issueKeys(lead)];
  const byStatus = measuresOf(lead).map((measure) => `m:${measure}|s:${lead.status}`);
  // What was taken out of a lead was not received once more: it stands in every list but that of what came in.
  const own = lead.splitFrom === null ? ['all', ...places] : [...scopeKeys(lead), ...issueKeys(lead)];
  return [
    ...facts,
    ...own,
    ...byStatus,
    ...(lead.route?.rule === 'staff' ? [BY_STAFF_KEY] : []),
    ...facts.flatMap((fact) =>
      places.filter((place) => isPaired(fact, place)).map((place) => `${fact}|${place}`),
    ),
    ...dayKeysOf(lead, scopeKeys(lead)),
    ...courseKeysOf(lead),
    ...callKeysOf(lead),
  ];
}

/** Codes are paired with what tables count, and with nothing else: a new lead then has one entry more for its code, not six. */
const isPaired = (fact: string, place: string): boolean =>
  !place.startsWith(`${PREFIXES.code}:`) || fact.startsWith('m:');

/** The facts about a lead that are counted, beside that it was received. */
function measuresOf(lead: Lead): Exclude<Measure, 'received'>[] {
  const measures: Exclude<Measure, 'received'>[] = [];
  if (lead.adoption !== 'undecided') measures.push(lead.adoption);
  if (lead.resolution !== 'open') measures.push(lead.resolution);
  if (lead.outOfScope !== null) measures.push('outOfScope');
  // What left the board with the last write is not counted on it either.
  if (isOnBoard(lead)) measures.push('published');
  return measures;
}

/** What else the lead can be picked out by. */
function marksOf(lead: Lead): QueueMark[] {
  const marks: QueueMark[] = [];
  if (isAllowed(lead, 'confirmRoute')) marks.push('toConfirm');
  if (isPrivate(lead)) marks.push('private');
  if (lead.broadcast?.claimedAfterMinutes === null && isAllowed(lead, 'claimLead')) marks.push('urgent');
  if (lead.splitFrom !== null) marks.push('part');
  if (lead.chasedAt !== null) marks.push('chased');
  if (isAllowed(lead, 'refuseExtension')) marks.push('extensionAsked');
  return marks;
}

/** Leads whose category a person said: what can be learned from them is found by it. */
export const BY_STAFF_KEY = 'x:byStaff';

/** The key of a mark. */
export const markKey = (mark: QueueMark): string => `x:${mark}`;

const PREFIXES: Record<Exclude<Dimension, 'status' | 'committee'>, string> = {
  township: 't',
  category: 'c',
  sector: 'g',
  unit: 'u',
  month: 'o',
  entry: 'e',
  code: 'k',
};

/** A private lead counts everywhere, but under no place, sector or unit: those whom it may be about know their own row. */
function dimensionKeys(lead: Lead): string[] {
  const isHidden = isPrivate(lead);
  const named = (id: string | undefined | null): string => (isHidden ? 'none' : (id ?? 'none'));
  return [
    `t:${named(lead.route?.townshipId)}`,
    `c:${lead.route?.categoryId ?? 'none'}`,
    `g:${named(lead.route?.sectorId)}`,
    `u:${named(lead.handOver?.unitId)}`,
    `o:${chinaDate(lead.submittedAt).slice(0, 7)}`,
    `e:${lead.entry}`,
    `k:${named(lead.codeId)}`,
  ];
}

/** The hot issue the lead counts in. Not counted in the tally: an issue keeps its own figures. */
export function issueKeys(lead: Lead): string[] {
  const counts = lead.issueId !== null && !isPrivate(lead) && lead.status !== 'merged';
  return counts && lead.status !== 'withdrawn' ? [issueKey(lead.issueId ?? '')] : [];
}
export const issueKey = (issueId: string): string => `${ISSUE_PREFIX}${issueId}`;
const ISSUE_PREFIX = 'p:';
/** Whether the key, or the last of a pair, is an issue's. */
export const isIssueKey = (key: string): boolean => key.slice(key.indexOf('|') + 1).startsWith(ISSUE_PREFIX);

/** Whose queues the lead stands in beside the committee's. */
export function scopeKeys(lead: Lead): string[] {
  if (isPrivate(lead)) return [];
  const units = lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];
  const called = lead.broadcast?.group;
  const keys = [
    ...(lead.route?.townshipId ? [`in:t:${lead.route.townshipId}`] : []),
    ...(lead.route ? [`in:g:${lead.route.sectorId}`] : []),
    ...units.map((unitId) => `in:u:${unitId}`),
    ...(called?.kind === 'township' ? [`in:t:${called.townshipId}`] : []),
    ...(called?.kind === 'sector' ? [`in:g:${called.sectorId}`] : []),
  ];
  return [...new Set(keys)];
}

/** A dimension whose values are keys of their own; a committee's leads are those of its sectors. */
export type KeyedDimension = Exclude<Dimension, 'committee'>;

/** The key of one dimension value, e.g. `t:410325100`. */
export const dimensionKey = (dimension: KeyedDimension, id: string): string =>
  dimension === 'status' ? `s:${id}` : `${PREFIXES[dimension]}:${id}`;

/** A filter whose committee, if it names one, was put into sectors. */
export type KeyedFilter = Omit<QueueFilter, 'dimension'> & { dimension?: KeyedDimension };

/** The keys a lead must carry to stand in the list; the first one is the most telling. `scope` is the caller's own. */
export function keysOfFilter(filter: KeyedFilter, scope: string | null): [string, ...string[]] {
  const facts = [
    // The day's keys come first: only they stand in the order by urgency.
    filter.group ? FACT_OF_GROUP[filter.group] : null,
    filter.session ? sessionKey(filter.session) : null,
    filter.pace && filter.days !== undefined ? paceKey(filter.pace, filter.days) : null,
    filter.trait ? traitKey(filter.trait) : null,
    filter.mark ? markKey(filter.mark) : null,
    filter.measure && filter.measure !== 'received' ? `m:${filter.measure}` : null,
    filter.status ? `s:${filter.status}` : null,
  ].filter((key) => key !== null);
  const places = [
    scope,
    filter.dimension && filter.dimensionId ? dimensionKey(filter.dimension, filter.dimensionId) : null,
    filter.issueId ? issueKey(filter.issueId) : null,
  ].filter((key) => key !== null);
  const [fact, ...otherFacts] = facts;
  const [place, ...otherPlaces] = places;
  if (fact === undefined) return place === undefined ? ['all'] : [place, ...otherPlaces];
  // The day's keys are paired with scopes alone: the desk's own are cut further by keys of their own.
  const isPair =
    place !== undefined &&
    !isCourseKey(fact) &&
    isPaired(fact, place) &&
    (!fact.startsWith('d:') || place === scope);
  if (isPair) return [`${fact}|${place}`, ...otherFacts, ...otherPlaces];
  const [second] = otherFacts;
  if (fact.startsWith('m:') && second !== undefined) return [`${fact}|${second}`];
  return [fact, ...otherFacts, ...places];
}
