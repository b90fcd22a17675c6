import type { DirectoryEdit } from '@contract/directory-desk';
import {
  IMPORT_COLUMNS,
  ROW_OUTCOMES,
  type ImportKind,
  type ImportRow,
  type PlannedRow,
  type RowCounts,
} from '@contract/directory-import';
import { applyEdits } from './apply-edits';
import { planDays } from './plan-days';
import { isEntryKind, planEntry } from './plan-entries';
import { planOfficerOrMember } from './plan-people';
import { planUnit, planVillage } from './plan-places';
import { rejected, said, type PlanContext, type RowPlan, type Taken } from './plan-rows';
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
  const taken: Taken = { people: new Set(), keys: new Map(), years: new Map() };
  const plans = withoutFaults(
    rows.map((row) => planRow(kind, row, context, taken)),
    context,
  );
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
  if (missing) return rejected(row, `缺「${missing.header}」。`);
  const long = IMPORT_COLUMNS[kind].find(({ field, max }) => said(row, field).length > max);
  if (long) return rejected(row, `「${long.header}」太长，最多 ${long.max} 个字。`);
  if (isEntryKind(kind)) return planEntry(kind, row, context, taken);
  switch (kind) {
    case 'members':
    case 'officers':
    case 'staff':
      return planOfficerOrMember(kind, row, context, taken);
    case 'terms':
      return planTerm(row, context, taken);
    case 'units':
      return planUnit(row, context, taken);
    case 'villages':
      return planVillage(row, context, taken);
    case 'calendars':
      return planDays(row, context, taken);
  }
}

/** The rows without those that would leave the directory with a fault, each of which says which: looked for only where there is one. */
function withoutFaults(plans: readonly RowPlan[], { county, today }: PlanContext): readonly RowPlan[] {
  const about = { today, standing: new Set<string>() };
  const all = plans.flatMap(({ edits = [] }) => edits);
  if (all.length === 0 || applyEdits(county, all, about).ok) return plans;
  let so = county;
  return plans.map((plan): RowPlan => {
    if (plan.edits === undefined) return plan;
    const applied = applyEdits(so, plan.edits, about);
    if (applied.ok) so = applied.value.county;
    return applied.ok
      ? plan
      : { planned: { ...plan.planned, outcome: 'rejected', sentence: applied.refusal.message ?? '' } };
  });
}
