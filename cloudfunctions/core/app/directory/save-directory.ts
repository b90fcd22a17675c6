import type { InputOf, OutputOf } from '@contract/actions';
import type { DirectoryEdit } from '@contract/directory-desk';
import { LEAD_STATUSES } from '@contract/lead';
import { chinaDate } from '../../domain/deadlines/working-days';
import { applyEdits } from '../../domain/directory/apply-edits';
import { membersBySector } from '../../domain/directory/people';
import { done, refuse, type Result } from '../../domain/result';
import type { SaveOutcome } from '../directory-port';
import type { Call, OfficerCaller, Ports } from '../ports';
import { everybody, mayDo } from './reading';

/**
 * Saves edits of the directory's entries, all of them or none, with who, when and why. Refuses when somebody saved
 * since the version they stand on (both are kept: theirs stored, this one in the form), and whatever would leave the
 * directory with a gap.
 */
export async function saveDirectory(
  { version, edits, why }: InputOf<'panel.saveDirectory'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.saveDirectory'>>> {
  if (!mayDo('saveDirectory', call)) return refuse('FORBIDDEN');
  const { ports } = call;
  const named = await withNames(edits, ports);
  if (!named.ok) return named;
  const stored = await ports.directory.read();
  const at = ports.clock.now();
  const people = edits.some(({ section }) => section === 'sectors') ? await everybody(ports) : undefined;
  const applied = applyEdits(stored.county, named.value, {
    today: chinaDate(at),
    standing: await standingUnder(edits, ports),
    ...(people ? { members: membersBySector(people) } : {}),
  });
  // A retry finds its own work done: what it asked for is no change any more, and only the log can tell.
  if (!applied.ok && stored.version === version) return applied;
  const { county, changes } = applied.ok ? applied.value : { county: null, changes: [] };
  if (applied.ok && changes.length === 0 && stored.version === version) return done({ version });
  const outcome = await ports.directory.save({
    county,
    expected: version,
    people: [],
    change: { at, by: authorOf(call), why, ownRights: false, changes },
    asked: call,
  });
  return answerOf(outcome, ({ version: saved }) => ({ version: saved }));
}

/** Who saves, as the history names them. */
export const authorOf = ({ caller }: Call<OfficerCaller>) => ({
  accountId: caller.account.id,
  name: caller.account.name,
});

/** What came of a save, as the caller is told. */
export function answerOf<Output>(
  outcome: SaveOutcome,
  output: (saved: { version: number }) => Output,
): Result<Output> {
  switch (outcome.kind) {
    case 'saved':
    case 'again':
      return done(output(outcome));
    case 'stale':
      return refuse('VERSION_CONFLICT', '刚才有人改过名录。您写的还在这里，看过最新的再存一次。');
    case 'reused':
      return refuse('REQUEST_ID_REUSED');
    case 'lastAdministrator':
      return refuse('WRONG_STATE', '这是最后一名管理员，先再指定一名，才能去掉他的身份。');
  }
}

/** Offices with their holders' names as the accounts have them. Refuses a holder who has no account, or a closed one. */
async function withNames(edits: readonly DirectoryEdit[], ports: Ports): Promise<Result<DirectoryEdit[]>> {
  const named: DirectoryEdit[] = [];
  for (const edit of edits) {
    const isOffice = edit.section === 'terms' || edit.section === 'leadership';
    if (!isOffice || edit.entry === null || edit.entry.accountId === null) {
      named.push(edit);
      continue;
    }
    const person = await ports.directory.person(edit.entry.accountId);
    // Whoever held an office once may have left since: a term that is over keeps its name.
    const isOver =
      'to' in edit.entry && edit.entry.to !== null && edit.entry.to < chinaDate(ports.clock.now());
    if (person === null || (!person.active && !isOver))
      return refuse('INVALID_INPUT', '没有这个人，或者他的身份已经停用，请重新选择。', {
        field: 'accountId',
      });
    named.push({ ...edit, entry: { ...edit.entry, name: person.name } } as DirectoryEdit);
  }
  return done(named);
}

const KEYS: Partial<Record<DirectoryEdit['section'], string>> = {
  townships: 't',
  units: 'u',
  sectors: 'g',
  categories: 'c',
};

/** Which of the entries that shall go have leads under them. */
async function standingUnder(edits: readonly DirectoryEdit[], ports: Ports): Promise<Set<string>> {
  const standing = new Set<string>();
  for (const { section, id, entry } of edits) {
    const prefix = KEYS[section];
    if (entry !== null) continue;
    if (prefix === undefined) continue;
    const key = `${prefix}:${id}`;
    // A part taken out of a lead carries the key in pairs alone; a unit that helps, and a group that was called, its scope.
    const pairs = LEAD_STATUSES.map((status) => `s:${status}|${key}`);
    const found = await ports.leads.listQueue({
      keys: ['all'],
      anyOf: [key, `in:${key}`, ...pairs],
      by: 'newest',
      after: null,
      limit: 1,
    });
    if (found.length > 0) standing.add(`${section}:${id}`);
  }
  return standing;
}
