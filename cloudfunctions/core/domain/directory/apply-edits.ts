import type { DirectoryEdit, DirectoryEntry, DirectorySection, EntryChange } from '@contract/directory-desk';
import { nameOf, type County } from '../county';
import { done, refuse, type Result } from '../result';
import { problemsOf, type MembersBySector } from './check-county';
import { entriesOf, LEADERS, withEntries } from './sections';

export interface EditContext {
  /** `YYYY-MM-DD` in China. */
  today: string;
  /** `section:id` of entries that leads stand under. */
  standing: ReadonlySet<string>;
  members?: MembersBySector;
}

/** Entries that can only be changed, never added to or taken away. */
const FIXED: Partial<Record<DirectorySection, readonly string[]>> = {
  leadership: LEADERS,
  policy: ['policy'],
  codes: ['codes'],
};

/**
 * The county after all of the edits and what each did, or why not: nothing is half done. Refuses to take away what is
 * in use (it can be retired), and any edit after which the directory would have a fault it had not before.
 */
export function applyEdits(
  county: County,
  edits: readonly DirectoryEdit[],
  context: EditContext,
): Result<{ county: County; changes: EntryChange[] }> {
  let next = county;
  const touched = new Map<string, EntryChange>();
  for (const run of runsOf(edits.map(tidied))) {
    const entries = new Map<string, DirectoryEntry>(entriesOf(next, run.section).map((one) => [one.id, one]));
    for (const edit of run.edits) {
      const { section, id, entry } = edit;
      const was = entries.get(id) ?? null;
      const refused = whyNot(next, edit, was, context);
      if (refused !== null)
        return refuse('INVALID_INPUT', refused, { field: `${section}:${id}`.slice(0, 60) });
      if (same(was, entry)) continue;
      if (entry === null) entries.delete(id);
      else entries.set(id, entry);
      const key = `${section}:${id}`;
      touched.set(key, { section, id, was: touched.get(key)?.was ?? was, is: entry });
    }
    next = withEntries(next, run.section, [...entries.values()] as never[]);
  }
  // Emptying one part may fill another: a township taken away takes nothing along unseen.
  const known = new Set(problemsOf(county, context.members));
  const fresh = problemsOf(next, context.members).filter((problem) => !known.has(problem));
  if (fresh.length > 0) return refuse('INVALID_INPUT', fresh.slice(0, 3).join(''));
  const changes = [...touched.values()].filter(({ was, is }) => !same(was, is));
  return done({ county: next, changes });
}

/**
 * The edits in runs that can be done on one reading of their part: thousands of villages are written out once, not once
 * an edit. What is taken away is looked at alone, after all that came before it.
 */
function runsOf(edits: readonly DirectoryEdit[]): { section: DirectorySection; edits: DirectoryEdit[] }[] {
  const runs: { section: DirectorySection; edits: DirectoryEdit[] }[] = [];
  for (const edit of edits) {
    const last = runs.at(-1);
    const continues =
      last?.section === edit.section && last.edits.at(-1)?.entry !== null && edit.entry !== null;
    if (last !== undefined && continues) last.edits.push(edit);
    else runs.push({ section: edit.section, edits: [edit] });
  }
  return runs;
}

function whyNot(
  county: County,
  edit: DirectoryEdit,
  was: object | null,
  context: EditContext,
): string | null {
  const { section, id, entry } = edit;
  const fixed = FIXED[section];
  if (fixed !== undefined && (entry === null || !fixed.includes(id))) return '这一项只能改，不能增减。';
  if (entry === null) return was === null ? '没有这一项，可能刚刚被去掉了。' : whyKept(county, edit, context);
  if (entry.id !== id) return '编号定了就不能改。';
  if (section === 'calendars' && !fits(edit)) return '日历里的日子要都在这一年里。';
  if (section === 'villages') return whyNotVillage(county, edit, was);
  return null;
}

function fits(edit: DirectoryEdit): boolean {
  if (edit.section !== 'calendars' || edit.entry === null) return true;
  const { id, holidays, workingWeekends } = edit.entry;
  return /^\d{4}$/.test(id) && [...holidays, ...workingWeekends].every((day) => day.startsWith(`${id}-`));
}

function whyNotVillage(county: County, edit: DirectoryEdit, was: object | null): string | null {
  if (edit.section !== 'villages' || edit.entry === null) return null;
  const { townshipId } = edit.entry;
  if (!county.townships.some(({ id }) => id === townshipId)) return '没有这个乡镇，请重新选择。';
  const before = (was as { townshipId?: string } | null)?.townshipId;
  return before !== undefined && before !== townshipId
    ? '村（社区）不能换乡镇：请停用这一个，在新的乡镇里加一个。'
    : null;
}

/** Why an entry cannot be taken away; null when it can. */
function whyKept(county: County, { section, id }: DirectoryEdit, context: EditContext): string | null {
  const users = usersOf(county, section, id);
  if (users.length > 0) return `还有${users.slice(0, 3).join('、')}在用它，不能去掉，可以停用。`;
  if (section === 'villages') return '村（社区）的码可能已经贴出去，不能去掉，可以停用。';
  if (context.standing.has(`${section}:${id}`)) return '已经有线索记在它名下，不能去掉，可以停用。';
  if (section === 'sectors' && (context.members?.get(id) ?? 0) > 0) return '还有委员在这个界别，不能去掉。';
  const term = section === 'terms' ? county.terms?.find((one) => one.id === id) : undefined;
  if (term && term.from <= context.today) return '任期已经开始，不能去掉：请写上结束的日子。';
  return null;
}

/** What of the directory refers to the entry, in words. */
function usersOf(county: County, section: DirectorySection, id: string): string[] {
  const categories = county.categories.filter(
    ({ sectorIds, unitIds, committeeId }) =>
      (section === 'sectors' && sectorIds.includes(id)) ||
      (section === 'units' && unitIds.includes(id)) ||
      (section === 'committees' && committeeId === id),
  );
  const sectors =
    section === 'committees' ? county.sectors.filter(({ committeeId }) => committeeId === id) : [];
  const township = section === 'townships' ? county.townships.find((one) => one.id === id) : undefined;
  const terms =
    section === 'townships' ? (county.terms ?? []).filter(({ townshipId }) => townshipId === id) : [];
  return [
    ...sectors.map(({ name }) => `界别「${name}」`),
    ...categories.map(({ name }) => `类别「${name}」`),
    ...(township?.villages.length ? [`${township.villages.length} 个村（社区）`] : []),
    ...terms.map((term) => `${nameOf(county.townships, term.townshipId)}的任期（${term.name}）`),
  ];
}

/** Without marks that say nothing. */
function tidied(edit: DirectoryEdit): DirectoryEdit {
  if (edit.entry === null || !('retired' in edit.entry) || edit.entry.retired) return edit;
  const { retired: _, ...entry } = edit.entry;
  return { ...edit, entry } as DirectoryEdit;
}

/** Whether two entries say the same, whatever the order of their fields. */
export function same(one: object | null, other: object | null): boolean {
  return sorted(one) === sorted(other);
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
