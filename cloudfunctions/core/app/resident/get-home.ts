import type { OutputOf } from '@contract/actions';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';
import { readCounts } from '../statistics/read-counts';
import { myItemOf } from './list-my-leads';
import { presentPublished } from './list-published';

const NEWEST = 5;
/** Among the person's newest leads the one that waits for them is looked for. */
const RECENT = 20;

/** The county's name, the three figures of the funnel, what was published last and what waits for this resident. */
export async function getHome(
  _input: unknown,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.getHome'>>> {
  const county = await ports.county();
  const [{ counts }, rows, own] = await Promise.all([
    readCounts(['base'], ports),
    ports.leads.listPublished([county.id], null, NEWEST),
    ports.leads.listByReporter(caller.openid, null, RECENT),
  ]);
  return done({
    countyName: county.name,
    figures: {
      received: counts['all'] ?? 0,
      adopted: counts['m:adopted'] ?? 0,
      resolved: counts['m:resolved'] ?? 0,
    },
    published: rows.map((row) => presentPublished(row, county, { caller, ports })),
    waiting: own.map((record) => myItemOf(record, county, ports)).filter(({ needsMe }) => needsMe),
  });
}
