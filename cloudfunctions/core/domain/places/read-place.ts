import type { PlaceCandidate } from '@contract/lead';
import { findPlace, type County } from '../county';
import { homophonesIn } from './homophones';
import { namesIn, pinyinIn, type Mention } from './mentions';
import { placeNamesOf, type Meant } from './place-names';
import { asWritten, plainText, type PlainText } from './plain-text';

/** What a text says about the place. */
export interface PlaceReading {
  /** A village, or a township; null where nothing is named or it must be asked. */
  place: string | null;
  /** What can also be meant. Empty when nothing is open. */
  candidates: PlaceCandidate[];
  by: 'name' | 'pinyin' | 'none';
  /** The words that named it, as they were written. */
  words: string[];
}

const CANDIDATES_MAX = 6;
/** Who writes more has named the place long before; so the longest text costs no more than a few usual ones. */
const READ_MAX = 3_000;
const MENTIONS_MAX = 60;
const NOTHING: PlaceReading = { place: null, candidates: [], by: 'none', words: [] };

/** One mention after everything around it was taken into account. */
interface Heard {
  mention: Mention;
  meant: readonly Meant[];
  /** Sure enough to decide; the others are only asked about. */
  sure: boolean;
  /** In a township that is named or known. */
  inNamed: boolean;
}

/**
 * The place a text speaks of. A name that several places bear is asked about, never guessed, unless the township is
 * named as well or known (`townshipId`: from a code or a choice). Total: any text has a reading.
 */
export function readPlace(text: string, county: County, townshipId: string | null = null): PlaceReading {
  const plain = plainText(text.slice(0, READ_MAX));
  const names = placeNamesOf(county);
  const written = [...namesIn(plain.plain, names), ...pinyinIn(plain.plain, names)];
  const mentions = [...written, ...homophonesIn(plain.plain, names, written)].sort(
    (a, b) => a.start - b.start,
  );
  if (mentions.length === 0) return NOTHING;
  const heard = hear(mentions.slice(0, MENTIONS_MAX), plain, townshipId);
  return decide(heard, townshipId, { county, text, plain });
}

/** What each mention means beside the others. */
function hear(mentions: readonly Mention[], { plain }: PlainText, known: string | null): Heard[] {
  const named = new Set(
    known === null ? mentions.filter(isSureTownship).flatMap(({ meant }) => townshipsOf(meant)) : [known],
  );
  return mentions.map((mention, index) => {
    const before = mentions[index - 1];
    const follows = before !== undefined && isSureTownship(before) && touches(plain, before, mention);
    const nearest = follows ? new Set(townshipsOf(before.meant)) : named;
    const inNearest = mention.meant.filter(
      (each) => nearest.has(each.townshipId) && !(follows && each.isTownship),
    );
    if (inNearest.length > 0) {
      const meant = villagesFirst(inNearest, mention);
      return { mention, meant, sure: isSureInside(mention, meant), inNamed: true };
    }
    const meant = registeredFirst(mention.meant);
    return { mention, meant, sure: isSureAlone(mention, meant), inNamed: false };
  });
}

const townshipsOf = (meant: readonly Meant[]): string[] =>
  meant.filter(({ isTownship }) => isTownship).map(({ townshipId }) => townshipId);

function isSureTownship({ meant, by }: Mention): boolean {
  const [township, another] = meant.filter(({ isTownship }) => isTownship);
  return (by === 'name' || by === 'pinyin') && township !== undefined && !another && !township.ordinary;
}

/** Nothing but a blank or a stroke stands between a township and the village named after it. */
const touches = (plain: string, before: Mention, mention: Mention): boolean =>
  /^[\s的,，、/·\-—]{0,2}$/.test(plain.slice(before.end, mention.start));

/** A short name that a township bears means the township: 车村 is 车村镇 before it is the village 车村. */
function villagesFirst(meant: readonly Meant[], { by }: Mention): readonly Meant[] {
  if (by !== 'name') return meant;
  const townships = meant.filter(({ isTownship }) => isTownship);
  return townships.length > 0 ? townships : registeredFirst(meant);
}

function registeredFirst(meant: readonly Meant[]): readonly Meant[] {
  const townships = meant.filter(({ isTownship }) => isTownship);
  if (townships.length > 0) return townships;
  const registered = meant.filter((each) => each.registered);
  return registered.length > 0 ? registered : meant;
}

function isSureInside({ by }: Mention, meant: readonly Meant[]): boolean {
  if (by === 'pinyin') return true;
  return by === 'name' && meant.every(({ form, ordinary }) => form === 'full' || !ordinary);
}

/** Without its township a name decides unless it is a word of every day: 文化, but not 文化社区. */
function isSureAlone({ by }: Mention, meant: readonly Meant[]): boolean {
  if (by === 'pinyin') return meant.every(({ form, ordinary }) => form === 'full' || !ordinary);
  return by === 'name' && meant.every(({ ordinary }) => !ordinary);
}

interface Source {
  county: County;
  text: string;
  plain: PlainText;
}

function decide(heard: readonly Heard[], known: string | null, source: Source): PlaceReading {
  const sure = heard.filter((each) => each.sure);
  const villages = sure.filter(({ meant }) => !meant.some(({ isTownship }) => isTownship));
  const inNamed = villages.filter((each) => each.inNamed);
  if (inNamed.length > 0) return settle(inNamed, heard, source);
  if (known) return { ...NOTHING, place: known, candidates: openInside(known, heard, source) };
  const isTownship = ({ meant }: Heard): boolean => meant.some((each) => each.isTownship);
  const townships = sure.filter(isTownship);
  const [township] = townships;
  const isOne = new Set(townships.flatMap(({ meant }) => idsOf(meant))).size === 1;
  // 北坡镇杨庄村, and 北坡镇 has none: the township is what was said.
  const follows = (village: Heard): boolean =>
    townships.some(({ mention }) => touches(source.plain.plain, mention, village.mention));
  const another = askable(heard).filter((each) => isTownship(each) && each.meant !== township?.meant);
  if (township && isOne && another.length > 0) return ask([...sure, ...another], source);
  if (township && isOne && villages.every(follows)) {
    const place = idsOf(township.meant)[0] ?? null;
    const open = villages.length > 0 ? candidatesOf(villages, source) : openInside(place, heard, source);
    return { place, candidates: open, by: byOf(township), words: wordsOf(townships, source) };
  }
  return settle([...townships, ...villages], heard, source);
}

const ask = (open: readonly Heard[], source: Source): PlaceReading => ({
  ...NOTHING,
  candidates: candidatesOf(open, source),
});

/** One place, or the township that all of them share with the rest to be asked, or nothing but the question. */
function settle(named: readonly Heard[], heard: readonly Heard[], source: Source): PlaceReading {
  const meant = named.flatMap((each) => each.meant);
  const ids = new Set(meant.map(({ placeId }) => placeId));
  const [first] = named;
  if (first === undefined) return ask(askable(heard), source);
  const townshipIds = new Set(meant.map(({ townshipId }) => townshipId));
  const words = wordsOf(
    heard.filter((each) => named.includes(each) || (each.sure && isOfTownship(each, townshipIds))),
    source,
  );
  if (ids.size === 1) return { place: [...ids][0] ?? null, candidates: [], by: byOf(first), words };
  const place = townshipIds.size === 1 ? ([...townshipIds][0] ?? null) : null;
  return { place, candidates: candidatesOf(named, source), by: byOf(first), words };
}

const openInside = (townshipId: string | null, heard: readonly Heard[], source: Source): PlaceCandidate[] =>
  candidatesOf(
    askable(heard)
      .map((each) => ({
        ...each,
        meant: each.meant.filter((one) => one.townshipId === townshipId && !one.isTownship),
      }))
      .filter(({ meant }) => meant.length > 0),
    source,
  );

/** Mentions too weak to decide and good enough to ask about. */
function askable(heard: readonly Heard[]): Heard[] {
  return heard.filter(({ sure, meant, mention, inNamed }) => {
    if (sure) return false;
    if (mention.by === 'name') return inNamed || meant.some(({ isTownship }) => isTownship);
    return meant.length <= 3;
  });
}

/** A township's own mention, where it is one of these. */
const isOfTownship = ({ meant }: Heard, townshipIds: ReadonlySet<string>): boolean =>
  meant.some(({ isTownship, townshipId }) => isTownship && townshipIds.has(townshipId));

const idsOf = (meant: readonly Meant[]): string[] => meant.map(({ placeId }) => placeId);
const byOf = ({ mention }: Heard): PlaceReading['by'] => (mention.by === 'pinyin' ? 'pinyin' : 'name');

/** The words, those that touch as one: 车村镇龙王村. */
function wordsOf(named: readonly Heard[], { text, plain }: Source): string[] {
  const spans: { start: number; end: number }[] = [];
  for (const { mention } of named) {
    const last = spans.at(-1);
    if (last?.end === mention.start) last.end = mention.end;
    else spans.push({ start: mention.start, end: mention.end });
  }
  return [...new Set(spans.map(({ start, end }) => asWritten(text, plain, start, end)))];
}

function candidatesOf(open: readonly Heard[], { county, text, plain }: Source): PlaceCandidate[] {
  const candidates = new Map<string, PlaceCandidate>();
  for (const { mention, meant } of open) {
    const words = asWritten(text, plain, mention.start, mention.end);
    for (const { placeId } of meant) {
      const name = findPlace(county, placeId)?.name;
      if (name && !candidates.has(placeId))
        candidates.set(placeId, { id: placeId, name, why: whyOf(mention, words, meant.length) });
    }
  }
  return [...candidates.values()].slice(0, CANDIDATES_MAX);
}

function whyOf({ by }: Mention, words: string, count: number): string {
  if (by === 'sound') return `「${words}」读音相同`;
  if (by === 'initials') return `「${words}」是它的首字母`;
  return count > 1 ? `写了「${words}」，同名的有${count}个` : `写了「${words}」`;
}
