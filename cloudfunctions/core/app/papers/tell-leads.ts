import type { LeadCommand } from '../../domain/lead/commands';
import type { Actor } from '../../domain/lead/events';
import { organOf, signOf, type Paper, type Untold } from '../../domain/papers/paper';
import type { County } from '../../domain/county';
import { commit, decideOn, wasDoneBefore } from '../lead/change-lead';
import type { Ports } from '../ports';
import type { StoredPaper } from './paper-ports';

/** How often a lead that others are changing is tried at once; the timer tries again later. */
const TRIES = 3;

/**
 * Writes into each lead's own log that a paper stands on it, or no longer does. Each once, under a request id of the paper's
 * own, however often this is cut off and run again. True when all have heard.
 */
export async function tellLeads({ paper, version }: StoredPaper, ports: Ports): Promise<boolean> {
  if (paper.untold.length === 0) return true;
  const county = await ports.county();
  let all = true;
  for (const what of paper.untold) {
    for (const { leadId } of paper.sources) {
      all = (await tellLead(leadId, paper, what, { ports, county })) && all;
    }
  }
  if (all) await ports.papers.settleUntold(paper.id, version);
  return all;
}

async function tellLead(
  leadId: string,
  paper: Paper,
  what: Untold,
  { ports, county }: { ports: Ports; county: County },
): Promise<boolean> {
  const asked = { requestId: `${paper.id}-${what}`, fingerprint: paper.id };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const record = await ports.leads.find(leadId);
    if (record === null) return true;
    const before = wasDoneBefore(record, asked);
    if (!before.ok || before.value) return true;
    const by = authorOf(paper, what);
    const write = decideOn(record, commandFor(paper, what, county), { ports, county, by, ...asked });
    // What a lead's state no longer allows is not written over it; the paper itself still names the lead.
    if (!write.ok) return true;
    if ((await commit(write.value, record.version, ports)).ok) return true;
  }
  return false;
}

function commandFor(paper: Paper, what: Untold, county: County): LeadCommand {
  const { id: paperId, kind, text, number, withdrawn } = paper;
  const sign = number === null ? '' : signOf(organOf(county.name).mark, number);
  return what === 'issued'
    ? { type: 'reportUp', kind, title: text.title, recipient: text.addressee, paperId, sign }
    : { type: 'withdrawReport', paperId, sign, reason: withdrawn?.reason ?? '' };
}

/** Who issued or withdrew the paper did it to its leads too. */
function authorOf({ log }: Paper, what: Untold): Actor {
  const deed = what === 'issued' ? 'issuePaper' : 'withdrawPaper';
  const by = [...log].reverse().find((line) => line.deed === deed)?.by;
  return by === undefined ? { kind: 'system' } : { kind: 'officer', ...by };
}
