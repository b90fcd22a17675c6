import type { Neighbourhood, Station } from '@contract/board';
import { findPlace, nameOf, type County } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/** So many stations are enough to choose from. */
const MOST_STATIONS = 6;

/**
 * Who speaks for a place and where they are found: its liaison, convener and members by name and sector, and the nearest
 * stations. No telephone but the stations' own. Refuses a place the county does not have.
 */
export async function getNeighbourhood(
  { placeId }: { placeId: string },
  { ports }: Call<ResidentCaller>,
): Promise<Result<Neighbourhood>> {
  const county = await ports.county();
  const place = findPlace(county, placeId);
  if (place === null) return refuse('NOT_FOUND', '没有找到这个地方，请重新选。');
  const { township, name } = place;
  const accounts = await ports.accounts.listOfTownship(township.id);
  const members = accounts.flatMap(({ name: member, grants }) => {
    const grant = grants.find(({ role, townshipId }) => role === 'member' && townshipId === township.id);
    return grant ? [{ name: member, sectorName: nameOf(county.sectors, grant.sectorId ?? null) }] : [];
  });
  return done({
    placeName: name,
    townshipName: township.name,
    liaison: township.liaison?.name ?? null,
    convener: township.convener?.name ?? null,
    members: members.sort((a, b) => a.sectorName.localeCompare(b.sectorName, 'zh-CN')),
    stations: stationsNear(placeId, county).map((station) => ({
      ...station,
      placeName: findPlace(county, station.placeId)?.name ?? '',
    })),
  });
}

/** By the tree of places: the village's own, the township's, then those that serve the whole county. */
function stationsNear(placeId: string, county: County): Station[] {
  const place = findPlace(county, placeId);
  const rank = (station: Station): number => {
    if (station.placeId === placeId && station.kind !== 'parlour') return 0;
    // A parlour serves the whole county, wherever it lies.
    if (station.kind === 'parlour') return 2;
    return findPlace(county, station.placeId)?.township.id === place?.township.id ? 1 : FAR;
  };
  return (county.stations ?? [])
    .map((station) => ({ station, near: rank(station) }))
    .filter(({ near }) => near < FAR)
    .sort((a, b) => a.near - b.near)
    .slice(0, MOST_STATIONS)
    .map(({ station }) => station);
}
const FAR = 9;
