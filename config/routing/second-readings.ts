import { readFileSync } from 'node:fs';
import { Misuse } from './arguments';
import { COLUMNS } from './linear';

const FILE = new URL('./second-readings.tsv', import.meta.url);

let read: Map<string, readonly number[]> | null = null;

/**
 * What a reader who was not shown its label thought of a labelled row: a share for each category and, behind them, for
 * what belongs to none; together one. By the row's id, and undefined for a row that nobody read a second time. Labels that
 * residents chose themselves are right and wrong by chance; what a reader makes of the words is not.
 */
export function secondReadingOf(id: string | undefined): readonly number[] | undefined {
  read ??= readingsIn(readFileSync(FILE, 'utf8'));
  return id === undefined ? undefined : read.get(id);
}

/** An id and eight percentages a line; `#` begins a remark. Refuses a line that is none, and an id that was there before. */
export function readingsIn(text: string): Map<string, readonly number[]> {
  const readings = new Map<string, readonly number[]>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [id = '', ...percents] = line.split('\t');
    const shares = sharesOf(percents.map(Number));
    const where = `second-readings.tsv 第 ${index + 1} 行`;
    if (id === '' || shares === null) throw new Misuse(`${where}：要有行号和八个百分数，用制表符隔开。`);
    if (readings.has(id)) throw new Misuse(`${where}：${id} 前面已经有了。`);
    readings.set(id, shares);
  });
  return readings;
}

function sharesOf(percents: readonly number[]): number[] | null {
  const sum = percents.reduce((all, percent) => all + percent, 0);
  const areShares = percents.length === COLUMNS && percents.every((percent) => percent >= 0) && sum > 0;
  return areShares ? percents.map((percent) => percent / sum) : null;
}
