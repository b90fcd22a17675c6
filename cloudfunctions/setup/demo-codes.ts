import { unstored } from '../core/app/codes/list-codes';
import { numberOfMade, numberOfPlace } from '../core/domain/codes/code';
import type { StoredCode } from '../core/domain/codes/explain-code';
import type { County } from '../core/domain/county';
import type { LeadContent } from './content/types';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The serial of a township's members' station. */
const STATION = 1;
const RECEPTION_DAY = 7;
const SPRING_MEETING = 8;

/** The code a demonstration lead came by: its place's own, or the members' station of its township. */
export function codeOfLead({ entry, townshipId, villageId }: LeadContent): { codeId?: string } {
  const codeId =
    entry === 'village-code'
      ? numberOfPlace(villageId ?? townshipId)
      : entry === 'station-code'
        ? numberOfMade(townshipId, 'station', STATION)
        : null;
  return codeId === null ? {} : { codeId };
}

/** The made codes of the demonstration: a members' station in each township, one event to come and one that is over. */
export function demoCodes(county: County, now: number): StoredCode[] {
  const at = (days: number): string => new Date(now + days * DAY_MS).toISOString();
  const day = (days: number): string => at(days).slice(0, 10);
  const stations = county.townships.map(({ id, name, shortName }) =>
    made(county, id, 'station', STATION, {
      title: `${shortName}委员联络站`,
      address: `${name}便民服务中心`,
      createdAt: at(-300),
    }),
  );
  const [first] = county.townships;
  if (first === undefined) return stations;
  const reception = {
    title: '委员接待日',
    address: '文化广场',
    createdAt: at(-5),
    validFrom: day(3),
    validUntil: day(4),
  };
  const meeting = {
    title: '春季协商会',
    address: '政协会客厅',
    createdAt: at(-120),
    validFrom: day(-100),
    validUntil: day(-98),
  };
  return [
    ...stations,
    made(county, first.id, 'event', RECEPTION_DAY, reception),
    made(county, first.id, 'event', SPRING_MEETING, meeting),
  ];
}

function made(
  county: County,
  placeId: string,
  kind: 'station' | 'event',
  serial: number,
  more: Partial<StoredCode>,
): StoredCode {
  const id = numberOfMade(placeId, kind, serial);
  if (id === null) throw new Error(`${placeId} has no official number`);
  return { ...unstored({ id, kind, placeId }, county.id), ...more };
}
