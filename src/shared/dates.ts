import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** All of China keeps one clock, wherever the reader's phone thinks it is. */
const MINUTES_EAST = 8 * 60;
const at = (iso: string): dayjs.Dayjs => dayjs(iso).utcOffset(MINUTES_EAST);
const partsOfDay: [hour: number, name: string][] = [
  [6, '凌晨'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [24, '晚上'],
];

/** A date in words: 今天, 昨天, 明天, 3月5日, or with the year when it is another one. */
export function sayDay(iso: string, now: string): string {
  const days = daysBetween(now, iso);
  if (days === 0) return '今天';
  if (days === -1) return '昨天';
  if (days === 1) return '明天';
  return at(iso).year() === at(now).year() ? at(iso).format('M月D日') : at(iso).format('YYYY年M月D日');
}

const WEEKDAYS = '日一二三四五六';

/** A date nobody can mistake, with its weekday: 3月5日（星期四）; 今天 and 明天 are said too. */
export function sayDayWithWeekday(iso: string, now: string): string {
  const date = at(iso).format(at(iso).year() === at(now).year() ? 'M月D日' : 'YYYY年M月D日');
  const near = [0, 1].includes(daysBetween(now, iso)) ? `${sayDay(iso, now)}，` : '';
  return `${near}${date}（星期${WEEKDAYS.charAt(at(iso).day())}）`;
}

/** A date and the time of day in words: 今天上午9:20. */
export function sayMoment(iso: string, now: string): string {
  const moment = at(iso);
  const part = partsOfDay.find(([until]) => moment.hour() < until)?.[1] ?? '晚上';
  const hour = moment.hour() > 12 ? moment.hour() - 12 : moment.hour();
  return `${sayDay(iso, now)}${part}${hour}:${moment.format('mm')}`;
}

/** A date in full, as on a receipt: 2026年3月5日 9:20. */
export function sayFully(iso: string): string {
  return at(iso).format('YYYY年M月D日 H:mm');
}

/** A day in full, of `2026-03-05`: 2026年3月5日. */
export function sayFullDay(date: string): string {
  return dayjs(date).format('YYYY年M月D日');
}

/** A month in words, of `2026-03`: 2026年3月. */
export function sayMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** Calendar days from one moment to another, in China; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return at(to).startOf('day').diff(at(from).startOf('day'), 'day');
}
