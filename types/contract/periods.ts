/**
 * A stretch of time that figures are asked for: a month `2026-03`, a quarter `2026-Q1`, a half-year `2026-H1`, a year
 * `2026`. Days are those of China.
 */
export const PERIOD_SHAPE = /^20\d{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/;

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const MONTHS_OF: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** How long the period is; for what is no period, a year. */
export function kindOfPeriod(period: string): PeriodKind {
  if (period.includes('Q')) return 'quarter';
  if (period.includes('H')) return 'half';
  return period.length === 7 ? 'month' : 'year';
}

/** The months of a period, the first one first: `2026-03`. */
export function monthsOf(period: string): string[] {
  const { year, first, length } = partsOf(period);
  return Array.from({ length }, (_, index) => monthNamed(year, first + index));
}

/** The period of the same length just before. */
export function periodBefore(period: string): string {
  const { year, first, length } = partsOf(period);
  return periodOf(kindOfPeriod(period), monthNamed(year, first - length));
}

/** The period of a kind in which a month lies. */
export function periodOf(kind: PeriodKind, month: string): string {
  const year = month.slice(0, 4);
  const number = Number(month.slice(5));
  switch (kind) {
    case 'month':
      return month;
    case 'quarter':
      return `${year}-Q${Math.ceil(number / 3)}`;
    case 'half':
      return `${year}-H${Math.ceil(number / 6)}`;
    case 'year':
      return year;
  }
}

/** So many months up to this one, the latest first. */
export function monthsUpTo(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => monthNamed(year, number - back));
}

/** The moments between which something was received in the period: from the first, and before the second. */
export function momentsOf(period: string): { from: string; until: string } {
  const { year, first, length } = partsOf(period);
  return { from: midnight(monthNamed(year, first)), until: midnight(monthNamed(year, first + length)) };
}

/** A period in words: 2026年3月, 2026年第一季度, 2026年上半年, 2026年. */
export function sayPeriod(period: string): string {
  const { year, first } = partsOf(period);
  switch (kindOfPeriod(period)) {
    case 'month':
      return `${year}年${first}月`;
    case 'quarter':
      return `${year}年第${'一二三四'[(first - 1) / 3] ?? ''}季度`;
    case 'half':
      return `${year}年${first === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
  }
}

function partsOf(period: string): { year: number; first: number; length: number } {
  const kind = kindOfPeriod(period);
  const number = kind === 'year' ? 1 : Number(period.slice(5).replace(/\D/, ''));
  const length = MONTHS_OF[kind];
  return { year: Number(period.slice(0, 4)), first: (number - 1) * length + 1, length };
}

/** Months before the first and after the twelfth lie in other years. */
function monthNamed(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const midnight = (month: string): string => new Date(Date.parse(`${month}-01T00:00:00+08:00`)).toISOString();
