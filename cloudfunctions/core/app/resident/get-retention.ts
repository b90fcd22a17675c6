import type { RetentionTerms } from '@contract/personal-data';
import { keepsFor, RETAINED_PARTS } from '../../domain/privacy/retention-policy';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

/** How long this county keeps each kind of personal data: what it says itself, else the usual terms. */
export async function getRetention(
  _input: unknown,
  { ports }: Call<ResidentCaller>,
): Promise<Result<RetentionTerms>> {
  const { retention } = await ports.county();
  const terms = [...RETAINED_PARTS, 'notices' as const].map((what) => [what, keepsFor(what, retention)]);
  return done(Object.fromEntries(terms) as RetentionTerms);
}
