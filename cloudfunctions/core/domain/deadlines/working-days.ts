/** Which days are worked, as the State Council's yearly notices say. Dates are `YYYY-MM-DD` in China time. */
export interface WorkingCalendar {
  holidays: ReadonlySet<string>;
  workingWeekends: ReadonlySet<string>;
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A working day begins at 8:30 China time. */
const START_OF_BUSINESS_MS = 8.5 * 60 * 60 * 1000;
/** A working day ends at 18:00 China time. */
const CLOSE_OF_BUSINESS_MS = 18 * 60 * 60 * 1000;

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
}

/** The date in China on which a moment falls. */
export function chinaDate(at: string): string {
  return new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether offices work on that date (`YYYY-MM-DD`). */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return isWorked(Date.parse(`${date}T00:00:00Z`), calendar);
}

/** Day 0 of the count of days was a Thursday. */
const FIRST_WEEKDAY = 4;

/** The same of a day's first moment; a list asks this of hundreds of days, so nothing is written out and read back. */
function isWorked(day: number, { holidays, workingWeekends }: WorkingCalendar): boolean {
  const date = new Date(day).toISOString().slice(0, 10);
  if (holidays.has(date)) return false;
  const weekday = (day / DAY_MS + FIRST_WEEKDAY) % 7;
  return (weekday !== 0 && weekday !== 6) || workingWeekends.has(date);
}

/** The close of business of the nth working day after the day of `from`; day 0 is the day itself. Never throws. */
export function addWorkingDays(from: string, workingDays: number, calendar: WorkingCalendar): string {
  let day = Date.parse(`${chinaDate(from)}T00:00:00Z`);
  for (let left = workingDays; left > 0;) {
    day += DAY_MS;
    if (isWorked(day, calendar)) left -= 1;
  }
  return new Date(day + CLOSE_OF_BUSINESS_MS - CHINA_OFFSET_MS).toISOString();
}

/** The close of business on a date (`YYYY-MM-DD`), whether or not offices work on it. */
export function closeOfDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + CLOSE_OF_BUSINESS_MS - CHINA_OFFSET_MS).toISOString();
}

/** Half past eight in the morning, so many working days before the day of `due`. */
export function morningBefore(due: string, workingDays: number, calendar: WorkingCalendar): string {
  let day = Date.parse(`${chinaDate(due)}T00:00:00Z`);
  for (let left = workingDays; left > 0;) {
    day -= DAY_MS;
    if (isWorked(day, calendar)) left -= 1;
  }
  return new Date(day + START_OF_BUSINESS_MS - CHINA_OFFSET_MS).toISOString();
}

/** How many working days lie after the day of `from` up to and including the day of `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const last = Date.parse(`${chinaDate(to)}T00:00:00Z`);
  let count = 0;
  for (let day = Date.parse(`${chinaDate(from)}T00:00:00Z`) + DAY_MS; day <= last; day += DAY_MS) {
    if (isWorked(day, calendar)) count += 1;
  }
  return count;
}
