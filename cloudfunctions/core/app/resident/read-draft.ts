import type { InputOf } from '@contract/actions';
import type { DraftReading } from '@contract/lead-views';
import { findPlace, type County } from '../../domain/county';
import { soundsOutOfScope } from '../../domain/routing/out-of-scope';
import { whichPlace } from '../../domain/routing/which-place';
import { readScene } from '../../domain/routing/scene';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/**
 * What can be told of words that are still being written: the right door, when they sound like a matter for one, and the
 * place they speak of with what can also be meant. Keeps nothing, refuses nothing.
 */
export async function readDraft(
  input: InputOf<'resident.readDraft'>,
  { ports }: Call<ResidentCaller>,
): Promise<Result<DraftReading>> {
  const county = await ports.county();
  return done({ elsewhere: elsewhereIn(input.text, county), ...placeIn(input, county) });
}

function elsewhereIn(text: string, county: County): DraftReading['elsewhere'] {
  const elsewhere = soundsOutOfScope(text, county);
  if (elsewhere === null || elsewhere.kind === 'nonsense') return null;
  const { kind, door, note } = elsewhere;
  return { kind, door, text: note };
}

function placeIn({ text, scene, placeId: chosen }: InputOf<'resident.readDraft'>, county: County) {
  const codePlaceId = readScene(scene ?? '', county).placeId;
  const { placeId, candidates } = whichPlace({ text, codePlaceId, chosenPlaceId: chosen ?? null }, county);
  const place = findPlace(county, placeId);
  return { place: place && placeId ? { id: placeId, name: place.name } : null, candidates };
}
