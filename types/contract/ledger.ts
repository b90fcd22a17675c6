import type { ImportColumn } from './directory-import';

/** What of a county's old ledger is read, and how counties call it. */
const column = (field: string, header: string, alsoCalled: string[], required = false): ImportColumn => ({
  field,
  header,
  alsoCalled,
  required,
  example: '',
});
export const LEDGER_COLUMNS: readonly ImportColumn[] = [
  column('serial', '序号', ['编号', '线索编号', '台账编号']),
  column(
    'date',
    '时间',
    ['日期', '反映时间', '反映日期', '收到时间', '收到日期', '登记时间', '来电时间'],
    true,
  ),
  column('township', '乡镇', ['所在乡镇', '乡镇街道', '所属乡镇', '街道', '地点', '地址']),
  column('name', '反映人', ['姓名', '联系人', '来电人', '群众姓名', '反映人姓名']),
  column('phone', '电话', ['联系电话', '手机', '手机号', '联系方式']),
  column('text', '内容', ['反映内容', '线索内容', '问题', '反映问题', '主要内容', '诉求', '事项'], true),
  column('category', '类别', ['分类', '问题类别', '类型', '所属类别']),
  column('unit', '承办单位', ['责任单位', '办理单位', '交办单位', '主办单位', '部门']),
  column('handling', '办理情况', ['办理结果', '答复', '答复内容', '处理情况', '处理结果', '结果']),
  column('adopted', '是否采纳', ['采纳', '采纳情况']),
  column('solved', '是否解决', ['解决', '解决情况', '是否办结', '办结情况']),
  column('doneOn', '办结时间', ['办结日期', '答复时间', '解决时间', '完成时间']),
];

/** One row of the ledger: dates as `YYYY-MM-DD` or empty, everything else as it is written. */
export interface LedgerRow {
  row: number;
  values: Record<string, string>;
}
export const LEDGER_OUTCOMES = ['new', 'same', 'rejected'] as const;
export type LedgerOutcome = (typeof LEDGER_OUTCOMES)[number];
/** What became, or will become, of a row. */
export interface LedgerRowOutcome {
  row: number;
  outcome: LedgerOutcome;
  /** Why it is rejected, or how the lead stands or will stand, with what could not be taken as written. */
  sentence: string;
  /** It comes in, but somebody had better look at it. */
  isDoubtful?: boolean;
}
/** So many rows go in one call. */
export const LEDGER_CHUNK = 25;

/** A ledger's columns, matched once and kept for the next time. */
export interface LedgerMapping {
  name: string;
  /** Field → what stands over its column. */
  headers: Record<string, string>;
  /** Whether names and telephones come along; masked like any other contact. */
  keepContact: boolean;
}

interface Verb<Input, Output> {
  input: Input;
  output: Output;
}
interface Chunk {
  ledger: string;
  rows: LedgerRow[];
  keepContact: boolean;
}
export type LedgerVerbs = {
  listLedgers: Verb<Record<never, never>, { ledgers: LedgerMapping[] }>;
  saveLedger: Verb<LedgerMapping, { ledgers: LedgerMapping[] }>;
  checkLedgerRows: Verb<Chunk, { outcomes: LedgerRowOutcome[] }>;
  /** Each row once, however often it is sent: what is there already is left as it is. */
  importLedgerRows: Verb<Chunk, { outcomes: LedgerRowOutcome[] }>;
};
