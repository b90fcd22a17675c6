import type { DirectoryEdit } from '@contract/directory-desk';
import {
  IMPORT_COLUMNS,
  ROW_OUTCOMES,
  type ImportKind,
  type ImportRow,
  type PlannedRow,
  type RowCounts,
} from '@contract/directory-import';
import { planOfficerOrMember } from './plan-people';
import { planUnit, planVillage } from './plan-places';
import { rejected, type PlanContext, type RowPlan, type Taken } from './plan-rows';
import { planTerm } from './plan-terms';

export interface ImportPlan {
  rows: PlannedRow[];
  edits: DirectoryEdit[];
  people: NonNullable<RowPlan['person']>[];
  counts: RowCounts;
}

/**
 * What a table does to the directory, row by row, before anything is done: new, changed, the same, to be asked, or
 * rejected with a sentence. Saved again, everything is the same. Never guesses who is meant.
 */
export function planImport(kind: ImportKind, rows: readonly ImportRow[], context: PlanContext): ImportPlan {
  const taken: Taken = { people: new Set(), keys: new Map() };
  const plans = rows.map((row) => planRow(kind, row, context, taken));
  const planned = plans.map((plan) => plan.planned);
  const counts = Object.fromEntries(
    ROW_OUTCOMES.map((outcome) => [outcome, planned.filter((one) => one.outcome === outcome).length]),
  ) as RowCounts;
  return {
    rows: planned,
    edits: plans.flatMap(({ edits = [] }) => edits),
    people: plans.flatMap(({ person }) => (person ? [person] : [])),
    counts,
  };
}

function planRow(kind: ImportKind, row: ImportRow, context: PlanContext, taken: Taken): RowPlan {
  const missing = IMPORT_COLUMNS[kind].find(({ field, required }) => required && !row.values[field]?.trim());
  if (missing) return rejected(row, `缺“${missing.header}”。`);
  switch (kind) {
    case 'members':
    case 'officers':
      return planOfficerOrMember(kind, row, context, taken);
    case 'terms':
      return planTerm(row, context, taken);
    case 'units':
      return planUnit(row, context, taken);
    case 'villages':
      return planVillage(row, context, taken);
  }
}
