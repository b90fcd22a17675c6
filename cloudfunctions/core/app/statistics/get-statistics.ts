import type { Statistics } from '@contract/statistics';
import { statisticsOf } from '../../domain/statistics/statistics-of';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { readCounts } from './read-counts';

const PARTS = ['base', 't', 'c', 'g', 'u', 'o', 'e', 'k', 's'] as const;

/** The funnel and its tables for the county. One database call, however many leads there are. */
export async function getStatistics(
  _input: unknown,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<Statistics>> {
  if (grantFor(caller.account.grants, 'getStatistics', null) === null) return refuse('FORBIDDEN');
  const [{ counts }, county] = await Promise.all([readCounts(PARTS, ports), ports.county()]);
  return done(statisticsOf(counts, county, ports.clock.now()));
}
