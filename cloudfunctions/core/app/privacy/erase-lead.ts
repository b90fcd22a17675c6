import type { DataPart } from '@contract/personal-data';
import type { DecideContext } from '../../domain/lead/commands';
import { decideOn } from '../lead/change-lead';
import type { LeadRecord, LeadWrite, Ports } from '../ports';
import { filesOf, withoutParts } from './erase-parts';

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
  if (erasing.parts.includes('media')) await ports.files.remove(filesOf(record.content, record.lead));
  const write = await erasureOf(record, erasing, ports);
  return ports.leads.save(write, record.version);
}

async function erasureOf(
  record: LeadRecord,
  { parts, because, pseudonym, by }: Erasing,
  ports: Ports,
): Promise<LeadWrite> {
  const county = await ports.county();
  const emptied = withoutParts(record, parts, { digest: ports.digest, pseudonym });
  const asked = { requestId: `erase-${record.version}`, fingerprint: '' };
  const command = { type: 'eraseData' as const, parts: [...parts], because };
  const write = decideOn(emptied, command, { ports, county, by, ...asked });
  if (!write.ok) throw new Error('the lifecycle lets data be erased in every state');
  return write.value;
}
