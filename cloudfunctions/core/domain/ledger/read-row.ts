import { TEXT_MAX } from '@contract/limits';
import type { LedgerRow } from '@contract/ledger';
import type { County, CountyCategory } from '../county';
import { isDate } from '../deadlines/working-days';
import { readAdopted, readSolved, type Adopted, type Solved } from './read-outcome';
import { meant, meantUnit, TOWNSHIP_ENDING } from '../directory/plan-rows';

/** A row of the ledger, understood. */
export interface LedgerEntry {
  row: number;
  /** What tells it from the others of its ledger, without the person's name and telephone. */
  identity: string;
  date: string;
  doneOn: string | null;
  text: string;
  townshipId: string | null;
  category: CountyCategory | null;
  unitId: string | null;
  handling: string;
  adopted: Adopted;
  solved: Solved;
  /** What the ledger says of an end that is only half one, in its own words; empty where it is none. */
  halfSolved: string;
  name: string;
  phone: string;
  /** What the row says and the county's directory does not know, or that is too much: each a sentence. */
  doubts: string[];
}

const HANDLING_MAX = 2_000;
const HALF_MAX = 200;
const QUOTED_MAX = 20;

/** What a row says, or in a sentence why it cannot be taken: no date, a date to come, no words, words too long. */
export function readLedgerRow(
  { row, values }: LedgerRow,
  county: County,
  today: string,
): LedgerEntry | string {
  const said = (field: string): string => values[field]?.trim() ?? '';
  const [date, doneOn, text] = [said('date'), said('doneOn') || null, said('text')];
  if (!isDate(date)) return date === '' ? '缺时间。' : `时间「${date}」看不懂，写成 2026-03-01 这样。`;
  if (date > today) return `时间 ${date} 还没有到。`;
  if (doneOn !== null && (!isDate(doneOn) || doneOn < date || doneOn > today))
    return `办结时间「${doneOn}」不对，要在 ${date} 和今天之间。`;
  if (!/[\p{L}\p{N}]/u.test(text)) return '缺内容。';
  if (text.length > TEXT_MAX) return `内容有 ${text.length} 个字，最多 ${TEXT_MAX} 个字。`;
  const [adopted, solved] = [readAdopted(said('adopted')), readSolved(said('solved'))];
  if (adopted === undefined) return `「是否采纳」写的「${said('adopted')}」看不懂，写「是」或「否」。`;
  if (solved === undefined)
    return `「是否解决」写的「${said('solved')}」看不懂，写「是」「否」「部分解决」或「暂不能解决」。`;
  const unit = readUnits(said('unit'), county);
  const handling = said('handling');
  const township = named(said('township'), (name) => meant(county.townships, name, TOWNSHIP_ENDING));
  const category = named(said('category'), (name) => meant(county.categories, name, /类$/));
  return {
    row,
    identity: [said('serial'), date, said('township'), text.replace(/\s/g, '')].join('\n'),
    date,
    doneOn,
    text,
    townshipId: township.entry?.id ?? null,
    category: category.entry,
    unitId: unit.unitId,
    handling: handling.slice(0, HANDLING_MAX),
    adopted,
    solved,
    halfSolved: solved === 'half' ? said('solved').slice(0, HALF_MAX) : '',
    name: said('name'),
    phone: /[\d +-]{5,20}/.exec(said('phone'))?.[0]?.trim() ?? '',
    doubts: [
      ...(township.isUnknown ? [`没有乡镇${quoted(said('township'))}，按内容来分。`] : []),
      ...(category.isUnknown ? [`没有类别${quoted(said('category'))}，按内容来分。`] : []),
      ...unit.doubts,
      ...(solved === 'half' ? [`解决情况写的是${quoted(said('solved'))}，按还在办理记，原话留着。`] : []),
      ...(handling.length > HANDLING_MAX
        ? [`办理情况有 ${handling.length} 个字，只记前 ${HANDLING_MAX} 个字。`]
        : []),
    ],
  };
}

const quoted = (words: string): string =>
  `「${words.length > QUOTED_MAX ? `${words.slice(0, QUOTED_MAX)}…` : words}」`;

/** What people write where they have nothing to write. */
const NOTHING = /^(?:无|没有|不写|不详|未知|未填|暂无|[-—–/\\\s]*)$/;

/** The entry that is named, and whether a name is there that nothing goes by. */
function named<Entry>(name: string, find: (name: string) => Entry | null) {
  const entry = NOTHING.test(name) ? null : find(name);
  return { entry, isUnknown: entry === null && !NOTHING.test(name) };
}

/** The first unit the county has of those that are named; a lead is handed to one. */
function readUnits(words: string, county: County): { unitId: string | null; doubts: string[] } {
  const names = words
    .split(/[、，,;；/]/)
    .map((name) => name.trim())
    .filter((name) => !NOTHING.test(name));
  const units = names.map((name) => meantUnit(county.units, name));
  const unit = units.find((one) => one !== null) ?? null;
  const unknown = names.filter((_, at) => units[at] === null);
  const others = names.filter((_, at) => units[at] !== null && units[at] !== unit);
  return {
    unitId: unit?.id ?? null,
    doubts: [
      ...(unknown.length > 0 ? [`没有承办单位${unknown.map(quoted).join('')}，没有交给它。`] : []),
      ...(unit && others.length > 0
        ? [`承办单位只记一个「${unit.name}」，没有记${others.map(quoted).join('')}。`]
        : []),
    ],
  };
}
