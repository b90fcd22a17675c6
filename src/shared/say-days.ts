const YEAR = 365;
const MONTH = 30;
const NUMBERS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A number of days as one would say it: 一年, 半年, 三个月, 45 天. */
export function sayDays(days: number): string {
  if (days > 0 && days % YEAR === 0) return `${countOf(days / YEAR)}年`;
  if (days === 6 * MONTH) return '半年';
  if (days > 0 && days % MONTH === 0) return `${countOf(days / MONTH)}个月`;
  return `${days}天`;
}

const countOf = (count: number): string => NUMBERS[count] ?? String(count);
