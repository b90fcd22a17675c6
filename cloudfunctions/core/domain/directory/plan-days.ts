import type { DirectoryEdit, DirectoryEntries } from '@contract/directory-desk';
import type { ImportRow } from '@contract/directory-import';
import { isDate } from '../deadlines/working-days';
import { same } from './apply-edits';
import { planned, rejected, said, saidBefore, type PlanContext, type RowPlan, type Taken } from './plan-rows';
import { entriesOf } from './sections';
import { dayAfter } from './terms';

type Year = DirectoryEntries['calendars'];
const LONGEST_DAYS = 40;

/** A day, or several in a row, on which nobody works or everybody does; the year they stand in keeps its other days. */
export function planDays(row: ImportRow, { county }: PlanContext, taken: Taken): RowPlan {
  const from = said(row, 'from');
  const to = said(row, 'to') || from;
  if (!isDate(from) || !isDate(to)) return rejected(row, '日期看不懂，写成 2027-02-05 这样。');
  if (to < from) return rejected(row, '结束日期早于开始日期。');
  const what = said(row, 'what');
  const isFree = /放假|休/.test(what) && !what.includes('班');
  if (!isFree && !what.includes('班')) return rejected(row, '安排要写「放假」或「上班」。');
  const days = daysFrom(from, to);
  if (days.length > LONGEST_DAYS) return rejected(row, `一行最多 ${LONGEST_DAYS} 天，请分开写。`);
  const weekday = days.find((day) => !isFree && !isWeekend(day));
  if (weekday !== undefined) return rejected(row, `${weekday} 不是周末，本来就上班，不用写。`);
  const twice = days.map((day) => saidBefore(row, day, taken)).find((plan) => plan !== null);
  if (twice) return twice;
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].map((id): { before: Year; after: Year } => {
    const known = taken.years.get(id) ?? entriesOf(county, 'calendars').find((one) => one.id === id);
    const before = known ?? { id, holidays: [], workingWeekends: [] };
    const own = days.filter((day) => day.startsWith(id));
    const others = (list: readonly string[]): string[] => list.filter((day) => !own.includes(day));
    const after: Year = {
      id,
      holidays: [...others(before.holidays), ...(isFree ? own : [])].sort(),
      workingWeekends: [...others(before.workingWeekends), ...(isFree ? [] : own)].sort(),
    };
    return { before, after };
  });
  const changed = years.filter(({ before, after }) => !same(before, after));
  if (changed.length === 0) return planned(row, 'same');
  for (const { after } of changed) taken.years.set(after.id, after);
  const edits = changed.map(({ after }): DirectoryEdit => ({
    section: 'calendars',
    id: after.id,
    entry: after,
  }));
  return planned(row, 'new', `${days.length} 天${isFree ? '放假' : '上班'}`, { edits });
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= LONGEST_DAYS; day = dayAfter(day, 1)) days.push(day);
  return days;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
