import type { Cell } from './write-sheet';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Excel counts days from here (and believes in a 29 February 1900, which no lead is older than). */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const SERIAL_FROM = 20_000;
const SERIAL_TO = 80_000;

/** A year in two digits that can be no month: before it, 5/6/24 may be the American way to write a day of 2024. */
const SHORT_YEAR_FROM = 13;

/**
 * The day a cell means, `YYYY-MM-DD`: a real date, Excel's count of days, or text as people write it: 2026.3.1,
 * 2026年3月1日, 2026/3/1, 20260301, 26.3.1. Null where it means none, where the year is missing, or where two digits may
 * be a month as well as a year.
 */
export function readDate(cell: Cell): string | null {
  if (cell instanceof Date) return dayOf(cell.getTime());
  if (typeof cell === 'number') return fromNumber(cell);
  const text = (cell ?? '').trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
  if (/^\d{5}(?:\.\d+)?$/.test(text) || /^\d{8}$/.test(text)) return fromNumber(Number(text));
  const [, year, sign, month, day] =
    /^(\d{4}|\d{2})\s*([-./年。．])\s*(\d{1,2})\s*[-./月。．]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/.exec(text) ??
    [];
  if (year === undefined) return null;
  if (year.length === 2 && sign !== '年' && Number(year) < SHORT_YEAR_FROM) return null;
  return checked(Number(year.padStart(4, '20')), Number(month), Number(day));
}

function fromNumber(value: number): string | null {
  if (value >= SERIAL_FROM && value < SERIAL_TO) return dayOf(EXCEL_EPOCH + Math.floor(value) * DAY_MS);
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value)) ?? [];
  return year === undefined ? null : checked(Number(year), Number(month), Number(day));
}

function checked(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDay ? dayOf(at.getTime()) : null;
}

const dayOf = (at: number): string | null =>
  Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
