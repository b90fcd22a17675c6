import type { InputOf, OutputOf } from '@contract/actions';
import { IMPORT_PEOPLE_MAX } from '@contract/directory-import';
import type { DirectoryPerson, EntryChange } from '@contract/directory-desk';
import { chinaDate } from '../../domain/deadlines/working-days';
import { applyEdits } from '../../domain/directory/apply-edits';
import { changesRights } from '../../domain/directory/people';
import { planImport, type ImportPlan } from '../../domain/directory/plan-import';
import { done, refuse, type Result } from '../../domain/result';
import type { StoredDirectory } from '../directory-port';
import type { Call, OfficerCaller } from '../ports';
import { everybody, mayDo } from './reading';
import { answerOf, authorOf } from './save-directory';

/** What a table would do to the directory, row by row. Changes nothing. */
export async function checkImport(
  input: InputOf<'panel.checkImport'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.checkImport'>>> {
  if (!mayDo('checkImport', call)) return refuse('FORBIDDEN');
  const { stored, plan } = await planned(input, call);
  const { rows, counts } = plan;
  return done({ version: stored.version, rows, counts });
}

/**
 * Saves a table whole: every new and changed row in one transaction, or nothing. Rejected rows stay out, rows that are
 * asked about must have been answered. Refuses when the directory changed since the check it stands on.
 */
export async function commitImport(
  input: InputOf<'panel.commitImport'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.commitImport'>>> {
  if (!mayDo('commitImport', call)) return refuse('FORBIDDEN');
  const { stored, plan, people } = await planned(input, call);
  const isCurrent = stored.version === input.version;
  if (isCurrent && plan.counts.asked > 0)
    return refuse('INVALID_INPUT', `还有 ${plan.counts.asked} 行没有回答是不是同一个人。`);
  if (plan.people.length > IMPORT_PEOPLE_MAX)
    return refuse('INVALID_INPUT', `一次最多写 ${IMPORT_PEOPLE_MAX} 个人，请把表格分成几份。`);
  const at = call.ports.clock.now();
  const applied = applyEdits(stored.county, plan.edits, { today: chinaDate(at), standing: new Set() });
  if (!applied.ok && isCurrent) return applied;
  const changes: EntryChange[] = [
    ...(applied.ok ? applied.value.changes : []),
    ...plan.people.map(({ id, is }): EntryChange => {
      const { name, post, grid, grants, active } = people.find((one) => one.id === id) ?? { name: null };
      return { section: 'people', id, was: name === null ? null : { name, post, grid, grants, active }, is };
    }),
  ];
  if (changes.length === 0 && isCurrent) return done({ version: stored.version, counts: plan.counts });
  const outcome = await call.ports.directory.save({
    county: applied.ok && applied.value.changes.length > 0 ? applied.value.county : null,
    expected: input.version,
    people: plan.people.map(({ id, expected, is }) => ({ person: { id, ...is }, expected, binding: 'keep' })),
    peopleReadAfter: true,
    change: {
      at,
      by: authorOf(call),
      why: input.why,
      ownRights: changesOwnRights(plan, people, call),
      changes,
    },
    asked: call,
  });
  return answerOf(outcome, ({ version }) => ({ version, counts: plan.counts }));
}

/** A table may have the row of whoever brings it. */
const changesOwnRights = (
  plan: ImportPlan,
  people: readonly DirectoryPerson[],
  { caller }: Call<OfficerCaller>,
): boolean =>
  plan.people.some(({ id, is }) => {
    const was = people.find((one) => one.id === id) ?? null;
    return id === caller.account.id && changesRights(was, is);
  });

/** The directory is read first: whoever changes a person after that makes the version another one. */
async function planned(
  { kind, rows, answers }: InputOf<'panel.checkImport'>,
  { ports }: Call<OfficerCaller>,
): Promise<{ stored: StoredDirectory; plan: ImportPlan; people: DirectoryPerson[] }> {
  const stored = await ports.directory.read();
  const people = await everybody(ports);
  const plan = planImport(kind, rows, {
    county: stored.county,
    people,
    today: chinaDate(ports.clock.now()),
    answers,
    idOf: (text) => ports.digest(`${stored.county.id}\n${text}`).slice(0, 12),
  });
  return { stored, plan, people };
}
