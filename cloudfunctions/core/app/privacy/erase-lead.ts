import type { Evidence } from '@contract/lead';
import type { DataPart } from '@contract/personal-data';
import type { DecideContext } from '../../domain/lead/commands';
import type { Lead } from '../../domain/lead/lead';
import { decideOn } from '../lead/change-lead';
import type { LeadRecord, LeadWrite, Ports } from '../ports';
import { filesOf, withoutFollowersNames, withoutParts } from './erase-parts';

interface Erasing {
  parts: readonly DataPart[];
  because: 'asked' | 'kept long enough';
  pseudonym: string;
  by: DecideContext['by'];
}

/**
 * Takes the parts out of a lead in one conditional write, which the log tells of; false when somebody changed it
 * meanwhile. Files go first: cut off between the two, the next run finds the same lead and its files already gone.
 */
export async function eraseFromLead(record: LeadRecord, erasing: Erasing, ports: Ports): Promise<boolean> {
  if (erasing.parts.includes('media')) await ports.files.remove(await filesOfItsOwn(record, ports));
  const write = await erasureOf(record, erasing, ports);
  return ports.leads.save(write, record.version);
}

/** The files no other lead holds: what was split off shows the same photos, and may still be under way. */
async function filesOfItsOwn({ content, lead }: LeadRecord, ports: Ports): Promise<Evidence[]> {
  const held = new Set<string>();
  const seen = new Set([lead.id]);
  for (let next = besides(lead); next.length > 0;) {
    for (const id of next) seen.add(id);
    const others = (await Promise.all(next.map((id) => ports.leads.find(id)))).filter(
      (other) => other !== null,
    );
    for (const other of others) for (const { fileId } of filesOf(other.content, other.lead)) held.add(fileId);
    next = [...new Set(others.flatMap((other) => besides(other.lead)))].filter((id) => !seen.has(id));
  }
  return filesOf(content, lead).filter(({ fileId }) => !held.has(fileId));
}

/** What it was split off from, and what was split off from it. */
const besides = ({ splitFrom, parts }: Lead): string[] =>
  [...(splitFrom ? [splitFrom] : []), ...parts].map(({ leadId }) => leadId);

async function erasureOf(
  record: LeadRecord,
  { parts, because, pseudonym, by }: Erasing,
  ports: Ports,
): Promise<LeadWrite> {
  const county = await ports.county();
  const names = { digest: ports.digest, pseudonym };
  const without = withoutParts(record, parts, names);
  // Who asks takes back their own name alone; what was kept long enough names nobody any more.
  const isOverdue = because === 'kept long enough' && parts.includes('reporter');
  const emptied = isOverdue ? withoutFollowersNames(without, names) : without;
  const asked = { requestId: `erase-${record.version}`, fingerprint: '' };
  const command = { type: 'eraseData' as const, parts: [...parts], because };
  const write = decideOn(emptied, command, { ports, county, by, ...asked });
  if (!write.ok) throw new Error('the lifecycle lets data be erased in every state');
  return write.value;
}
