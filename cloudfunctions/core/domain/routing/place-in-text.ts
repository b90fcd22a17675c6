import type { County } from '../county';

/**
 * A place named in free text: the id of a village where only one can be meant, else of the one township named. Null
 * where two could be meant: a person looks, nobody guesses.
 */
export function placeInText(text: string, county: County): string | null {
  const { mentioned, rest } = villageNamesIn(text, county);
  // 纸房村 lies in 车村镇: a short name counts only outside the names of villages.
  const named = county.townships.filter(
    ({ name, shortName }) => text.includes(name) || (shortName.length >= 2 && rest.includes(shortName)),
  );
  // Names of two characters (王村) stand inside too many words: they count right behind their township's.
  const [village, another] = (named.length > 0 ? named : county.townships).flatMap((township) =>
    township.villages.filter(({ name }) => mentioned.has(name) || text.includes(`${township.name}${name}`)),
  );
  if (village && !another) return village.id;
  const [township] = named;
  return township && named.length === 1 ? township.id : null;
}

/** The longest names first, each taken out of the text: who writes 龙王村 does not mean 王村. */
function villageNamesIn(text: string, county: County): { mentioned: Set<string>; rest: string } {
  const names = county.townships.flatMap(({ villages }) => villages.map(({ name }) => name));
  const found = [...new Set(names)].filter((name) => name.length >= 3 && text.includes(name));
  const mentioned = new Set<string>();
  let rest = text;
  for (const name of found.sort((a, b) => b.length - a.length)) {
    if (!rest.includes(name)) continue;
    mentioned.add(name);
    rest = rest.replaceAll(name, '\n');
  }
  return { mentioned, rest };
}
