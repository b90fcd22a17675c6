import * as v from 'valibot';
import {
  DIRECTORY_SECTIONS,
  type DirectoryEdit,
  type DirectoryEntries,
  type DirectorySection,
  type DirectoryVerbs,
} from '@contract/directory-desk';
import { STATION_KINDS } from '@contract/board';
import { isSeen } from '@contract/plain-text';
import { TEMPLATE_USES } from '@contract/directory';
import {
  IMPORT_CELL_MAX,
  IMPORT_KINDS,
  IMPORT_ROWS_MAX,
  POST_MAX,
  type ImportVerbs,
} from '@contract/directory-import';
import {
  getCoverage,
  getDirectorySection,
  listDirectoryChanges,
  listPeople,
} from '../app/directory/get-directory-section';
import { saveDirectory } from '../app/directory/save-directory';
import { giveBindCode, savePerson, unbindPerson } from '../app/directory/save-person';
import { checkImport, commitImport } from '../app/directory/import-table';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { id, nothing, plain } from './schemas';

const EDITS_MAX = 60;
const words = (max: number) =>
  v.pipe(plain, v.trim(), v.maxLength(max, `最多写 ${max} 个字。`), v.check(isSeen, '这一栏要写内容。'));
const maybe = (max: number) => v.pipe(plain, v.trim(), v.maxLength(max, `最多写 ${max} 个字。`));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-01-31 这样。'));
const days = v.pipe(v.number('写一个整数。'), v.integer('写一个整数。'), v.minValue(0), v.maxValue(120));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const retired = v.optional(v.boolean());
const ids = v.pipe(v.array(id), v.maxLength(20, '最多 20 个。'));
const phrases = v.pipe(v.array(words(30)), v.maxLength(200));
const sound = v.optional(
  v.pipe(v.string(), v.regex(/^[a-z0-9 /]{1,200}$/, '拼音用小写字母，音节之间空一格。')),
);
const place = { id, name: words(40), sound, ordinary: v.optional(v.boolean()), retired };
const named = { id, name: words(60), retired };
const phone = v.pipe(v.string(), v.trim(), v.regex(/^[\d +-]{0,20}$/, '电话只能写数字。'));
const dates = v.pipe(v.array(date), v.maxLength(200));

const ENTRIES: { [S in DirectorySection]: v.GenericSchema<unknown, DirectoryEntries[S]> } = {
  townships: v.strictObject({ ...place, shortName: words(20) }),
  villages: v.strictObject({ ...place, townshipId: id }),
  committees: v.strictObject(named),
  sectors: v.strictObject({ ...named, committeeId: id }),
  units: v.strictObject(named),
  stations: v.strictObject({
    id,
    name: words(40),
    kind: v.picklist(STATION_KINDS, '没有这种联络站。'),
    placeId: id,
    address: maybe(80),
    hours: maybe(60),
    duty: v.optional(maybe(60)),
    phone: v.optional(phone),
  }),
  terms: v.strictObject({
    id,
    office: v.picklist(['liaison', 'convener']),
    townshipId: id,
    accountId: id,
    name: maybe(30),
    from: date,
    to: v.nullable(date),
  }),
  categories: v.strictObject({
    id,
    name: words(30),
    sectorIds: ids,
    committeeId: v.nullable(id),
    unitIds: ids,
    private: v.boolean(),
    keywords: v.pipe(
      v.array(v.strictObject({ phrase: words(30), weight: v.pipe(v.number(), v.integer()) })),
      v.maxLength(400, '用词太多了，最多 400 个。'),
    ),
    accusations: v.optional(v.strictObject({ who: phrases, deeds: phrases })),
  }),
  templates: v.strictObject({ id, use: v.picklist(TEMPLATE_USES), title: words(40), text: words(500) }),
  calendars: v.strictObject({ id, holidays: dates, workingWeekends: dates }),
  leadership: v.strictObject({ id, accountId: v.nullable(id), name: maybe(30) }),
  policy: v.strictObject({
    id,
    acceptWithin: days,
    decideWithin: days,
    handleWithin: days,
    supplementWithin: days,
    feedbackWithin: days,
    handOverWorkingDays: days,
    remindBefore: days,
    secondPairOfEyes: v.boolean(),
    escalateAfter: v.strictObject({ liaison: days, convener: days, secretaryGeneral: days, chair: days }),
  }),
  codes: v.strictObject({
    id,
    h5Address: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^(?:https?:\/\/[^\s?#]{3,150})?$/, '网址从 https:// 写起，后面不带问号。'),
      v.transform((address) => (address === '' || address.endsWith('/') ? address : `${address}/`)),
    ),
    deskPhone: phone,
    wechat: v.boolean(),
  }),
};

const section = v.picklist(DIRECTORY_SECTIONS, '没有这个栏目。');
const edits = DIRECTORY_SECTIONS.map((name) =>
  v.strictObject({ section: v.literal(name), id, entry: v.nullable(ENTRIES[name]) }),
);
const edit = v.variant('section', edits as never) as unknown as v.GenericSchema<unknown, DirectoryEdit>;

const ROLES = ['staff', 'liaison', 'convener', 'member', 'unitOfficer', 'leader', 'administrator'] as const;
const person = v.strictObject({
  name: words(30),
  post: maybe(POST_MAX),
  grid: maybe(POST_MAX),
  grants: v.pipe(
    v.array(
      v.strictObject({
        role: v.picklist(ROLES, '没有这个身份。'),
        townshipId: v.optional(id),
        sectorId: v.optional(id),
        unitId: v.optional(id),
      }),
    ),
    v.maxLength(12, '身份太多了。'),
  ),
  active: v.boolean(),
});
const why = words(200);
const table = {
  kind: v.picklist(IMPORT_KINDS, '没有这种表格。'),
  rows: v.pipe(
    v.array(
      v.strictObject({
        row: v.pipe(v.number(), v.integer(), v.minValue(1)),
        values: v.record(v.pipe(v.string(), v.maxLength(20)), maybe(IMPORT_CELL_MAX + 1)),
      }),
    ),
    v.minLength(1, '表格里没有内容。'),
    v.maxLength(IMPORT_ROWS_MAX, `一次最多 ${IMPORT_ROWS_MAX} 行，请把表格分成几份。`),
  ),
  answers: v.pipe(
    v.array(v.strictObject({ row: v.pipe(v.number(), v.integer()), personId: v.nullable(id) })),
    v.maxLength(IMPORT_ROWS_MAX),
  ),
};

/** The directory in the panel: read by staff, changed by administrators. */
export const DIRECTORY_ACTIONS: ActionTable<`panel.${keyof (DirectoryVerbs & ImportVerbs)}`, OfficerCaller> =
  {
    'panel.getDirectorySection': {
      schema: v.strictObject({ section, from: v.optional(version) }),
      writes: false,
      run: getDirectorySection,
    },
    'panel.listPeople': { schema: v.strictObject({ from: v.optional(id) }), writes: false, run: listPeople },
    'panel.getCoverage': { schema: nothing, writes: false, run: getCoverage },
    'panel.listDirectoryChanges': {
      schema: v.strictObject({
        section: v.optional(v.picklist([...DIRECTORY_SECTIONS, 'people'], '没有这个栏目。')),
        entryId: v.optional(id),
        before: v.optional(version),
      }),
      writes: false,
      run: listDirectoryChanges,
    },
    'panel.checkImport': { schema: v.strictObject(table), writes: false, run: checkImport },
    'panel.commitImport': {
      schema: v.strictObject({ ...table, version, why }),
      writes: true,
      run: commitImport,
    },
    'panel.saveDirectory': {
      schema: v.strictObject({
        version,
        edits: v.pipe(v.array(edit), v.minLength(1), v.maxLength(EDITS_MAX, `一次最多改 ${EDITS_MAX} 项。`)),
        why,
      }),
      writes: true,
      run: saveDirectory,
    },
    'panel.savePerson': {
      schema: v.strictObject({ id, version, person, why }),
      writes: true,
      run: savePerson,
    },
    'panel.giveBindCode': { schema: v.strictObject({ id, version }), writes: true, run: giveBindCode },
    'panel.unbindPerson': { schema: v.strictObject({ id, version, why }), writes: true, run: unbindPerson },
  };
