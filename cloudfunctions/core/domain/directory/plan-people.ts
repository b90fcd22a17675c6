import type { Grant } from '@contract/directory';
import type { DirectoryPerson, PersonInput } from '@contract/directory-desk';
import type { ImportRow } from '@contract/directory-import';
import { nameOf, type County } from '../county';
import {
  asked,
  meant,
  meantUnit,
  planned,
  rejected,
  said,
  SECTOR_ENDING,
  TOWNSHIP_ENDING,
  type PlanContext,
  type RowPlan,
  type Taken,
} from './plan-rows';

/**
 * A member, a unit's officer or one of the office: somebody known by name and sector or unit, somebody of the same name who must be asked
 * about, or somebody new.
 */
export function planOfficerOrMember(
  kind: 'members' | 'officers' | 'staff',
  row: ImportRow,
  context: PlanContext,
  taken: Taken,
): RowPlan {
  const grant = GRANTS[kind](row, context.county);
  if (typeof grant === 'string') return rejected(row, grant);
  const name = said(row, 'name').replace(/\s/g, '');
  if (name.length > 30 || /\d{5}/.test(name)) return rejected(row, '姓名看起来不对，是不是写错了列？');
  const input: PersonInput = {
    name,
    post: said(row, 'post'),
    grid: said(row, 'grid'),
    grants: [grant],
    active: true,
  };
  const found = whoIs(row, input, grant, context, taken);
  if (found.kind === 'asked') return asked(row, found.sentence, found.candidates);
  if (found.person === null) return asNew(row, input, context, taken);
  taken.people.add(found.person.id);
  return asUpdate(row, input, grant, found.person);
}

function memberGrant(row: ImportRow, county: County): Grant | string {
  const sector = meant(county.sectors, said(row, 'sector'), SECTOR_ENDING);
  if (sector === null) return `没有「${said(row, 'sector')}」这个界别，先在界别里加，或改成已有的写法。`;
  const where = said(row, 'township');
  if (where === '') return { role: 'member', sectorId: sector.id };
  const township = meant(county.townships, where, TOWNSHIP_ENDING);
  if (township === null) return `没有「${where}」这个乡镇。`;
  return { role: 'member', sectorId: sector.id, townshipId: township.id };
}

/** Whoever works in the committee's office, leads it or keeps the directory. */
function staffGrant(row: ImportRow): Grant | string {
  const role = said(row, 'role');
  if (role.includes('管理')) return { role: 'administrator' };
  if (/领导|主席|秘书长/.test(role)) return { role: 'leader' };
  return /机关|办公室|工作人员/.test(role) ? { role: 'staff' } : '身份要写「机关」「领导」或「管理员」。';
}

const GRANTS = { members: memberGrant, officers: officerGrant, staff: staffGrant };

function officerGrant(row: ImportRow, county: County): Grant | string {
  const unit = meantUnit(county.units, said(row, 'unit'));
  return unit === null
    ? `没有「${said(row, 'unit')}」这个承办单位，先导入单位，或改成已有的写法。`
    : { role: 'unitOfficer', unitId: unit.id };
}

type Found =
  | { kind: 'known'; person: DirectoryPerson | null }
  | { kind: 'asked'; sentence: string; candidates: { id: string; words: string }[] };

function whoIs(row: ImportRow, input: PersonInput, grant: Grant, context: PlanContext, taken: Taken): Found {
  const answer = context.answers.find((one) => one.row === row.row);
  const free = context.people.filter(({ id, name }) => name === input.name && !taken.people.has(id));
  if (answer) return { kind: 'known', person: free.find(({ id }) => id === answer.personId) ?? null };
  const fits = free.filter(
    (person) =>
      person.active &&
      person.grants.some((one) => isSameOffice(one, grant)) &&
      agrees(person.post, input.post),
  );
  // Of several, whoever stands in the directory exactly as on the row.
  const exact = [...fits].sort((one, other) => likeness(other, input, grant) - likeness(one, input, grant));
  if (exact[0] !== undefined) return { kind: 'known', person: exact[0] };
  const twin = hasTwin(row, input, taken);
  if (twin !== null)
    return { kind: 'asked', sentence: `和第 ${twin} 行同名同单位，是两个人吗？`, candidates: [] };
  remember(row, input, taken);
  if (free.length === 0) return { kind: 'known', person: null };
  const candidates = free.map((person) => ({ id: person.id, words: wordsOf(person, context.county) }));
  return { kind: 'asked', sentence: `名录里已经有叫${input.name}的，是同一个人吗？`, candidates };
}

/** A blank says nothing about the post; otherwise it must be the same. */
const agrees = (one: string, other: string): boolean => one === '' || other === '' || one === other;
const isSameOffice = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.sectorId === other.sectorId && one.unitId === other.unitId;

const likeness = ({ post, grants }: DirectoryPerson, input: PersonInput, grant: Grant): number =>
  (post === input.post ? 2 : 0) +
  (grants.some((one) => isSameOffice(one, grant) && one.townshipId === grant.townshipId) ? 1 : 0);

const keyOf = ({ name, post, grants }: PersonInput): string =>
  `${name}\n${post}\n${grants[0]?.sectorId ?? grants[0]?.unitId ?? grants[0]?.role ?? ''}`;
function remember(row: ImportRow, input: PersonInput, { keys }: Taken): void {
  if (!keys.has(keyOf(input))) keys.set(keyOf(input), row.row);
}
function hasTwin(row: ImportRow, input: PersonInput, taken: Taken): number | null {
  const before = taken.keys.get(keyOf(input));
  return before === undefined || before === row.row ? null : before;
}

function asNew(row: ImportRow, input: PersonInput, { idOf }: PlanContext, taken: Taken): RowPlan {
  remember(row, input, taken);
  const id = `p-${idOf(`${keyOf(input)}\n${row.row}`)}`;
  return planned(row, 'new', '', { person: { id, expected: 0, is: input } });
}

function asUpdate(row: ImportRow, input: PersonInput, grant: Grant, person: DirectoryPerson): RowPlan {
  const others = person.grants.filter(({ role }) => role !== grant.role || grant.role !== 'member');
  const kept = person.grants.find((one) => isSameOffice(one, grant));
  const mine = kept && grant.townshipId === undefined ? kept : grant;
  const grants = kept ? person.grants.map((one) => (one === kept ? mine : one)) : [...others, grant];
  const is: PersonInput = {
    name: person.name,
    post: input.post || person.post,
    grid: input.grid || person.grid,
    grants,
    active: true,
  };
  const was: PersonInput = {
    name: person.name,
    post: person.post,
    grid: person.grid,
    grants: person.grants,
    active: person.active,
  };
  if (JSON.stringify(is) === JSON.stringify(was)) return planned(row, 'same');
  const what = [
    ...(is.post === was.post ? [] : ['职务']),
    ...(is.grid === was.grid ? [] : ['网格']),
    ...(JSON.stringify(is.grants) === JSON.stringify(was.grants) ? [] : ['身份']),
    ...(was.active ? [] : ['恢复在用']),
  ];
  return planned(row, 'changed', `改${what.join('、')}`, {
    person: { id: person.id, expected: person.version, is },
  });
}

/** Who somebody is, in a few words, so that a person can tell. */
export function wordsOf({ name, post, grants }: DirectoryPerson, county: County): string {
  const where = grants.map(({ sectorId, unitId, townshipId }) =>
    [
      nameOf(county.sectors, sectorId ?? null),
      nameOf(county.units, unitId ?? null),
      nameOf(county.townships, townshipId ?? null),
    ]
      .filter(Boolean)
      .join(' '),
  );
  return [name, post, ...where].filter(Boolean).join('，');
}
