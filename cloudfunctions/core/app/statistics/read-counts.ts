import { addInto, difference, partOf, type Counts } from '../../domain/statistics/tally';
import type { Ports, TallyPart, Uncounted } from '../ports';

/** The counts of some parts of the tally, exact at this moment: what is still waiting to be counted is added here. */
export async function readCounts(parts: readonly string[], ports: Ports): Promise<{ counts: Counts }> {
  const tally = await ports.tally.read(parts);
  const counts: Counts = Object.assign({}, ...tally.parts.map((part) => part.counts));
  const missing: Counts = {};
  const isNew = notTakenIn(parts, tally.parts);
  for (const lead of tally.uncounted) addMissing(missing, lead, isNew);
  addInto(counts, missing);
  return { counts };
}

type IsNew = (part: string, lead: Uncounted) => boolean;

/** A lead taken in between reading it and reading a part must not be added to that part twice. */
function notTakenIn(parts: readonly string[], stored: readonly TallyPart[]): IsNew {
  const asked = new Set(parts);
  const memory = new Map(
    stored.map(({ part, applied }) => [part, new Map(applied.map(({ id, version }) => [id, version]))]),
  );
  return (part, { id, version }) => asked.has(part) && (memory.get(part)?.get(id) ?? -1) < version;
}

function addMissing(missing: Counts, lead: Uncounted, isNew: IsNew): void {
  for (const [key, by] of Object.entries(difference(lead.counted, lead.carried))) {
    if (isNew(partOf(key), lead)) missing[key] = (missing[key] ?? 0) + by;
  }
}
