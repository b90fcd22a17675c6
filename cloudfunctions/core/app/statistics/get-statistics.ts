import type { Statistics } from '@contract/statistics';
import { partsOfFigures, statisticsOf } from '../../domain/statistics/statistics-of';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { hottestIssues } from '../issues/list-issues';
import type { Call, OfficerCaller } from '../ports';
import { readCounts } from './read-counts';

const ISSUES_SHOWN = 5;

/** The funnel and its tables, of everything or of a period. Two database calls, however many leads there are. */
export async function getStatistics(
  { period }: { period?: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<Statistics>> {
  if (grantFor(caller.account.grants, 'getStatistics', null) === null) return refuse('FORBIDDEN');
  const [{ counts }, issues, county] = await Promise.all([
    readCounts(partsOfFigures(period ?? null), ports),
    hottestIssues(ISSUES_SHOWN, ports),
    ports.county(),
  ]);
  return done({ ...statisticsOf(counts, county, ports.clock.now(), period ?? null), issues });
}
