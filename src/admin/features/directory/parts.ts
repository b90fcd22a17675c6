import type { DirectorySection } from '@contract/directory-desk';
import { STATION_KINDS } from '@contract/board';

/** What one field of an entry is called and how it is written. */
export interface FieldSpec {
  name: string;
  label: string;
  kind: 'text' | 'long' | 'select' | 'many' | 'date' | 'days' | 'switch' | 'keywords' | 'dates' | 'place';
  help?: string;
  optional?: boolean;
  /** Where the choices come from. */
  from?: Reference | 'offices' | 'uses' | 'kinds';
}
export type Reference = 'townships' | 'villages' | 'committees' | 'sectors' | 'units' | 'people';

export interface PartSpec {
  title: string;
  /** One entry of it, in words: 新增一个___. */
  one: string;
  about: string;
  columns: readonly string[];
  fields: readonly FieldSpec[];
  /** Entries are only changed, never added. */
  fixed?: boolean;
  /** The id is somebody else's number and is typed in. */
  id?: { label: string; help: string };
  blank: Record<string, unknown>;
}

const NAME: FieldSpec = { name: 'name', label: '名称', kind: 'text' };
const RETIRED: FieldSpec = {
  name: 'retired',
  label: '停用',
  kind: 'switch',
  help: '停用以后不再出现在选项里，已经记在它名下的还查得到。',
};
const SOUND: FieldSpec = {
  name: 'sound',
  label: '拼音',
  kind: 'text',
  optional: true,
  help: '存的时候按名称自动写好；读法特别的在这里改，两种读法中间用 / 隔开。',
};
const ORDINARY: FieldSpec = {
  name: 'ordinary',
  label: '去掉「村」「镇」以后是个日常词',
  kind: 'switch',
  help: '例如「幸福村」：只写「幸福」两个字就不当成地点。',
};
const placeId = (digits: number) => ({
  label: '编号',
  help: `统计用区划代码，${digits} 位数字；定了就不能改，因为码上印着它。`,
});
const days = (name: string, label: string): FieldSpec => ({ name, label, kind: 'days' });

/** Each part of the directory as the panel shows it. */
export const PARTS: Record<DirectorySection, PartSpec> = {
  townships: {
    title: '乡镇',
    one: '乡镇',
    about: '乡、镇、街道和国有林场。',
    columns: ['name', 'shortName', 'id', 'retired'],
    fields: [NAME, { name: 'shortName', label: '简称', kind: 'text' }, SOUND, ORDINARY, RETIRED],
    id: placeId(9),
    blank: { name: '', shortName: '' },
  },
  villages: {
    title: '村和社区',
    one: '村（社区）',
    about: '群众扫的码、提交时选的地点都在这里。',
    columns: ['name', 'townshipId', 'id', 'retired'],
    fields: [
      { name: 'townshipId', label: '乡镇', kind: 'select', from: 'townships' },
      NAME,
      SOUND,
      ORDINARY,
      RETIRED,
    ],
    id: placeId(12),
    blank: { name: '', townshipId: '' },
  },
  committees: {
    title: '专委会',
    one: '专委会',
    about: '每个界别归一个专委会。',
    columns: ['name', 'retired'],
    fields: [NAME, RETIRED],
    blank: { name: '' },
  },
  sectors: {
    title: '界别',
    one: '界别',
    about: '每个界别都要有对应的专委会，不能空着。',
    columns: ['name', 'committeeId', 'retired'],
    fields: [NAME, { name: 'committeeId', label: '专委会', kind: 'select', from: 'committees' }, RETIRED],
    blank: { name: '', committeeId: '' },
  },
  units: {
    title: '承办单位',
    one: '承办单位',
    about: '线索交办给它们答复。',
    columns: ['name', 'retired'],
    fields: [NAME, RETIRED],
    blank: { name: '' },
  },
  stations: {
    title: '联络站',
    one: '联络站',
    about: '委员工作室、会客厅、委员之家、联络站：在哪里，什么时候开门，谁值班。',
    columns: ['name', 'kind', 'placeId', 'address', 'hours'],
    fields: [
      NAME,
      { name: 'kind', label: '是哪一种', kind: 'select', from: 'kinds' },
      { name: 'placeId', label: '在哪里', kind: 'place' },
      { name: 'address', label: '地址', kind: 'text' },
      { name: 'hours', label: '开门时间', kind: 'text', help: '例如：每月 15 日上午。' },
      { name: 'duty', label: '值班的委员', kind: 'text', optional: true },
      { name: 'phone', label: '电话', kind: 'text', optional: true },
    ],
    blank: { name: '', kind: STATION_KINDS[0], placeId: '', address: '', hours: '' },
  },
  terms: {
    title: '联络员和召集人',
    one: '任期',
    about: '从哪天到哪天。到期那天过后，这个乡镇的线索自动由县政协办公室直接办。',
    columns: ['townshipId', 'office', 'accountId', 'from', 'to'],
    fields: [
      { name: 'townshipId', label: '乡镇', kind: 'select', from: 'townships' },
      { name: 'office', label: '职务', kind: 'select', from: 'offices' },
      { name: 'accountId', label: '谁', kind: 'select', from: 'people' },
      { name: 'from', label: '从哪天起', kind: 'date' },
      {
        name: 'to',
        label: '到哪天止',
        kind: 'date',
        optional: true,
        help: '空着就是一直担任。当天还算在任。',
      },
    ],
    blank: { townshipId: '', office: 'liaison', accountId: '', name: '', from: '', to: null },
  },
  categories: {
    title: '分派表',
    one: '类别',
    about: '哪类事归哪个界别、哪个专委会，通常由哪个单位办，群众常用什么词。',
    columns: ['name', 'sectorIds', 'committeeId', 'unitIds', 'keywords'],
    fields: [
      NAME,
      {
        name: 'sectorIds',
        label: '界别',
        kind: 'many',
        from: 'sectors',
        help: '按先后排，第一个是主要的。',
      },
      {
        name: 'committeeId',
        label: '专委会',
        kind: 'select',
        from: 'committees',
        optional: true,
        help: '空着就由县政协办公室直接办。',
      },
      { name: 'unitIds', label: '通常承办的单位', kind: 'many', from: 'units', optional: true },
      {
        name: 'keywords',
        label: '用词',
        kind: 'keywords',
        optional: true,
        help: '一行一个词，后面空一格写分量：1 沾边，2 较准，3 一定是。',
      },
      {
        name: 'private',
        label: '不公开',
        kind: 'switch',
        help: '只有县政协工作人员看得到，不分给乡镇、委员和单位。',
      },
    ],
    blank: { name: '', sectorIds: [], committeeId: null, unitIds: [], private: false, keywords: [] },
  },
  templates: {
    title: '常用答复',
    one: '常用答复',
    about: '写答复时可以从这里开头。{编号}、{乡镇}、{地点}、{类别}、{单位} 会换成那条线索自己的。',
    columns: ['title', 'use', 'text'],
    fields: [
      { name: 'use', label: '用在哪里', kind: 'select', from: 'uses' },
      { name: 'title', label: '标题', kind: 'text' },
      { name: 'text', label: '内容', kind: 'long' },
    ],
    blank: { use: 'decline', title: '', text: '' },
  },
  calendars: {
    title: '放假和调休',
    one: '年份',
    about: '期限按工作日算。国务院办公厅每年秋天发下一年的放假通知，照着录入。',
    columns: ['id', 'holidays', 'workingWeekends'],
    fields: [
      {
        name: 'holidays',
        label: '放假的日子',
        kind: 'dates',
        help: '一行一天，例如 2027-01-01；连着几天写 2027-02-05~2027-02-11。周末不用写。',
      },
      { name: 'workingWeekends', label: '调休上班的周末', kind: 'dates', optional: true, help: '一行一天。' },
    ],
    id: { label: '年份', help: '四位数字，例如 2027。' },
    blank: { holidays: [], workingWeekends: [] },
  },
  leadership: {
    title: '秘书长和主席',
    one: '',
    about: '超期的线索一级一级往上报，最后报到这里。',
    columns: ['id', 'accountId'],
    fields: [{ name: 'accountId', label: '谁', kind: 'select', from: 'people', optional: true }],
    fixed: true,
    blank: {},
  },
  policy: {
    title: '期限和规矩',
    one: '',
    about: '对群众的承诺，全县一样，单位是工作日。改了以后，正在走的期限也按新的算。',
    columns: ['acceptWithin', 'decideWithin', 'handleWithin', 'secondPairOfEyes'],
    fields: [
      days('acceptWithin', '几个工作日内受理'),
      days('decideWithin', '受理后几个工作日内定是否采纳'),
      days('handleWithin', '采纳后几个工作日内办'),
      days('handOverWorkingDays', '交办时默认给单位几个工作日'),
      days('supplementWithin', '等群众补充几个工作日'),
      days('feedbackWithin', '等群众评价几个工作日'),
      days('remindBefore', '到期前几个工作日提醒（0 不提醒）'),
      days('escalateAfter.liaison', '超期几个工作日告诉联络员'),
      days('escalateAfter.convener', '超期几个工作日告诉召集人'),
      days('escalateAfter.secretaryGeneral', '超期几个工作日告诉秘书长'),
      days('escalateAfter.chair', '超期几个工作日告诉主席'),
      {
        name: 'secondPairOfEyes',
        label: '采纳或不采纳要第二个人确认',
        kind: 'switch',
      },
    ],
    fixed: true,
    blank: {},
  },
  codes: {
    title: '二维码上印的',
    one: '',
    about: '印在每一张码上的电话、普通二维码打开的网址。改了以后新印的才是新的，已经贴出去的不变。',
    columns: ['h5Address', 'deskPhone', 'wechat'],
    fields: [
      {
        name: 'h5Address',
        label: '居民页面的网址',
        kind: 'text',
        optional: true,
        help: '例如 https://zhitong.songxian.gov.cn/。空着就是工作台所在的网址，只适合试用。',
      },
      { name: 'deskPhone', label: '县政协办公室的电话', kind: 'text', optional: true },
      {
        name: 'wechat',
        label: '小程序已经发布',
        kind: 'switch',
        help: '发布以后才能在「二维码」页向微信取小程序码。',
      },
    ],
    fixed: true,
    blank: {},
  },
};

export const OFFICE_WORDS: Record<string, string> = { liaison: '联络员', convener: '召集人' };
export const LEADER_WORDS: Record<string, string> = { secretaryGeneral: '秘书长', chair: '主席' };
