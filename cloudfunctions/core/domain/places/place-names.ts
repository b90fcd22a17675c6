import type { County, CountyTownship, CountyVillage } from '../county';
import { plainText } from './plain-text';

/** One place that a way of writing can mean. */
export interface Meant {
  placeId: string;
  townshipId: string;
  isTownship: boolean;
  /** `full`: with its 镇, 村, 社区; `short`: without. */
  form: 'full' | 'short';
  /** Written as the register has it; a variant gives way to the register's own names. */
  registered: boolean;
  /** Also a word of every day, or so short that it stands inside many: never taken alone. */
  ordinary: boolean;
}
export interface Form {
  text: string;
  meant: Meant[];
}
export interface PlaceNames {
  /** Ways of writing after their first two characters, the longest first. */
  forms: ReadonlyMap<string, readonly Form[]>;
  /** Pinyin written together: `yangzhuangcun`, `yangzhuang`. */
  pinyin: ReadonlyMap<string, readonly Meant[]>;
  /** First letters of the whole name: `yzc`. */
  initials: ReadonlyMap<string, readonly Meant[]>;
  /** Sounds of a name's own part with its ending: `yang zhuang 村`. */
  sounds: ReadonlyMap<string, readonly Meant[]>;
}

const VILLAGE_ENDINGS = ['村', '社区', '居委会', '村委会', '大队', '行政村', '自然村'];
/** 青山社区 need not be 青山村: a word of every day keeps the ending it has. */
const ENDINGS_OF_ORDINARY = ['居委会', '村委会', '大队', '行政村'];
const TOWNSHIP_ENDINGS = ['镇', '乡'];
const STREET_ENDINGS = ['街道', '办事处', '街道办'];
/** The endings a name written with wrong characters is known by. */
export const SOUND_ENDINGS = ['村', '社区', '镇', '乡', '街道'];

const known = new WeakMap<County, PlaceNames>();

/** Every way of writing the county's places. Made once for a county as it was read. */
export function placeNamesOf(county: County): PlaceNames {
  const before = known.get(county);
  if (before) return before;
  const names = new NameTable();
  for (const township of county.townships) {
    if (township.retired) continue;
    addTownship(names, township);
    for (const village of township.villages) if (!village.retired) addVillage(names, township, village);
  }
  const made = names.tables();
  known.set(county, made);
  return made;
}

/** A village's name without 村 or 社区; the name itself where that leaves nothing. */
function stemOf(name: string): string {
  return name.replace(/(?:虚拟生活区|社区居委会|居委会|村委会|社区|村)$/, '') || name;
}

function addTownship(names: NameTable, township: CountyTownship): void {
  const { id, ordinary = false } = township;
  const name = plainText(township.name).plain;
  const shortName = plainText(township.shortName).plain;
  const isStreet = name.endsWith('街道');
  const meant = { placeId: id, townshipId: id, isTownship: true, registered: true };
  const endings = isStreet ? STREET_ENDINGS : name === shortName ? [] : TOWNSHIP_ENDINGS;
  names.write(name, { ...meant, form: 'full', ordinary: false });
  for (const ending of endings) {
    const text = `${shortName}${ending}`;
    if (text !== name) names.write(text, { ...meant, form: 'full', registered: false, ordinary: false });
  }
  // 湖北路 is a road before it is the office that bears its name.
  if (shortName.length >= 2)
    names.write(shortName, { ...meant, form: 'short', ordinary: ordinary || isStreet });
  names.sound(township.sound, { ...meant, form: 'full', ordinary: false }, name.length - shortName.length);
}

function addVillage(names: NameTable, township: CountyTownship, village: CountyVillage): void {
  const { id, ordinary = false } = village;
  const name = plainText(village.name).plain;
  const stem = stemOf(name);
  const meant = { placeId: id, townshipId: township.id, isTownship: false };
  const isShort = stem.length < 2;
  const alone = ordinary && isShort;
  names.write(name, { ...meant, form: 'full', registered: true, ordinary: alone });
  for (const base of name.endsWith('村') ? [stem, name] : [stem]) {
    for (const ending of ordinary ? ENDINGS_OF_ORDINARY : VILLAGE_ENDINGS) {
      const text = `${base}${ending}`;
      if (text !== name) names.write(text, { ...meant, form: 'full', registered: false, ordinary: alone });
    }
  }
  // 陶村社区 was 陶村 for hundreds of years.
  const isVillageStem = stem.length === 2 && stem.endsWith('村');
  if (!isShort)
    names.write(stem, { ...meant, form: isVillageStem ? 'full' : 'short', registered: false, ordinary });
  names.sound(
    village.sound,
    { ...meant, form: 'full', registered: true, ordinary },
    name.length - stem.length,
  );
}

class NameTable {
  private readonly texts = new Map<string, Meant[]>();
  private readonly pinyin = new Map<string, Meant[]>();
  private readonly initials = new Map<string, Meant[]>();
  private readonly sounds = new Map<string, Meant[]>();

  /** `text` as `plainText` gives it: endings are plain already. */
  write(text: string, meant: Meant): void {
    add(this.texts, text, meant);
  }

  /** `endingLength`: how many syllables at the end are 村, 社区, 镇. */
  sound(sound: string | undefined, meant: Meant, endingLength: number): void {
    for (const reading of sound?.split('/') ?? []) {
      const syllables = reading.split(' ');
      const own = syllables.slice(0, syllables.length - endingLength);
      for (const way of spellings(syllables.join(''))) add(this.pinyin, way, meant);
      if (own.length >= 2 && endingLength > 0) {
        for (const way of spellings(own.join(''))) add(this.pinyin, way, { ...meant, form: 'short' });
        add(this.sounds, own.join(' '), meant);
      }
      if (syllables.length >= 3) add(this.initials, syllables.map((each) => each.charAt(0)).join(''), meant);
    }
  }

  tables(): PlaceNames {
    const forms = new Map<string, Form[]>();
    for (const [text, meant] of this.texts) {
      const key = text.slice(0, 2);
      const list = forms.get(key);
      if (list === undefined) forms.set(key, [{ text, meant }]);
      else list.push({ text, meant });
    }
    for (const list of forms.values()) list.sort((a, b) => b.text.length - a.text.length);
    return { forms, pinyin: this.pinyin, initials: this.initials, sounds: this.sounds };
  }
}

/** 吕 is typed lv by some keyboards, lu by some people. */
const spellings = (letters: string): string[] =>
  letters.includes('lv') ? [letters, letters.replaceAll('lv', 'lu')] : [letters];

function add(table: Map<string, Meant[]>, key: string, meant: Meant): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [meant]);
  else if (!list.some(({ placeId }) => placeId === meant.placeId)) list.push(meant);
}
