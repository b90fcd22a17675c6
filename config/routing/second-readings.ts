import { readFileSync } from 'node:fs';
import { COLUMNS } from './linear';

const FILE = new URL('./second-readings.tsv', import.meta.url);

let read: Map<string, number[]> | null = null;

/**
 * What a reader who was shown no label thought of a labelled row: a share for each category and, behind them, for what
 * belongs to none; together one. By the row's id, and undefined for a row that nobody read a second time. Labels that
 * residents chose themselves are right and wrong by chance; what a reader makes of the words is not.
 */
export function secondReadingOf(id: string | undefined): readonly number[] | undefined {
  read ??= new Map(
    readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [row = '', ...percents] = line.split('\t');
        return [row, sharesOf(percents.map(Number))];
      }),
  );
  return id === undefined ? undefined : read.get(id);
}

function sharesOf(percents: readonly number[]): number[] {
  const sum = percents.reduce((all, percent) => all + percent, 0);
  if (percents.length !== COLUMNS || !(sum > 0)) throw new Error('a second reading has eight shares');
  return percents.map((percent) => percent / sum);
}
