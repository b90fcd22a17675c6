import { groupToJoin, isOtherMatter } from '../../domain/duplicates/group-to-join';
import { isElsewhere, MOST_CANDIDATES } from '../../domain/duplicates/suggest-earlier';
import { firstVoices } from '../../domain/hot-issues/heat';
import { ALONE_FROM_PEOPLE } from '../../domain/hot-issues/issue';
import { isAllowed, isPrivate } from '../../domain/lead/lifecycle';
import { decideOn } from '../lead/change-lead';
import { earlierLeads, whereaboutsOf } from '../lead/similar-rows';
import { orderOf } from '../lead/record';
import type { LeadRecord, Ports, SimilarRow, Ungrouped } from '../ports';
import { issueOfMembers, voicesOf } from './people';

/** How many leads one run looks at; what is left waits for the next. */
const BATCH = 50;
const REFRESHES = 3;

/**
 * Puts new leads into hot issues and brings the figures of touched issues up to date; how many leads it looked at. May
 * be cut off anywhere and run again: a lead is only done with once its issues are, and issues are made from their
 * leads alone.
 */
export async function groupLeads(ports: Ports): Promise<number> {
  const waiting = await ports.issues.listUngrouped(BATCH);
  const touched = new Set<string>();
  const settled: { id: string; version: number; issueId: string | null }[] = [];
  // The oldest first, so that later ones find them grouped.
  const inOrder = [...waiting].sort((a, b) => (orderOf(a.record.lead) < orderOf(b.record.lead) ? -1 : 1));
  for (const {
    record: {
      lead: { id },
    },
    groupedIn,
  } of inOrder) {
    // An earlier one of this run may have taken it along.
    const stored = await ports.leads.find(id);
    const record = stored && (await place({ record: stored, groupedIn }, ports));
    if (!record) continue;
    const { issueId } = record.lead;
    for (const touchedId of [groupedIn, issueId]) if (touchedId) touched.add(touchedId);
    settled.push({ id, version: record.version, issueId });
  }
  for (const issueId of touched) await refreshIssue(issueId, ports);
  for (const lead of settled) await ports.issues.settle(lead);
  return settled.length;
}

/** Makes the issue's figures anew from its leads; again where somebody else did so meanwhile, perhaps from older ones. */
async function refreshIssue(issueId: string, ports: Ports): Promise<void> {
  for (let attempt = 0; attempt < REFRESHES; attempt += 1) {
    const [stored] = await ports.issues.find([issueId]);
    const members = await ports.issues.leadsOf(issueId);
    const issue = issueOfMembers(issueId, members, await ports.county(), ports.digest);
    if (issue === null && stored === undefined) return;
    if (await ports.issues.write(issueId, issue, stored?.revision ?? 0)) return;
  }
}

/** The lead after it was looked at; null when somebody changed it meanwhile, so that the next run looks again. */
async function place({ record, groupedIn }: Ungrouped, ports: Ports): Promise<LeadRecord | null> {
  if (record.lead.mergedInto !== null) return takeAlong(record, record.lead.mergedInto.leadId, ports);
  if (!isAllowed(record.lead, 'groupLead')) return record;
  // Words do not change: what found no group when it was new is found by later ones.
  const issueId = groupedIn === undefined ? await issueFor(record, ports) : null;
  if (issueId === 'tooLate') return null;
  const people = firstVoices(voicesOf(record, ports.digest)).size;
  const chosen = issueId ?? (people >= ALONE_FROM_PEOPLE ? ownIssueId(record) : null);
  return chosen === null ? record : put(record, chosen, ports);
}

/** A lead that took in another one takes over its issue, unless it has one or staff said otherwise. */
async function takeAlong(record: LeadRecord, into: string, ports: Ports): Promise<LeadRecord | null> {
  const target = record.lead.issueId === null ? null : await ports.leads.find(into);
  if (target === null || !isAllowed(target.lead, 'groupLead')) return record;
  return (await put(target, record.lead.issueId ?? '', ports)) === null ? null : record;
}

/** The issue of the earlier leads that tell of the same problem; a lead not yet in one begins it. */
async function issueFor(record: LeadRecord, ports: Ports): Promise<string | null | 'tooLate'> {
  const { lead, content } = record;
  const asking = {
    text: content.text,
    ...whereaboutsOf(lead),
    before: orderOf(lead),
    most: MOST_CANDIDATES,
  };
  const similar = await earlierLeads(asking, ports, mayBeGroupedWith);
  const rows = new Map(similar.map(({ leadId, row }) => [leadId, row]));
  const groupOf = (leadId: string): string => rows.get(leadId)?.lead.issueId ?? leadId;
  const issueIds = similar.flatMap(({ row }) => row.lead.issueId ?? []);
  const known = issueIds.length === 0 ? [] : await ports.issues.find([...new Set(issueIds)]);
  const sizes = new Map(known.map(({ issue }) => [issue.id, issue.leads]));
  const joined = groupToJoin(
    similar.map(({ leadId, score, words, row }) => ({
      id: leadId,
      likeness: score,
      words,
      isElsewhere: isElsewhere(asking, whereaboutsOf(row.lead)),
      isOtherMatter: isOtherMatter(lead.route, row.lead.route),
    })),
    groupOf,
    (group) => sizes.get(group) ?? 1,
  );
  if (joined === null || !rows.has(joined)) return joined;
  const partner = await ports.leads.find(joined);
  if (partner === null || !isAllowed(partner.lead, 'groupLead')) return partner?.lead.issueId ?? null;
  const begun = ownIssueId(partner);
  return (await put(partner, begun, ports)) === null ? 'tooLate' : begun;
}

/** What staff took out of a group stands alone, and of a private matter nobody is reminded. */
const mayBeGroupedWith = ({ lead }: SimilarRow): boolean =>
  !isPrivate(lead) && !(lead.groupedByStaff && lead.issueId === null);

/** The id of an issue that begins with this lead; another one when it begins one again after it was taken out. */
export const ownIssueId = ({ lead, events }: LeadRecord): string => `I${lead.id.slice(1)}-${events.length}`;

async function put(record: LeadRecord, issueId: string, ports: Ports): Promise<LeadRecord | null> {
  const write = decideOn(
    record,
    { type: 'groupLead', issueId },
    {
      ports,
      county: await ports.county(),
      requestId: `group-${issueId}`,
      fingerprint: '',
      by: { kind: 'system' },
    },
  );
  if (!write.ok) return record;
  return (await ports.leads.save(write.value, record.version)) ? write.value.record : null;
}
