import { readdirSync, readFileSync } from 'node:fs';
import { classOfCategory } from '../../cloudfunctions/core/domain/routing/category-of-reading';
import { splitTitle } from '../../cloudfunctions/core/domain/routing/ngrams';
import { LABELS, OTHER, type Row } from './rows';

const FOLDER = new URL('./examples/', import.meta.url);

/**
 * Short messages we wrote ourselves, a file a category of the default table, one message a line; `outside-…` is for another
 * door. A category that the labels do not know is read as `OTHER`.
 */
export function readExamples(): Row[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const name = classOfCategory({ id: file.replace(/\.txt$/, ''), name: '' });
      const label = LABELS.indexOf(name as (typeof LABELS)[number]);
      return readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ ...splitTitle(line), label: label < 0 ? OTHER : label, segmented: false }));
    });
}
