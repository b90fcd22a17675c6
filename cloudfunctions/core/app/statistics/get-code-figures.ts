import type { CodeFigures } from '@contract/statistics';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { codeFiguresOf, partsOfCodes } from '../../domain/statistics/statistics-of';
import type { Call, OfficerCaller } from '../ports';
import { readCounts } from './read-counts';

/** What came in by each code, of everything or of a period: one database call, whatever the number of leads. */
export async function getCodeFigures(
  { period }: { period?: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<CodeFigures>> {
  if (grantFor(caller.account.grants, 'getCodeFigures', null) === null) return refuse('FORBIDDEN');
  const [{ counts }, county] = await Promise.all([
    readCounts(partsOfCodes(period ?? null), ports),
    ports.county(),
  ]);
  return done(codeFiguresOf(counts, county, ports.clock.now(), period ?? null));
}
