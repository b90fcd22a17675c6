import type { DraftReading } from '@contract/lead-views';
import { soundsOutOfScope } from '../../domain/routing/out-of-scope';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/** What can be told of words that are still being written: the right door, when they sound like a matter for one. */
export async function readDraft(
  { text }: { text: string },
  { ports }: Call<ResidentCaller>,
): Promise<Result<DraftReading>> {
  const elsewhere = soundsOutOfScope(text, await ports.county());
  if (elsewhere === null || elsewhere.kind === 'nonsense') return done({ elsewhere: null });
  const { kind, door, note } = elsewhere;
  return done({ elsewhere: { kind, door, text: note } });
}
