import type { OutputOf } from '@contract/actions';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';
import { readCounts } from '../statistics/read-counts';
import { presentPublished } from './list-published';

const NEWEST = 5;

/** The county's name, the three figures of the funnel and what was published last. */
export async function getHome(
  _input: unknown,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.getHome'>>> {
  const county = await ports.county();
  const [{ counts }, rows] = await Promise.all([
    readCounts(['base'], ports),
    ports.leads.listPublished([county.id], null, NEWEST),
  ]);
  return done({
    countyName: county.name,
    figures: {
      received: counts['all'] ?? 0,
      adopted: counts['m:adopted'] ?? 0,
      resolved: counts['m:resolved'] ?? 0,
    },
    published: rows.map((row) => presentPublished(row, county, { caller, ports })),
  });
}
