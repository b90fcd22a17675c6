import { PARTS } from './parts';

/** What a field of any entry is called, in lists and in the history. */
export const FIELD_WORDS: Record<string, string> = {
  ...Object.fromEntries(
    Object.values(PARTS).flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])),
  ),
  id: '编号',
  sectorIds: '界别',
  committeeId: '专委会',
  unitIds: '承办单位',
  keywords: '用词',
  acceptWithin: '受理',
  decideWithin: '研究',
  handleWithin: '办理',
  secondPairOfEyes: '两人确认',
  from: '从',
  to: '到',
  use: '用途',
  text: '内容',
  ordinary: '日常词',
  holidays: '放假',
  workingWeekends: '调休上班',
  escalateAfter: '超期往上报',
  accusations: '举报用词',
  post: '职务',
  grid: '网格',
  grants: '身份',
  active: '在用',
  binding: '微信',
  placeId: '在哪里',
};
