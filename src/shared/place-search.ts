import type { Township } from '@contract/directory';

/** One row of a place search: a township, or a village with the township it lies in. */
export interface PlaceHit {
  id: string;
  /** 「车村镇龙王村」: enough to stand alone. */
  name: string;
  /** 「龙王村」, or the township itself. */
  own: string;
  /** Where it lies; empty for a township. */
  townshipName: string;
}

/** A hit with what can be typed to find it. */
interface Findable extends PlaceHit {
  letters: string[];
  initials: string[];
}

/** Everything that can be picked, each with its ways of being typed. Made once for a list of townships. */
export function findablePlaces(townships: readonly Township[]): Findable[] {
  return townships.flatMap((township) => {
    const { id, name, sound, villages } = township;
    const own = { id, name, own: name, townshipName: '', ...typed(sound) };
    return [
      own,
      ...villages.map((village) => ({
        id: village.id,
        name: fullName(name, village.name),
        own: village.name,
        townshipName: name,
        ...typed(village.sound, sound),
      })),
    ];
  });
}

/** 车村 in 车村镇 is called 车村镇车村; a name that already begins with its township's is not doubled. */
const fullName = (township: string, village: string): string =>
  village.startsWith(township) ? village : township + village;

/** The village alone, after its township, and after its township without 镇: lwc, cczlwc, cclwc. */
function typed(sound = '', township = ''): Pick<Findable, 'letters' | 'initials'> {
  const [before] = readings(township);
  const own = readings(sound);
  const after = before ? [before, before.slice(0, -1)] : [];
  const ways = [...own, ...after.flatMap((first) => own.map((reading) => [...first, ...reading]))];
  return {
    letters: ways.map((syllables) => syllables.join('').replace(/v/g, 'u')),
    initials: ways.map((syllables) => syllables.map((syllable) => syllable.charAt(0)).join('')),
  };
}

const readings = (sound: string): string[][] =>
  sound === '' ? [] : sound.split('/').map((reading) => reading.split(' '));

/**
 * Places for what was typed: characters, pinyin (`checun`), first letters (`ccz`), township and village together
 * (`ccczlwc`, 「车村龙王」). The nearest first, townships before villages; at most `most`.
 */
export function searchPlaces(places: readonly Findable[], query: string, most = 30): PlaceHit[] {
  const wanted = query
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replace(/[vü]/g, 'u');
  if (wanted === '') return [];
  const isLatin = /^[a-z]+$/.test(wanted);
  return places
    .map((place) => ({ place, rank: isLatin ? rankByLetters(place, wanted) : rankByName(place, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ place: { id, name, own, townshipName } }) => ({ id, name, own, townshipName }));
}

const NOT_FOUND = 9;

function rankByName({ own, name, townshipName }: Findable, wanted: string): number {
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return townshipName === '' ? 1 : 2;
  if (own.includes(wanted)) return 3;
  if (name.startsWith(wanted)) return 4;
  // 「车村龙王」: the township's 镇 is left out.
  const short = townshipName.replace(/(镇|乡|街道)$/, '') + own;
  return short.startsWith(wanted) ? 4 : NOT_FOUND;
}

function rankByLetters({ letters, initials, townshipName }: Findable, wanted: string): number {
  const later = townshipName === '' ? 0 : 1;
  if (letters.includes(wanted) || initials.includes(wanted)) return later;
  if (letters.some((each) => each.startsWith(wanted))) return 2 + later;
  if (wanted.length >= 2 && initials.some((each) => each.startsWith(wanted))) return 4 + later;
  return NOT_FOUND;
}
