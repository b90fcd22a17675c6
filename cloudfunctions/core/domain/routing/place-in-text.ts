import type { County } from '../county';

/** A place named in free text: the id of a village where its name is the county's only one, else of a township. */
export function placeInText(text: string, county: County): string | null {
  const township = county.townships.find(
    ({ name, shortName }) => text.includes(name) || (shortName.length >= 2 && text.includes(shortName)),
  );
  const candidates = (township ? [township] : county.townships).flatMap(({ villages }) =>
    villages.filter(({ name }) => name.length >= 3 && text.includes(name)),
  );
  const [village] = candidates;
  if (village && candidates.length === 1) return village.id;
  return township?.id ?? null;
}
