/** The levels of GB/T 9704: 一、 黑体; （一） 楷体; 1. and （1） 仿宋. */
export type Level = 1 | 2 | 3 | 4;

const LEVELS: [Level, RegExp][] = [
  [1, /^[一二三四五六七八九十]+、/u],
  [2, /^（[一二三四五六七八九十]+）/u],
  [3, /^\d{1,2}[.．]/u],
  [4, /^（\d{1,2}）/u],
];

/** A paragraph, and how much of its beginning is set as a heading. */
export interface Part {
  level: Level | null;
  /** Set in the heading's type: the whole of a line that stands alone, the first sentence of one that goes on. */
  heading: string;
  text: string;
}

/** The body in paragraphs; empty lines are none. */
export function paragraphsOf(body: string): Part[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const level = LEVELS.find(([, begins]) => begins.test(line))?.[0] ?? null;
      if (level === null || level > 2) return { level, heading: '', text: line };
      const end = line.indexOf('。');
      const goesOn = end >= 0 && end < line.length - 1;
      return goesOn
        ? { level, heading: line.slice(0, end + 1), text: line.slice(end + 1) }
        : { level, heading: line, text: '' };
    });
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** What the suggestions stand under: the next heading of the first level. */
export function suggestionsHeading(body: string): string {
  const headings = paragraphsOf(body).filter(({ level }) => level === 1).length;
  return `${NUMERALS[headings] ?? '末'}、建议`;
}

/** How the suggestions are set: numbered; a single one needs no number. */
export const numberedSuggestions = (texts: readonly string[]): string[] =>
  texts.length === 1 ? [...texts] : texts.map((text, index) => `${index + 1}.${text}`);

/** 2026-03-05 → 2026年3月5日, as a document of the standard is dated: Arabic figures, no zeros in front. */
export function documentDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** How many characters wide a line is: figures and Latin letters take half a place. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u0020-\u007e]/u.test(character) ? 0.5 : 1), 0);
