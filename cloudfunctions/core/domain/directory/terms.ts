import type { Grant } from '@contract/directory';
import type { County, OfficeTerm } from '../county';

/** Whether the term runs on that day (`YYYY-MM-DD`): both its first and its last day belong to it. */
export const runsOn = ({ from, to }: Pick<OfficeTerm, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to);

/**
 * The county as it stands on a day: whose term runs holds the office, and where none runs it is vacant, so that the
 * township's leads fall to the county desk. A county without terms stays as it is.
 */
export function countyOn(county: County, day: string): County {
  const { terms } = county;
  if (terms === undefined) return county;
  const running = terms.filter((term) => runsOn(term, day));
  const holder = (office: OfficeTerm['office'], townshipId: string) => {
    const term = running.find((one) => one.office === office && one.townshipId === townshipId);
    return term ? { accountId: term.accountId, name: term.name } : null;
  };
  const townships = county.townships.map((township) => ({
    ...township,
    liaison: holder('liaison', township.id),
    convener: holder('convener', township.id),
  }));
  return { ...county, townships };
}

/** What the person may do on that day: an office of a township is granted by its term alone, where the county keeps terms. */
export function grantsOn(
  { id, grants }: { id: string; grants: readonly Grant[] },
  { terms }: Pick<County, 'terms'>,
  day: string,
): Grant[] {
  if (terms === undefined) return [...grants];
  const held = terms.filter((term) => term.accountId === id && runsOn(term, day));
  return [
    ...held.map(({ office, townshipId }): Grant => ({ role: office, townshipId })),
    ...grants.filter(({ role }) => role !== 'liaison' && role !== 'convener'),
  ];
}

/** The terms after the person left all offices: those that run end the day before, those to come do not begin. */
export function withoutHolder(terms: readonly OfficeTerm[], accountId: string, day: string): OfficeTerm[] {
  const before = dayBefore(day);
  return terms.flatMap((term) => {
    if (term.accountId !== accountId || (term.to !== null && term.to < day)) return [term];
    return term.from > before ? [] : [{ ...term, to: before }];
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** The day so many days after another; both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const dayBefore = (day: string): string => dayAfter(day, -1);
