import type { Township } from '@contract/directory';
import type { CountyTownship } from '../county';

/** A township with its villages as people pick from it: without the village nobody lives in that a farm is registered with. */
export function listedTownship({ id, name, shortName, sound, tile, villages }: CountyTownship): Township {
  return {
    id,
    name,
    shortName,
    ...(sound ? { sound } : {}),
    ...(tile ? { tile } : {}),
    villages: villages
      .filter((village) => !village.retired && !village.name.endsWith('虚拟生活区'))
      .map((village) => ({
        id: village.id,
        name: village.name,
        ...(village.sound ? { sound: village.sound } : {}),
      })),
  };
}
