import type { Person } from './call';

/** Places of the county that tests speak of. */
export const CHENGGUAN = '410325100';
export const TIANHU = '410325101';
export const ANKANG_VILLAGE = '410325100001';
export const FENGYANG_VILLAGE = '410325101001';
/** What the code on the wall of 安康社区 carries. */
export const ANKANG_CODE = `p=${ANKANG_VILLAGE}&e=v`;

/** Words that the county's table places: town building, sector 环境资源界, unit 住建局. */
export const LAMP_TEXT = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
/** Words about an official, which must stay with the committee. */
export const DISCIPLINE_TEXT = '村里有人说村干部贪污补助款，请查一查。';

/** Officers by what they do here; the account ids are those of the county's content. */
const OFFICERS = {
  clerk: 's03',
  secondClerk: 's04',
  director: 's02',
  leader: 's01',
  administrator: 's05',
  liaison: 'm002',
  otherLiaison: 'm016',
  convener: 'm001',
  member: 'm057',
  otherMember: 'm023',
  housing: 'o01',
  cityManagement: 'o02',
  transport: 'o03',
} as const;
export type OfficerName = keyof typeof OFFICERS;

export const HOUSING_UNIT = 'housing-construction';
export const CITY_MANAGEMENT_UNIT = 'city-management';

/** An officer as the mini-program would see them: the WeChat that is bound to the account. */
export const officer = (name: OfficerName): Person => ({ openid: `demo-${OFFICERS[name]}` });
/** A resident. Each name is somebody else. */
export const resident = (name: string): Person => ({ openid: `resident-${name}` });

/** The officers whose WeChat is bound in a test's county. */
export const OFFICERS_BOUND = Object.values(OFFICERS).map((accountId) => ({
  accountId,
  openid: `demo-${accountId}`,
}));
