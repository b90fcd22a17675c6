import type { CoverageLine, DirectoryPerson } from '@contract/directory-desk';
import { numberOfPlace } from '../codes/code';
import { whyNotInUse, type StoredCode } from '../codes/explain-code';
import { findPlace, type County } from '../county';
import { administers, membersBySector } from './people';
import { dayAfter, runsOn } from './terms';

/** Vacancies are told this many days before they come. */
const LOOK_AHEAD_DAYS = 30;
/** From this month on, next year's calendar is asked for: the State Council's notice comes in autumn. */
const NEXT_YEAR_FROM_MONTH = 11;

/**
 * Who and what is missing on a day, the most pressing first: every line says where it is closed. `codes` are those that
 * were made in the panel or taken out of use: a place's own code is in use unless it stands there.
 */
export function coverageOf(
  county: County,
  people: readonly DirectoryPerson[],
  today: string,
  codes: readonly StoredCode[] = [],
): CoverageLine[] {
  const lines = [
    ...vacancies(county, people, today),
    ...sectorLines(county, people),
    ...unitLines(county, people),
    ...calendarLines(county, today),
    ...leaderLines(county, people),
    ...codeLines(county, codes, today),
  ];
  return [
    ...lines.filter(({ urgency }) => urgency === 'now'),
    ...lines.filter(({ urgency }) => urgency === 'soon'),
  ];
}

const OFFICES = ['liaison', 'convener'] as const;
const OFFICE_WORDS = { liaison: '联络员', convener: '召集人' } as const;

function vacancies(county: County, people: readonly DirectoryPerson[], today: string): CoverageLine[] {
  const until = dayAfter(today, LOOK_AHEAD_DAYS);
  const bound = new Map(people.map(({ id, binding }) => [id, binding]));
  return county.townships
    .filter(({ retired }) => !retired)
    .flatMap((township) =>
      OFFICES.flatMap((office): CoverageLine[] => {
        const where = { section: 'terms' as const, entryId: null };
        const holder = township[office];
        const words = `${township.name}${holder ? `的${OFFICE_WORDS[office]}${holder.name}` : `没有${OFFICE_WORDS[office]}`}`;
        if (holder === null) {
          const kind = office === 'liaison' ? ('noLiaison' as const) : ('noConvener' as const);
          const then =
            office === 'liaison'
              ? '，它的线索由县政协办公室直接办；早先交给联络员的，在线索的「联络员空着」里。'
              : '。';
          return [{ kind, sentence: `${words}${then}`, urgency: 'now', ...where }];
        }
        if (bound.get(holder.accountId) !== 'bound' && bound.has(holder.accountId)) {
          const sentence = `${words}还没有绑定微信，收不到线索。`;
          return [
            { kind: 'unbound', sentence, urgency: 'now', section: 'people', entryId: holder.accountId },
          ];
        }
        const term = county.terms?.find(
          (one) => one.office === office && one.townshipId === township.id && runsOn(one, today),
        );
        if (!term?.to || term.to > until) return [];
        const isFollowed = county.terms?.some(
          (one) =>
            one.office === office &&
            one.townshipId === township.id &&
            runsOn(one, dayAfter(term.to ?? '', 1)),
        );
        const sentence = `${words}任期到 ${term.to}，之后还没有人接。`;
        return isFollowed
          ? []
          : [{ kind: 'termEnds', sentence, urgency: 'soon', section: 'terms', entryId: term.id }];
      }),
    );
}

function sectorLines(county: County, people: readonly DirectoryPerson[]): CoverageLine[] {
  const members = membersBySector(people);
  const served = new Set(county.committees.filter(({ retired }) => !retired).map(({ id }) => id));
  return county.sectors
    .filter(({ retired }) => !retired)
    .flatMap(({ id, name, committeeId }): CoverageLine[] => [
      ...(served.has(committeeId)
        ? []
        : [
            {
              kind: 'sectorWithoutCommittee' as const,
              sentence: `界别「${name}」没有对应的专委会。`,
              urgency: 'now' as const,
              section: 'sectors' as const,
              entryId: id,
            },
          ]),
      ...(members.get(id)
        ? []
        : [
            {
              kind: 'sectorWithoutMember' as const,
              sentence: `界别「${name}」一名委员也没有，分到这里的线索没人认领。`,
              urgency: 'now' as const,
              section: 'people' as const,
              entryId: null,
            },
          ]),
    ]);
}

function unitLines(county: County, people: readonly DirectoryPerson[]): CoverageLine[] {
  const staffed = new Set(
    people.filter(({ active }) => active).flatMap(({ grants }) => grants.map(({ unitId }) => unitId)),
  );
  return county.units
    .filter(({ id, retired }) => !retired && !staffed.has(id))
    .map(({ name }) => ({
      kind: 'unitWithoutAccount',
      sentence: `${name}没有经办人，交办给它没人能答复。`,
      urgency: 'now',
      section: 'people',
      entryId: null,
    }));
}

function calendarLines(county: County, today: string): CoverageLine[] {
  const year = Number(today.slice(0, 4));
  const isMissing = (wanted: number) => !county.holidays.some((day) => day.startsWith(String(wanted)));
  const line = (wanted: number, urgency: 'now' | 'soon'): CoverageLine => ({
    kind: 'noCalendar',
    sentence: `${wanted} 年的放假和调休还没有录入，期限会把法定节日算成工作日。`,
    urgency,
    section: 'calendars',
    entryId: null,
  });
  const asksForNext = Number(today.slice(5, 7)) >= NEXT_YEAR_FROM_MONTH;
  return [
    ...(isMissing(year) ? [line(year, 'now')] : []),
    ...(asksForNext && isMissing(year + 1) ? [line(year + 1, 'soon')] : []),
  ];
}

const LEADER_WORDS = { secretaryGeneral: '秘书长', chair: '主席' } as const;

function leaderLines(county: County, people: readonly DirectoryPerson[]): CoverageLine[] {
  const active = new Set(people.filter((person) => person.active).map(({ id }) => id));
  const leaders = (['secretaryGeneral', 'chair'] as const).flatMap((office): CoverageLine[] => {
    const holder = county.leadership[office];
    if (holder !== null && active.has(holder.accountId)) return [];
    const sentence = `超期的线索要报给${LEADER_WORDS[office]}，这里${holder ? `写的${holder.name}已经停用` : '还没有写是谁'}。`;
    return [{ kind: 'noLeader', sentence, urgency: 'now', section: 'leadership', entryId: office }];
  });
  const administrators = people.filter(administers);
  const spare: CoverageLine[] =
    administrators.length > 1
      ? []
      : [
          {
            kind: 'noAdministrator',
            sentence: '全县只有一名管理员，他的手机丢了就没人能改名录。',
            urgency: 'soon',
            section: 'people',
            entryId: null,
          },
        ];
  return [...leaders, ...spare];
}

/** Places where nothing that hangs there can be scanned any more, and codes that lead nowhere outside the office. */
function codeLines(county: County, codes: readonly StoredCode[], today: string): CoverageLine[] {
  const stored = new Map(codes.map((code) => [code.id, code]));
  const isInUse = (code: StoredCode): boolean =>
    whyNotInUse(code, code, county, `${today}T00:00:00+08:00`) === null;
  const hung = new Set(
    codes.filter((code) => code.kind !== 'event' && isInUse(code)).map((code) => code.placeId),
  );
  const places = county.townships
    .filter(({ retired }) => !retired)
    .flatMap((township) => [
      { id: township.id, section: 'townships' as const },
      ...township.villages
        .filter(({ retired }) => !retired)
        .map(({ id }) => ({ id, section: 'villages' as const })),
    ]);
  const lines = places.flatMap(({ id, section }): CoverageLine[] => {
    const number = numberOfPlace(id);
    if (number !== null && (hung.has(id) || !stored.get(number)?.retired)) return [];
    const name = findPlace(county, id)?.name ?? id;
    const line = { kind: 'placeWithoutCode' as const, urgency: 'now' as const };
    if (number === null)
      return [{ ...line, sentence: `${name}没有统计用区划代码，做不了二维码。`, section, entryId: id }];
    const sentence = `${name}的码停用了，没有换新的：群众扫不出地方。`;
    return [{ ...line, sentence, section: 'printedCodes', entryId: number }];
  });
  return [...lines, ...addressLines(county)];
}

function addressLines({ codes }: County): CoverageLine[] {
  if (codes?.h5Address || codes?.wechat) return [];
  const sentence = '还没有写居民页面的网址，小程序也没有发布：印出来的码出了办公室打不开。';
  return [{ kind: 'noCodeAddress', sentence, urgency: 'now', section: 'codes', entryId: 'codes' }];
}
