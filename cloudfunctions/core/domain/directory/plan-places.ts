import type { DirectoryEdit } from '@contract/directory-desk';
import type { ImportRow } from '@contract/directory-import';
import {
  meant,
  planned,
  rejected,
  said,
  saidBefore,
  TOWNSHIP_ENDING,
  UNIT_ENDING,
  type PlanContext,
  type RowPlan,
  type Taken,
} from './plan-rows';

/** A handling unit by its name. */
export function planUnit(row: ImportRow, { county, idOf }: PlanContext, taken: Taken): RowPlan {
  const name = said(row, 'name');
  const twice = saidBefore(row, name, taken);
  if (twice) return twice;
  if (name.length > 60) return rejected(row, '单位名称太长，最多 60 个字。');
  const known = meant(county.units, name, UNIT_ENDING);
  if (known !== null) return planned(row, 'same', known.name === name ? '' : `就是「${known.name}」`);
  const id = `u-${idOf(name)}`;
  const retired = county.units.find((unit) => unit.id === id || unit.name === name);
  const edit: DirectoryEdit = {
    section: 'units',
    id: retired?.id ?? id,
    entry: { id: retired?.id ?? id, name },
  };
  return retired
    ? planned(row, 'changed', '恢复在用', { edits: [edit] })
    : planned(row, 'new', '', { edits: [edit] });
}

/** A village by its code; its name may have changed, its township and its code never do. */
export function planVillage(row: ImportRow, { county }: PlanContext, taken: Taken): RowPlan {
  const [id, name] = [said(row, 'id'), said(row, 'name')];
  const township = meant(county.townships, said(row, 'township'), TOWNSHIP_ENDING);
  if (township === null) return rejected(row, `没有「${said(row, 'township')}」这个乡镇。`);
  if (!/^\d{9,15}$/.test(id)) return rejected(row, '编号要写统计用区划代码，全是数字。');
  if (name.length > 40) return rejected(row, '名称太长，最多 40 个字。');
  const twice = saidBefore(row, id, taken) ?? saidBefore(row, `${township.id}\n${name}`, taken);
  if (twice) return twice;
  const elsewhere = county.townships.find(
    (one) => one.id !== township.id && one.villages.some((v) => v.id === id),
  );
  if (elsewhere || county.townships.some((one) => one.id === id))
    return rejected(row, `编号 ${id} 已经是${elsewhere?.name ?? '一个乡镇'}的，村（社区）不能换乡镇。`);
  const sound = said(row, 'sound');
  const before = township.villages.find((village) => village.id === id);
  if (before === undefined) {
    const same = township.villages.find((village) => village.name === name && !village.retired);
    if (same) return rejected(row, `${township.name}已经有${name}，编号是 ${same.id}。`);
    const entry = { id, townshipId: township.id, name, ...(sound ? { sound } : {}) };
    return planned(row, 'new', '', { edits: [{ section: 'villages', id, entry }] });
  }
  if (before.name === name && !before.retired) return planned(row, 'same');
  const { retired: _, ...kept } = before;
  const entry = { ...kept, townshipId: township.id, name, ...(sound ? { sound } : {}) };
  const what = before.retired ? '恢复在用' : `原来叫「${before.name}」`;
  return planned(row, 'changed', what, { edits: [{ section: 'villages', id, entry }] });
}
