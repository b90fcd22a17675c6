import type { DirectoryEdit, DirectoryEntries } from '@contract/directory-desk';
import { STATION_KINDS } from '@contract/board';
import { TEMPLATE_USES } from '@contract/directory';
import { STATION_KIND_LABELS, TEMPLATE_USE_LABELS } from '@contract/labels-zh';
import type { ImportRow } from '@contract/directory-import';
import type { County } from '../county';
import { same } from './apply-edits';
import {
  COMMITTEE_ENDING,
  meant,
  planned,
  rejected,
  said,
  saidBefore,
  SECTOR_ENDING,
  TOWNSHIP_ENDING,
  UNIT_ENDING,
  type PlanContext,
  type RowPlan,
  type Taken,
} from './plan-rows';
import { entriesOf } from './sections';

/** The parts whose entries come one a row. */
const ENTRY_KINDS = ['townships', 'committees', 'sectors', 'stations', 'categories', 'templates'] as const;
type EntryKind = (typeof ENTRY_KINDS)[number];
export const isEntryKind = (kind: string): kind is EntryKind => ENTRY_KINDS.some((one) => one === kind);

/** The entry a row makes, known or new; a sentence where it makes none. */
type Reader<K extends EntryKind> = (row: ImportRow, context: PlanContext) => DirectoryEntries[K] | string;

/** One entry of a part: new, changed in what the row says otherwise, or the same. What the row leaves blank stays. */
export function planEntry(kind: EntryKind, row: ImportRow, context: PlanContext, taken: Taken): RowPlan {
  const read: Reader<EntryKind> = READERS[kind];
  const entry = read(row, context);
  if (typeof entry === 'string') return rejected(row, entry);
  const twice = saidBefore(row, entry.id, taken);
  if (twice) return twice;
  const known: readonly DirectoryEntries[EntryKind][] = entriesOf(context.county, kind);
  const before = known.find(({ id }) => id === entry.id) ?? null;
  if (same(before, entry)) return planned(row, 'same');
  const edits = [{ section: kind, id: entry.id, entry } as DirectoryEdit];
  return before === null
    ? planned(row, 'new', '', { edits })
    : planned(row, 'changed', changedWords(before, entry), { edits });
}

const FIELDS: Record<string, string> = {
  name: '名称',
  shortName: '简称',
  committeeId: '专委会',
  sectorIds: '界别',
  unitIds: '承办单位',
  keywords: '用词',
  private: '不公开',
  kind: '种类',
  placeId: '所在的地方',
  address: '地址',
  hours: '开门时间',
  duty: '值班',
  phone: '电话',
  text: '内容',
};

function changedWords(before: object, after: object): string {
  const [was, is]: Record<string, unknown>[] = [{ ...before }, { ...after }];
  const words = Object.entries(FIELDS).flatMap(([field, word]) =>
    same({ value: was?.[field] }, { value: is?.[field] }) ? [] : [word],
  );
  const isBack = was?.['retired'] === true && is?.['retired'] === undefined;
  return [...(words.length > 0 ? [`改${words.join('、')}`] : []), ...(isBack ? ['恢复在用'] : [])].join('，');
}

const READERS: { [K in EntryKind]: Reader<K> } = {
  townships: readTownship,
  committees: readCommittee,
  sectors: readSector,
  stations: readStation,
  categories: readCategory,
  templates: readTemplate,
};

/** The entry as it stands, in use again; nothing where it is not known. */
function standing<Entry extends { retired?: boolean }>(
  entry: Entry | undefined,
): Omit<Entry, 'retired'> | null {
  if (entry === undefined) return null;
  const { retired: _, ...rest } = entry;
  return rest;
}

function readTownship(row: ImportRow, { county }: PlanContext): DirectoryEntries['townships'] | string {
  const [id, name, sound] = [said(row, 'id'), said(row, 'name'), said(row, 'sound')];
  if (!/^\d{9}$/.test(id)) return '编号要写 9 位的统计用区划代码。';
  const before = standing(entriesOf(county, 'townships').find((one) => one.id === id));
  const shortName = said(row, 'shortName') || before?.shortName || name.replace(TOWNSHIP_ENDING, '');
  const isSame = before?.name === name;
  return { ...before, id, name, shortName, ...(sound && !isSame ? { sound } : {}) };
}

function readCommittee(row: ImportRow, { county, idOf }: PlanContext): DirectoryEntries['committees'] {
  const name = said(row, 'name');
  const known = meant(county.committees, name, COMMITTEE_ENDING);
  if (known !== null) return known;
  const retired = standing(county.committees.find((one) => one.name === name));
  return { ...retired, id: retired?.id ?? `k-${idOf(name)}`, name };
}

function readSector(row: ImportRow, { county, idOf }: PlanContext): DirectoryEntries['sectors'] | string {
  const committeeId = committeeOf(said(row, 'committee'), county);
  if (committeeId === null) return noSuch(said(row, 'committee'), '专委会');
  const name = said(row, 'name');
  const known = meant(county.sectors, name, SECTOR_ENDING);
  if (known !== null) return { ...known, committeeId };
  const retired = standing(county.sectors.find((one) => one.name === name));
  return { ...retired, id: retired?.id ?? `g-${idOf(name)}`, name, committeeId };
}

function readStation(row: ImportRow, { county, idOf }: PlanContext): DirectoryEntries['stations'] | string {
  const township = meant(county.townships, said(row, 'township'), TOWNSHIP_ENDING);
  if (township === null) return noSuch(said(row, 'township'), '乡镇');
  const wanted = said(row, 'village');
  const village = wanted === '' ? null : meant(township.villages, wanted, VILLAGE_ENDING);
  if (wanted !== '' && village === null) return `${township.name}没有「${wanted}」这个村（社区）。`;
  const kind = STATION_KINDS.find((one) => STATION_KIND_LABELS[one].endsWith(said(row, 'kind')));
  if (kind === undefined)
    return `种类要写${STATION_KINDS.map((one) => `「${STATION_KIND_LABELS[one]}」`).join('、')}。`;
  const phone = said(row, 'phone');
  if (!/^[\d +-]*$/.test(phone)) return '电话只能写数字。';
  const name = said(row, 'name');
  const places = [township.id, ...township.villages.map(({ id }) => id)];
  const before = (county.stations ?? []).find((one) => one.name === name && places.includes(one.placeId));
  const duty = said(row, 'duty');
  return {
    ...before,
    id: before?.id ?? `s-${idOf(`${township.id}\n${name}`)}`,
    name,
    kind,
    placeId: village?.id ?? (wanted === '' && before ? before.placeId : township.id),
    address: said(row, 'address'),
    hours: said(row, 'hours'),
    ...(duty ? { duty } : {}),
    ...(phone ? { phone } : {}),
  };
}
const VILLAGE_ENDING = /(?:村民委员会|居民委员会|村委会|居委会|社区|村)$/;

function readCategory(
  row: ImportRow,
  { county, idOf }: PlanContext,
): DirectoryEntries['categories'] | string {
  const name = said(row, 'name');
  const before = county.categories.find((one) => one.name === name);
  const sectors = listed(said(row, 'sectors'), county.sectors, SECTOR_ENDING);
  if (typeof sectors === 'string') return noSuch(sectors, '界别');
  const units = listed(said(row, 'units'), county.units, UNIT_ENDING);
  if (typeof units === 'string') return noSuch(units, '承办单位');
  const wanted = said(row, 'committee');
  const committeeId = wanted === '' ? (before?.committeeId ?? null) : committeeOf(wanted, county);
  if (wanted !== '' && committeeId === null) return noSuch(wanted, '专委会');
  const keywords = keywordsIn(said(row, 'keywords'));
  if (keywords.some(({ phrase }) => phrase.length > 30))
    return '用词一个最多 30 个字，几个词之间用顿号隔开。';
  const secret = said(row, 'private');
  if (!/^[是否]?$/.test(secret)) return '「不公开」要写「是」或「否」。';
  return {
    ...before,
    id: before?.id ?? `c-${idOf(name)}`,
    name,
    sectorIds: sectors,
    committeeId,
    unitIds: units.length > 0 ? units : (before?.unitIds ?? []),
    private: secret === '' ? (before?.private ?? false) : secret === '是',
    keywords: keywords.length > 0 ? keywords : (before?.keywords ?? []),
  };
}

function readTemplate(row: ImportRow, { county, idOf }: PlanContext): DirectoryEntries['templates'] | string {
  const use = TEMPLATE_USES.find((one) => TEMPLATE_USE_LABELS[one] === said(row, 'use'));
  if (use === undefined)
    return `用在哪里要写${TEMPLATE_USES.map((one) => `「${TEMPLATE_USE_LABELS[one]}」`).join('、')}。`;
  const title = said(row, 'title');
  const before = county.templates.find((one) => one.use === use && one.title === title);
  return { id: before?.id ?? `t-${idOf(`${use}\n${title}`)}`, use, title, text: said(row, 'text') };
}

const noSuch = (text: string, what: string): string =>
  `没有「${text}」这个${what}，先在${what}里加，或改成已有的写法。`;
const committeeOf = (text: string, county: County): string | null =>
  meant(county.committees, text, COMMITTEE_ENDING)?.id ?? null;

const partsOf = (text: string): string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The ids of entries listed in one cell, each once; the first text that means none. */
function listed(
  text: string,
  entries: readonly { id: string; name: string; retired?: boolean }[],
  ending: RegExp,
): string[] | string {
  const ids: string[] = [];
  for (const part of partsOf(text)) {
    const entry = meant(entries, part, ending);
    if (entry === null) return part;
    if (!ids.includes(entry.id)) ids.push(entry.id);
  }
  return ids;
}

/** `坑洼 3、堵车`: a word and its weight, 2 where none is written. */
const keywordsIn = (text: string): { phrase: string; weight: number }[] =>
  partsOf(text).map((part) => {
    const [, phrase = part, weight = '2'] = /^(.*?)\s+([1-3])$/.exec(part) ?? [];
    return { phrase: phrase.trim(), weight: Number(weight) };
  });
