import { chinaDate } from './working-days';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/**
 * A day as it is told to residents: 3月5日（星期四）, in China. With its year where `since` lies in another one, because
 * who reads it later must not take it for this year's.
 */
export function dayInWords(at: string, since?: string): string {
  const date = at.length === 10 ? at : chinaDate(at);
  const [year, month, day] = date.split('-');
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const isOtherYear = since !== undefined && chinaDate(since).slice(0, 4) !== year;
  return `${isOtherYear ? `${year}年` : ''}${Number(month)}月${Number(day)}日（星期${weekday}）`;
}
