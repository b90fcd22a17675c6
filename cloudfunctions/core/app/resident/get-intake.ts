import { ANONYMITIES } from '@contract/lead';
import { PHOTO_BYTES_MAX, PHOTOS_MAX, TEXT_MAX } from '@contract/limits';
import type { OutputOf } from '@contract/actions';
import { findPlace } from '../../domain/county';
import { listedTownship } from '../../domain/places/listed-township';
import { done, type Result } from '../../domain/result';
import { readArrival } from '../codes/read-arrival';
import type { Call, ResidentCaller } from '../ports';

/** What the submission form needs before anything is typed: the place of the scanned code and the limits. */
export async function getIntake(
  { scene = '' }: { scene?: string },
  { ports }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.getIntake'>>> {
  const county = await ports.county();
  const { placeId, problem } = await readArrival(scene, ports);
  const place = findPlace(county, placeId);
  return done({
    countyName: county.name,
    place: place && placeId ? { id: placeId, name: place.name } : null,
    codeProblem: problem,
    limits: { textMax: TEXT_MAX, photosMax: PHOTOS_MAX, photoBytesMax: PHOTO_BYTES_MAX },
    anonymities: ANONYMITIES,
    h5Address: county.codes?.h5Address ?? null,
  });
}

/** Townships with their villages, for the place picker. */
export async function listPlaces(
  _input: unknown,
  { ports }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.listPlaces'>>> {
  const { townships } = await ports.county();
  return done({ townships: townships.map(listedTownship) });
}
