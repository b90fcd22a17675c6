/** What can be brought in from a table, and the columns each kind reads. */
export const IMPORT_KINDS = ['members', 'officers', 'terms', 'units', 'villages'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportColumn {
  field: string;
  header: string;
  /** What counties also write over this column. */
  alsoCalled: readonly string[];
  required: boolean;
  example: string;
}
const column = (field: string, header: string, alsoCalled: string[], example: string, required = false) => ({
  field,
  header,
  alsoCalled,
  required,
  example,
});
const NAME = ['姓名', '名字', '委员姓名', '人员姓名', '委员'];
const TOWNSHIP = column(
  'township',
  '乡镇',
  ['所在乡镇', '乡镇街道', '乡镇（街道）', '所属乡镇', '街道'],
  '城关镇',
);
const needed = <Column extends { required: boolean }>(one: Column): Column => ({ ...one, required: true });

export const IMPORT_COLUMNS: Record<ImportKind, readonly ImportColumn[]> = {
  members: [
    column('name', '姓名', NAME, '王建国', true),
    column('sector', '界别', ['所属界别', '委员界别'], '农业界', true),
    TOWNSHIP,
    column('post', '单位及职务', ['单位职务', '工作单位及职务', '工作单位', '职务', '单位'], '某某小学校长'),
    column('grid', '网格', ['所在网格', '联系网格'], '第三网格'),
  ],
  officers: [
    column('unit', '承办单位', ['单位', '单位名称', '部门', '部门名称'], '县住房和城乡建设局', true),
    column('name', '姓名', [...NAME, '经办人', '联系人'], '李敏', true),
    column('post', '职务', ['岗位'], '办公室主任'),
  ],
  terms: [
    needed(TOWNSHIP),
    column('office', '职务', ['担任', '身份', '岗位'], '联络员', true),
    column('name', '姓名', [...NAME, '联络员', '召集人'], '王建国', true),
    column('from', '开始日期', ['任职时间', '起', '从', '开始', '任期开始'], '2026-03-01', true),
    column('to', '结束日期', ['止', '到', '结束', '任期结束', '离任时间'], ''),
  ],
  units: [column('name', '单位名称', ['单位', '名称', '部门', '部门名称', '承办单位'], '县气象局', true)],
  villages: [
    needed(TOWNSHIP),
    column('name', '村（社区）', ['村', '社区', '村社区', '村名', '村居', '行政村', '名称'], '田湖村', true),
    column('id', '编号', ['区划代码', '统计用区划代码', '代码'], '410325101001', true),
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

/** A directory table has at most this many rows: a county's members or villages, in one request and one save. */
export const IMPORT_ROWS_MAX = 1_000;
/** So many people can be written in one transaction. */
export const IMPORT_PEOPLE_MAX = 400;

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
