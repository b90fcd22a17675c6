import { createHash } from 'node:crypto';
import type { DirectoryPerson } from '@contract/directory-desk';
import type { ImportAnswer, ImportKind, ImportRow } from '@contract/directory-import';
import type { County } from '../../cloudfunctions/core/domain/county';
import { applyEdits } from '../../cloudfunctions/core/domain/directory/apply-edits';
import { planImport } from '../../cloudfunctions/core/domain/directory/plan-import';
import { accountsOfContent, countyOfContent } from '../../cloudfunctions/setup/county-of-content';

/** Tables of the directory on the county's own content, planned and applied without a cloud. */
const TODAY = '2026-11-22';
export const content = countyOfContent();
export const staffed: DirectoryPerson[] = accountsOfContent().map((person) => ({
  ...person,
  version: 1,
  post: '',
  grid: '',
  active: true,
  binding: 'none',
}));

interface State {
  county: County;
  people: DirectoryPerson[];
}
export const START: State = { county: content, people: staffed };

export const table = (...rows: Record<string, string>[]): ImportRow[] =>
  rows.map((values, index) => ({ row: index + 2, values }));
export const planOf = (kind: ImportKind, rows: ImportRow[], state = START, answers: ImportAnswer[] = []) =>
  planImport(kind, rows, {
    ...state,
    today: TODAY,
    answers,
    idOf: (text) => createHash('sha256').update(text).digest('hex').slice(0, 12),
  });
export const outcomes = (...about: Parameters<typeof planOf>): string[] =>
  planOf(...about).rows.map(({ outcome, sentence }) => `${outcome} ${sentence}`.trim());

/** The directory once the table is in it. */
export function after(
  kind: ImportKind,
  rows: ImportRow[],
  state = START,
  answers: ImportAnswer[] = [],
): State {
  const plan = planOf(kind, rows, state, answers);
  const applied = applyEdits(state.county, plan.edits, { today: TODAY, standing: new Set() });
  if (!applied.ok) throw new Error(applied.refusal.message);
  const written = new Map(
    plan.people.map(({ id, expected, is }) => [id, { id, version: expected + 1, ...is }]),
  );
  const kept = state.people.map((person) => ({ ...person, ...written.get(person.id) }));
  const fresh = [...written.values()].filter(({ id }) => !state.people.some((person) => person.id === id));
  return {
    county: applied.value.county,
    people: [...kept, ...fresh.map((person) => ({ ...person, binding: 'none' as const }))],
  };
}
