import type { County, CountyCategory } from '../county';
import type { Reading } from './classify';

/** Below this the classifier's first category is left to the keywords and to people. */
const SURE_FROM = 0.8;
/** A text with fewer Chinese characters says too little, however sure the classifier is. */
const LEAST_CHARACTERS = 4;

/** The classifier speaks in the names of its classes, the county in ids. */
const CATEGORY_OF_CLASS: ReadonlyMap<string, string> = new Map([
  ['城乡建设', 'urban-construction'],
  ['环境保护', 'environment'],
  ['交通运输', 'transport'],
  ['教育文体', 'education-culture'],
  ['劳动和社会保障', 'labor-social-security'],
  ['商贸旅游', 'commerce-tourism'],
  ['卫生计生', 'health'],
]);

/** The county's category that the classifier is sure of; null when it is not, or the county does not have it. */
export function categoryOfReading(text: string, reading: Reading, county: County): CountyCategory | null {
  const [best] = reading.ranked;
  if (best === undefined || best.probability < SURE_FROM) return null;
  // The ranked shares are those of a text that belongs to one of them: first it must rather belong than not.
  if (reading.outOfScope > (1 - reading.outOfScope) * best.probability) return null;
  if ((text.match(/\p{Script=Han}/gu) ?? []).length < LEAST_CHARACTERS) return null;
  return categoryNamed(best.name, county);
}

/** The county's category behind a name of the classifier's; null when the county does not have it. */
export function categoryNamed(name: string, county: County): CountyCategory | null {
  const categoryId = CATEGORY_OF_CLASS.get(name);
  return county.categories.find(({ id, name: known }) => id === categoryId || known === name) ?? null;
}

/** The name under which the classifier learns a category of the county. */
export function classOfCategory({ id, name }: Pick<CountyCategory, 'id' | 'name'>): string {
  return [...CATEGORY_OF_CLASS].find(([, categoryId]) => categoryId === id)?.[0] ?? name;
}
