import { addCounts, difference, type Counts } from '../../domain/statistics/tally';
import { partOf } from '../../domain/statistics/tally';
import type { Ports, TallyPart, Uncounted } from '../ports';

/** The counts of some parts of the tally, exact at this moment: what is still waiting to be counted is added here. */
export async function readCounts(parts: readonly string[], ports: Ports): Promise<{ counts: Counts }> {
  const tally = await ports.tally.read(parts);
  let counts: Counts = Object.assign({}, ...tally.parts.map((part) => part.counts));
  for (const lead of tally.uncounted) {
    counts = addCounts(counts, changeStillMissing(lead, parts, tally.parts));
  }
  return { counts };
}

/** A lead taken in between reading it and reading a part must not be added to that part twice. */
function changeStillMissing(lead: Uncounted, parts: readonly string[], stored: readonly TallyPart[]): Counts {
  const missing = parts.filter((part) => {
    const applied = stored.find((candidate) => candidate.part === part)?.applied ?? [];
    return !applied.some(({ id, version }) => id === lead.id && version >= lead.version);
  });
  const change = difference(lead.counted, lead.carried);
  return Object.fromEntries(Object.entries(change).filter(([key]) => missing.includes(partOf(key))));
}
