/** What can be brought in from a table, and the columns each kind reads. */
export const IMPORT_KINDS = [
  'members',
  'officers',
  'staff',
  'terms',
  'townships',
  'villages',
  'stations',
  'committees',
  'sectors',
  'units',
  'categories',
  'calendars',
  'templates',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportColumn {
  field: string;
  header: string;
  /** What counties also write over this column. */
  alsoCalled: readonly string[];
  required: boolean;
  example: string;
}
interface DirectoryColumn extends ImportColumn {
  /** So many characters at most. */
  max: number;
}
const COLUMN_MAX = 200;
/** So long may somebody's post be, and their grid, as the form of a person has it. */
export const POST_MAX = 60;
const column = (
  field: string,
  header: string,
  alsoCalled: string[],
  example: string,
  required = false,
  max = COLUMN_MAX,
): DirectoryColumn => ({ field, header, alsoCalled, required, example, max });
const NAME = ['姓名', '名字', '委员姓名', '人员姓名', '委员'];
const TOWNSHIP = column(
  'township',
  '乡镇',
  ['所在乡镇', '乡镇街道', '乡镇（街道）', '所属乡镇', '街道'],
  '城关镇',
);
const PLACE_CODE = ['区划代码', '统计用区划代码', '代码'];
/** The longest cell: all the words of a category, some four hundred. */
export const IMPORT_CELL_MAX = 4_000;
const needed = (one: DirectoryColumn): DirectoryColumn => ({ ...one, required: true });

export const IMPORT_COLUMNS: Record<ImportKind, readonly DirectoryColumn[]> = {
  members: [
    column('name', '姓名', NAME, '王建国', true),
    column('sector', '界别', ['所属界别', '委员界别'], '农业界', true),
    TOWNSHIP,
    column(
      'post',
      '单位及职务',
      ['单位职务', '工作单位及职务', '工作单位', '职务', '单位'],
      '某某小学校长',
      false,
      POST_MAX,
    ),
    column('grid', '网格', ['所在网格', '联系网格'], '第三网格', false, POST_MAX),
  ],
  officers: [
    column('unit', '承办单位', ['单位', '单位名称', '部门', '部门名称'], '县住房和城乡建设局', true),
    column('name', '姓名', [...NAME, '经办人', '联系人'], '李敏', true),
    column('post', '职务', ['岗位'], '办公室主任', false, POST_MAX),
  ],
  terms: [
    needed(TOWNSHIP),
    column('office', '职务', ['担任', '身份', '岗位'], '联络员', true),
    column('name', '姓名', [...NAME, '联络员', '召集人', '谁'], '王建国', true),
    column(
      'from',
      '开始日期',
      ['从哪天起', '起始日期', '起始时间', '任职时间', '起', '从', '开始', '任期开始'],
      '2026-03-01',
      true,
    ),
    column(
      'to',
      '结束日期',
      ['到哪天止', '截止日期', '截止时间', '终止日期', '止', '到', '结束', '任期结束', '离任时间'],
      '',
    ),
  ],
  units: [column('name', '单位名称', ['单位', '名称', '部门', '部门名称', '承办单位'], '县气象局', true)],
  villages: [
    needed(TOWNSHIP),
    column('name', '村（社区）', ['村', '社区', '村社区', '村名', '村居', '行政村', '名称'], '田湖村', true),
    column('id', '编号', PLACE_CODE, '410325101001', true),
  ],
  staff: [
    column('name', '姓名', [...NAME, '工作人员'], '周敏', true),
    column('role', '身份', ['角色', '权限'], '机关', true),
    column('post', '职务', ['单位及职务', '岗位'], '县政协办公室主任', false, POST_MAX),
  ],
  townships: [
    column('name', '乡镇', ['名称', '乡镇名称', '乡镇街道', '乡镇（街道）'], '田湖镇', true, 40),
    column('id', '编号', PLACE_CODE, '410325101', true),
    column('shortName', '简称', ['短名'], '田湖', false, 20),
  ],
  stations: [
    column('name', '名称', ['站名', '联络站名称', '委员之家', '工作室'], '田湖镇委员之家', true, 40),
    column('kind', '种类', ['是哪一种', '类型', '类别'], '委员之家', true),
    needed(TOWNSHIP),
    column('village', '村（社区）', ['村', '社区', '所在村'], '', false, 40),
    column('address', '地址', ['详细地址', '位置'], '镇政府便民服务大厅进门左手', true, 80),
    column('hours', '开门时间', ['开放时间', '接待时间', '时间'], '周一到周五 8:30—17:30', true, 60),
    column('duty', '值班', ['值班委员', '值班安排', '接待日'], '每周二上午有委员在', false, 60),
    column('phone', '电话', ['联系电话', '值班电话'], '', false, 20),
  ],
  committees: [column('name', '专委会', ['名称', '专门委员会', '专委会名称'], '农业和农村委员会', true, 60)],
  sectors: [
    column('name', '界别', ['名称', '界别名称'], '农业界', true, 60),
    column('committee', '专委会', ['对应专委会', '所属专委会', '归口专委会'], '农业和农村委员会', true),
  ],
  categories: [
    column('name', '类别', ['名称', '类别名称', '问题类别'], '道路交通', true, 30),
    column('sectors', '界别', ['对应界别', '分给的界别'], '农业界、经济界', true),
    column('committee', '专委会', ['对应专委会'], '经济委员会'),
    column('units', '承办单位', ['单位', '通常承办单位'], '县交通运输局、县公安局'),
    column('keywords', '用词', ['关键词'], '坑洼 3、堵车 2', false, IMPORT_CELL_MAX),
    column('private', '不公开', ['是否不公开', '保密'], '否'),
  ],
  calendars: [
    column('from', '日期', ['开始日期', '从', '哪天'], '2027-02-05', true),
    column('to', '结束日期', ['到', '止'], '2027-02-11'),
    column('what', '安排', ['放假或上班', '类型', '性质'], '放假', true),
  ],
  templates: [
    column('use', '用在哪里', ['用途', '类型'], '不采纳的理由', true),
    column('title', '标题', ['名称'], '已经列入计划', true, 40),
    column('text', '内容', ['正文', '答复内容'], '这条路已经列入明年的计划。', true, 500),
  ],
};

/** One row of the table, by its columns' fields; `row` is its number as the spreadsheet shows it. */
export interface ImportRow {
  row: number;
  values: Record<string, string>;
}
/** Which of the people asked about a row is, or that they are somebody new. */
export interface ImportAnswer {
  row: number;
  personId: string | null;
}

export const ROW_OUTCOMES = ['new', 'changed', 'same', 'asked', 'rejected'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
/** What a row will do, before anything is done. */
export interface PlannedRow {
  row: number;
  outcome: RowOutcome;
  name: string;
  /** Why it is rejected, what is asked, what changes; empty where the outcome says it all. */
  sentence: string;
  /** Whom it may be, where that is asked. */
  candidates?: { id: string; words: string }[];
}
export type RowCounts = Record<RowOutcome, number>;

/** So many rows are checked and saved in one request; a longer table comes in parts, each of them whole. */
export const IMPORT_ROWS_MAX = 1_000;
/** No county's directory has a list of more rows. */
export const IMPORT_TABLE_MAX = 5_000;
/** So many people can be written in one transaction. */
export const IMPORT_PEOPLE_MAX = 400;
/** Kinds whose rows are people. */
export const PEOPLE_KINDS: readonly ImportKind[] = ['members', 'officers', 'staff'];

interface Table {
  kind: ImportKind;
  rows: ImportRow[];
  answers: ImportAnswer[];
}
/** Checked as often as one likes, saved once and whole. */
export type ImportVerbs = {
  checkImport: { input: Table; output: { version: number; rows: PlannedRow[]; counts: RowCounts } };
  commitImport: {
    input: Table & { version: number; why: string };
    output: { version: number; counts: RowCounts };
  };
};
