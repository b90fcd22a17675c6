import type { DirectoryEdit } from '@contract/directory-desk';
import type { ImportRow } from '@contract/directory-import';
import type { OfficeTerm } from '../county';
import { isDate } from '../deadlines/working-days';
import {
  asked,
  meant,
  planned,
  rejected,
  said,
  saidBefore,
  TOWNSHIP_ENDING,
  type PlanContext,
  type RowPlan,
  type Taken,
} from './plan-rows';
import { wordsOf } from './plan-people';
import { dayAfter } from './terms';

/** A liaison or convener with a term. Whoever held the office without an end until then is followed the day before. */
export function planTerm(row: ImportRow, context: PlanContext, taken: Taken): RowPlan {
  const { county, idOf } = context;
  const township = meant(county.townships, said(row, 'township'), TOWNSHIP_ENDING);
  if (township === null) return rejected(row, `没有「${said(row, 'township')}」这个乡镇。`);
  const office = officeOf(said(row, 'office'));
  if (office === null) return rejected(row, '职务要写「联络员」或「召集人」。');
  const from = said(row, 'from');
  const to = said(row, 'to') || null;
  if (!isDate(from) || (to !== null && !isDate(to)))
    return rejected(row, '日期看不懂，写成 2026-03-01 这样。');
  if (to !== null && to < from) return rejected(row, '结束日期早于开始日期。');
  const twice = saidBefore(row, `${office}\n${township.id}\n${from}`, taken);
  if (twice) return twice;
  const person = holderOf(row, township.id, context);
  if (!('id' in person)) return person;
  const terms = county.terms ?? [];
  const before = terms.find(
    (term) =>
      term.office === office &&
      term.townshipId === township.id &&
      term.accountId === person.id &&
      term.from === from,
  );
  const id = before?.id ?? `t-${idOf(`${office}\n${township.id}\n${person.id}\n${from}`)}`;
  const term: OfficeTerm = {
    id,
    office,
    townshipId: township.id,
    accountId: person.id,
    name: person.name,
    from,
    to,
  };
  if (before) {
    if (before.to === to || to === null) return planned(row, 'same');
    return planned(row, 'changed', `任期改到 ${to}`, { edits: [{ section: 'terms', id, entry: term }] });
  }
  return asNew(row, term, terms);
}

function asNew(row: ImportRow, term: OfficeTerm, terms: readonly OfficeTerm[]): RowPlan {
  const clashing = terms.filter(
    (one) =>
      one.office === term.office &&
      one.townshipId === term.townshipId &&
      one.from <= (term.to ?? '9999') &&
      term.from <= (one.to ?? '9999'),
  );
  const [earlier] = clashing;
  const edit: DirectoryEdit = { section: 'terms', id: term.id, entry: term };
  if (earlier === undefined) return planned(row, 'new', '', { edits: [edit] });
  if (clashing.length > 1 || earlier.to !== null || earlier.from >= term.from)
    return rejected(row, `和${earlier.name}的任期（从 ${earlier.from} 起）重叠，先改他的任期。`);
  const end = dayAfter(term.from, -1);
  const ended: DirectoryEdit = { section: 'terms', id: earlier.id, entry: { ...earlier, to: end } };
  return planned(row, 'new', `接替${earlier.name}，他的任期到 ${end}`, { edits: [ended, edit] });
}

const officeOf = (text: string): OfficeTerm['office'] | null =>
  text.includes('联络') ? 'liaison' : text.includes('召集') ? 'convener' : null;

function holderOf(row: ImportRow, townshipId: string, { county, people, answers }: PlanContext) {
  const name = said(row, 'name').replace(/\s/g, '');
  const all = people.filter((person) => person.active && person.name === name);
  const answer = answers.find((one) => one.row === row.row);
  const chosen = answer && all.find(({ id }) => id === answer.personId);
  if (chosen) return chosen;
  const here = all.filter(({ grants }) => grants.some((grant) => grant.townshipId === townshipId));
  const [one, other] = here.length > 0 ? here : all;
  if (one === undefined) return rejected(row, `没有叫${name}的人，先在人员里加，或导入委员。`);
  if (other === undefined) return one;
  const candidates = all.map((person) => ({ id: person.id, words: wordsOf(person, county) }));
  return asked(row, `有 ${all.length} 个人叫${name}，是哪一个？`, candidates);
}
