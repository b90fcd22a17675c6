import type { County } from '../county';
import type { WorkingCalendar } from './working-days';

/** The working calendar of a county, for questions about dates. */
export function calendarOf(county: Pick<County, 'holidays' | 'workingWeekends'>): WorkingCalendar {
  return { holidays: new Set(county.holidays), workingWeekends: new Set(county.workingWeekends) };
}
