import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classOfCategory } from '../../../cloudfunctions/core/domain/routing/category-of-reading';
import { splitTitle } from '../../../cloudfunctions/core/domain/routing/ngrams';
import type { LeadContent } from '../../../cloudfunctions/setup/content/types';
import { LABELS, type Row } from '../rows';

const FOLDER = new URL('../../../cloudfunctions/setup/content/leads', import.meta.url).pathname;
/** The demonstration leads of the seven categories as labelled rows: always at hand, few, and written by ourselves. */
export function writtenLeads(): Row[] {
  const leads = readdirSync(FOLDER).flatMap(
    (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as LeadContent[],
  );
  return leads.flatMap(({ text, category }) => {
    const label = LABELS.findIndex((name) => name === classOfCategory({ id: category, name: '' }));
    return label < 0 ? [] : [{ ...splitTitle(text), label, segmented: false }];
  });
}
