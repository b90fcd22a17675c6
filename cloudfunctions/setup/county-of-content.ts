import type { Station } from '@contract/board';
import type { Door } from '@contract/envelope';
import type { Grant, Template } from '@contract/directory';
import type { County, CountyTownship, OfficeTerm, WechatTemplate } from '../core/domain/county';
import codes from './content/codes.json';
import calendar from './content/calendar-2025-2027.json';
import directory from './content/directory.json';
import outOfScope from './content/out-of-scope.json';
import places from './content/places.json';
import placesOfJianxi from './content/places-410305.json';
import routingTable from './content/routing-table.json';
import stations from './content/stations.json';
import templates from './content/templates.json';
import townshipTiles from './content/township-tiles.json';
import wechatTemplates from './content/wechat-templates.json';
import type {
  CalendarContent,
  CategoryContent,
  DirectoryContent,
  OutOfScopeContent,
  PlaceContent,
} from './content/types';

const content = directory as DirectoryContent;

/** Which door each group of matters for elsewhere opens on. */
export const DOOR_OF_GROUP: Record<OutOfScopeContent['id'], Door> = {
  emergency: 'ambulance',
  fire: 'fire',
  danger: 'police',
  lawsuit: 'court',
  'legal-advice': 'legalAid',
  crime: 'police',
  corruption: 'discipline',
  petition: 'petitionOffice',
  'personal-dispute': 'mediation',
  praise: 'hotline12345',
  nonsense: 'hotline12345',
};

/** The counties whose places are here. The directory's people are the first one's; another begins without any. */
const COUNTIES: Record<string, { name: string; places: PlaceContent[] }> = {
  [content.county.id]: { name: content.county.name, places: places as PlaceContent[] },
  '410305': { name: '涧西区', places: placesOfJianxi as PlaceContent[] },
};

/**
 * A county as the functions read it, made from the content files: its own places, with the usual sectors, committees and
 * routing table. Throws for a county whose places are not here.
 */
export function countyOfContent(countyId: string = content.county.id): County {
  const own = COUNTIES[countyId];
  if (own === undefined) throw new Error(`没有 ${countyId} 的地名，先在 build-places.mjs 里加上。`);
  const { committees, sectors, committeeOfSector } = content;
  const units = content.units.filter(({ townshipId }) => belongs(townshipId, countyId));
  return {
    id: countyId,
    name: own.name,
    townships: own.places.map(({ kind: _, villages, ...township }) => ({
      ...township,
      ...tileOf(township.id),
      villages: villages.map(({ sameNameElsewhere: _mark, ...village }) => village),
      liaison: officeHolder(township.id, 'liaison'),
      convener: officeHolder(township.id, 'convener'),
    })),
    terms: own.places.flatMap(({ id }) => [...termOf(id, 'liaison'), ...termOf(id, 'convener')]),
    committees: committees.map(({ id, name }) => ({ id, name })),
    sectors: sectors.map(({ id, name }) => ({ id, name, committeeId: committeeOfSector[id] ?? '' })),
    units: units.map(({ id, name }) => ({ id, name })),
    categories: (routingTable as CategoryContent[]).map((category) => ({
      ...category,
      private: category.private ?? false,
    })),
    outOfScope: (outOfScope as OutOfScopeContent[]).map(({ id, kind, phrases, pairs, sentence }) => ({
      id,
      kind,
      door: DOOR_OF_GROUP[id],
      phrases,
      ...(pairs ? { pairs } : {}),
      sentence,
    })),
    stations: (stations as Station[]).filter(({ placeId }) => belongs(placeId, countyId)),
    holidays: (calendar as CalendarContent).holidays,
    workingWeekends: (calendar as CalendarContent).workingWeekends,
    templates: templates as Template[],
    wechatTemplates: wechatTemplates as WechatTemplate[],
    codes,
    tellsReported: true,
    leadership: {
      secretaryGeneral: leaderWith('secretary-general', countyId),
      chair: leaderWith('chair', countyId),
    },
    policy: {
      acceptWithin: 2,
      decideWithin: 7,
      handleWithin: 15,
      supplementWithin: 10,
      feedbackWithin: 15,
      handOverWorkingDays: 15,
      secondPairOfEyes: false,
      remindBefore: 1,
      escalateAfter: { liaison: 0, convener: 2, secretaryGeneral: 4, chair: 7 },
    },
  };
}

/**
 * The county as it is delivered: its places, sectors, units and rules. Everybody in the content is made up, and the
 * telephones do not ring: a real county's residents must never be sent to them.
 */
export function withoutPeople({ codes: _codes, ...county }: County): County {
  return {
    ...county,
    townships: county.townships.map((township) => ({ ...township, liaison: null, convener: null })),
    terms: [],
    stations: [],
    leadership: { secretaryGeneral: null, chair: null },
  };
}

/** The county's committee was elected in spring 2022; who holds an office since then holds it until somebody says otherwise. */
const SINCE = '2022-04-01';

function termOf(townshipId: string, office: 'liaison' | 'convener'): OfficeTerm[] {
  const holder = officeHolder(townshipId, office);
  return holder
    ? [{ id: `${office}-${townshipId}`, office, townshipId, ...holder, from: SINCE, to: null }]
    : [];
}

/** Where a township stands on the map of tiles; nothing for one that has no place there yet. */
function tileOf(townshipId: string): Pick<CountyTownship, 'tile'> {
  const [column, row] = (townshipTiles.tiles as Record<string, number[]>)[townshipId] ?? [];
  return column === undefined || row === undefined ? {} : { tile: [column, row] };
}

/** Codes of a county's places begin with the county's. */
const belongs = (townshipId: string | undefined, countyId: string): boolean =>
  townshipId === undefined || townshipId.startsWith(countyId);

function leaderWith(role: 'secretary-general' | 'chair', countyId: string) {
  if (countyId !== content.county.id) return null;
  const person = content.staff.find((candidate) => candidate.role === role);
  return person ? { accountId: person.id, name: person.name } : null;
}

function officeHolder(townshipId: string, role: 'liaison' | 'convener') {
  const member = content.members.find(
    (candidate) => candidate.townshipId === townshipId && candidate.role === role,
  );
  return member ? { accountId: member.id, name: member.name } : null;
}

export interface AccountContent {
  id: string;
  name: string;
  grants: Grant[];
}

/** Every person of the county's directory with what they may do. */
export function accountsOfContent(countyId: string = content.county.id): AccountContent[] {
  if (countyId !== content.county.id) return [];
  const members = content.members.map(({ id, name, sectorId, townshipId, role }) => ({
    id,
    name,
    grants: [...(role ? [{ role, townshipId }] : []), { role: 'member' as const, sectorId, townshipId }],
  }));
  const staff = content.staff.map(({ id, name, role }) => ({
    id,
    name,
    grants: [{ role: STAFF_ROLES[role] }],
  }));
  const officers = content.unitOfficers.map(({ id, name, unitId }) => ({
    id,
    name,
    grants: [{ role: 'unitOfficer' as const, unitId }],
  }));
  return [...members, ...staff, ...officers];
}

const STAFF_ROLES = {
  chair: 'leader',
  'secretary-general': 'leader',
  'office-director': 'staff',
  'desk-clerk': 'staff',
  administrator: 'administrator',
} as const;

/** Many of the demonstration leads are this sector's to claim. */
const DEMO_SECTOR = 'environment-resources';

/** The people a demonstration shows, one tap each. */
export function demoIdentities() {
  const liaison = content.members.find(({ role }) => role === 'liaison');
  const member = content.members.find(({ role, sectorId }) => role === undefined && sectorId === DEMO_SECTOR);
  const staff = (role: keyof typeof STAFF_ROLES) => content.staff.find((person) => person.role === role);
  const housing =
    content.unitOfficers.find(({ unitId }) => unitId === 'housing-construction') ?? content.unitOfficers[0];
  const township = (places as PlaceContent[]).find(({ id }) => id === liaison?.townshipId);
  const unit = content.units.find(({ id }) => id === housing?.unitId);
  const people = [
    { kind: 'staff', person: staff('desk-clerk'), note: '政协机关工作人员：受理、采纳、交办、办结' },
    { kind: 'liaison', person: liaison, note: `${township?.name ?? ''}联络员：看本乡镇的线索` },
    { kind: 'unitOfficer', person: housing, note: `${unit?.name ?? ''}经办人：接收交办、答复` },
    { kind: 'member', person: member, note: '委员：看本界别的线索，认领、走访' },
    { kind: 'leader', person: staff('secretary-general'), note: '领导：看全县情况' },
    { kind: 'administrator', person: staff('administrator'), note: '管理员' },
  ];
  const officers = people.flatMap(({ kind, person, note }) =>
    person ? [{ kind, name: person.name, openid: demoOpenid(person.id), note }] : [],
  );
  return [
    { kind: 'resident', name: '群众', openid: DEMO_RESIDENT, note: '群众：反映问题、看进展、说说解决了没有' },
    ...officers,
  ];
}

export const DEMO_RESIDENT = 'demo-resident';
export const demoOpenid = (accountId: string): string => `demo-${accountId}`;
