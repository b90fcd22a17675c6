import { OTHER_CATEGORY, findPlace, nameOf, type County } from '../county';
import { isDate } from '../deadlines/working-days';

/** How many active members each sector has, where that is known. */
export type MembersBySector = ReadonlyMap<string, number>;

/**
 * What does not hold in the directory, a sentence each; none where routing, deadlines and permissions can stand on it.
 * Every sector in use belongs to exactly one committee, every category to sectors and units that exist, no office of a
 * township is held by two at once, no id or name stands twice.
 */
export function problemsOf(county: County, members?: MembersBySector): string[] {
  return [
    ...idsTwice(county),
    ...namesTwice(county),
    ...sectorProblems(county, members),
    ...categoryProblems(county),
    ...stationProblems(county),
    ...termProblems(county),
    ...calendarProblems(county),
    ...policyProblems(county),
  ];
}

interface Named {
  id: string;
  name: string;
  retired?: boolean;
}
const inUse = <Entry extends { retired?: boolean }>(entries: readonly Entry[]): Entry[] =>
  entries.filter(({ retired }) => !retired);
const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

function idsTwice(county: County): string[] {
  const places = county.townships.flatMap(({ id, villages }) => [
    id,
    ...villages.map((village) => village.id),
  ]);
  const lists = [
    places,
    ...[county.sectors, county.committees, county.units, county.categories, county.templates].map((list) =>
      list.map(({ id }) => id),
    ),
  ];
  return lists.flatMap((ids) => repeated(ids).map((id) => `编号 ${id} 有两个。`));
}

/** Like `twice`, in one pass: places are many. */
function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

function namesTwice(county: County): string[] {
  const lists: [string, readonly Named[]][] = [
    ['乡镇', county.townships],
    ['界别', county.sectors],
    ['专委会', county.committees],
    ['承办单位', county.units],
    ['类别', county.categories],
  ];
  const villages = county.townships.flatMap((township) =>
    repeated(inUse(township.villages).map(({ name }) => name)).map(
      (name) => `${township.name}里有两个「${name}」，请写得分得开。`,
    ),
  );
  const blank = lists.flatMap(([what, list]) =>
    list.some(({ name }) => name.trim() === '') ? [`${what}的名字不能空着。`] : [],
  );
  const same = lists.flatMap(([what, list]) =>
    twice(inUse(list).map(({ name }) => name)).map((name) => `${what}「${name}」有两个。`),
  );
  return [...blank, ...same, ...villages];
}

function sectorProblems({ sectors, committees }: County, members?: MembersBySector): string[] {
  const served = new Set(inUse(committees).map(({ id }) => id));
  const homeless = inUse(sectors)
    .filter(({ committeeId }) => !served.has(committeeId))
    .map(({ name }) => `界别「${name}」没有对应的专委会，请先选一个。`);
  const left = sectors
    .filter(({ id, retired }) => retired && (members?.get(id) ?? 0) > 0)
    .map(({ id, name }) => `界别「${name}」还有 ${members?.get(id) ?? 0} 名委员，先给他们换界别再停用。`);
  const known = new Set(sectors.map(({ id }) => id));
  const lost = [...(members ?? [])]
    .filter(([id, count]) => count > 0 && !known.has(id))
    .map(([id, count]) => `界别 ${id} 还有 ${count} 名委员，不能去掉。`);
  return [...homeless, ...left, ...lost];
}

function categoryProblems(county: County): string[] {
  const sectors = new Set(inUse(county.sectors).map(({ id }) => id));
  const committees = new Set(inUse(county.committees).map(({ id }) => id));
  const units = new Set(inUse(county.units).map(({ id }) => id));
  const problems = county.categories.flatMap((category) => {
    const { id, name, sectorIds, committeeId, unitIds, keywords } = category;
    const strangeSector = sectorIds.find((sector) => !sectors.has(sector));
    const strangeUnit = unitIds.find((unit) => !units.has(unit));
    return [
      ...(sectorIds.length === 0 && id !== OTHER_CATEGORY ? [`类别「${name}」至少要有一个界别。`] : []),
      ...(strangeSector !== undefined
        ? [`类别「${name}」用到的界别「${nameOf(county.sectors, strangeSector)}」已经没有或停用了。`]
        : []),
      ...(strangeUnit !== undefined
        ? [`类别「${name}」用到的单位「${nameOf(county.units, strangeUnit)}」已经没有或停用了。`]
        : []),
      ...(committeeId !== null && !committees.has(committeeId)
        ? [`类别「${name}」用到的专委会「${nameOf(county.committees, committeeId)}」已经没有或停用了。`]
        : []),
      ...(keywords.some(({ phrase, weight }) => phrase.trim() === '' || weight < 1 || weight > 3)
        ? [`类别「${name}」的用词不能空着，分量是 1 到 3。`]
        : []),
    ];
  });
  const hasOther = county.categories.some(({ id }) => id === OTHER_CATEGORY);
  return hasOther ? problems : [...problems, '「其他」这一类不能去掉：判断不了的线索要有地方落。'];
}

function stationProblems(county: County): string[] {
  return (county.stations ?? [])
    .filter(({ placeId }) => findPlace(county, placeId) === null)
    .map(({ name }) => `「${name}」所在的地方已经没有了，请重新选择。`);
}

function termProblems({ terms = [], townships }: County): string[] {
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  return terms.flatMap((term, index) => {
    const where = names.get(term.townshipId);
    const what = `${where ?? ''}${term.office === 'liaison' ? '联络员' : '召集人'}${term.name}`;
    if (where === undefined) return [`${what}的乡镇已经没有了。`];
    if (!isDate(term.from) || (term.to !== null && !isDate(term.to)))
      return [`${what}的任期日期不对，写成 2026-01-31 这样。`];
    if (term.to !== null && term.to < term.from) return [`${what}的任期结束早于开始。`];
    const other = terms
      .slice(index + 1)
      .find(
        (one) =>
          one.office === term.office &&
          one.townshipId === term.townshipId &&
          one.from <= (term.to ?? '9999') &&
          term.from <= (one.to ?? '9999'),
      );
    return other ? [`${what}和${other.name}的任期重叠，同一时间只能有一个人。`] : [];
  });
}

function calendarProblems({ holidays, workingWeekends }: County): string[] {
  const free = new Set(holidays);
  const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
  return [
    ...[...holidays, ...workingWeekends]
      .filter((day) => !isDate(day))
      .map((day) => `「${day}」不是一个日期。`),
    ...workingWeekends.filter((day) => free.has(day)).map((day) => `${day} 不能又放假又上班。`),
    ...workingWeekends
      .filter((day) => isDate(day) && weekday(day) !== 0 && weekday(day) !== 6)
      .map((day) => `${day} 不是周末，本来就上班，不用列进调休上班。`),
  ];
}

function policyProblems({ policy }: County): string[] {
  const { escalateAfter: up } = policy;
  const ofOneDayOrMore = [
    policy.acceptWithin,
    policy.decideWithin,
    policy.handleWithin,
    policy.supplementWithin,
    policy.feedbackWithin,
    policy.handOverWorkingDays,
  ];
  const isInRange = (days: number, least: number): boolean =>
    Number.isInteger(days) && days >= least && days <= 120;
  const steps = [up.liaison, up.convener, up.secretaryGeneral, up.chair];
  const areFine =
    ofOneDayOrMore.every((days) => isInRange(days, 1)) &&
    [policy.remindBefore, ...steps].every((days) => isInRange(days, 0));
  const climbs = steps.every((days, index) => index === 0 || days >= (steps[index - 1] ?? 0));
  return [
    ...(areFine ? [] : ['各项期限要写 1 到 120 个工作日的整数。']),
    ...(climbs ? [] : ['越往上催办，等的工作日不能越少。']),
  ];
}
