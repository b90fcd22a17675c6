import { CODE_COMMANDS, OFFICER_COMMANDS, RESIDENT_COMMANDS, type CommandName } from '@contract/commands';
import type { IssueLine } from '@contract/issues';
import type { Evidence } from '@contract/lead';
import {
  AUDIENCE_FIELDS,
  type Audience,
  type LeadField,
  type LeadFields,
  type OfficerLeadView,
  type ResidentLeadView,
  type TrackedLeadView,
} from '@contract/lead-views';
import type { LeadEvent } from '../../domain/lead/events';
import { isReachable } from '../../domain/lead/lead';
import { isAllowed, isForDeskToDecide } from '../../domain/lead/lifecycle';
import { nextStep } from '../../domain/lead/next-step';
import { audienceFor, grantFor, voiceIsFor } from '../../domain/permissions/permissions';
import { viewFor, type ViewSource } from '../../domain/permissions/view-for';
import { refuse, done, type Result } from '../../domain/result';
import { issueKeys } from '../../domain/statistics/queue-keys';
import type { Grant } from '@contract/directory';
import type { Account, LeadRecord, Ports } from '../ports';
import { calendarOf } from './record';
import { lineOf } from '../issues/list-issues';
import { withReceipts } from './told-on-wechat';
import { cosignsOf } from './voices';

/** The lead as its submitter reads it, with what they may do now. */
export async function presentToResident(record: LeadRecord, ports: Ports): Promise<ResidentLeadView> {
  const allowed = RESIDENT_COMMANDS.filter((command) => isAllowed(record.lead, command));
  return { ...viewFor('owner', await sourceOf(record, ports, 'owner')), allowed };
}

/** The lead as somebody holding number and tracking code reads it, with what these are enough for. */
export async function presentToTracker(record: LeadRecord, ports: Ports): Promise<TrackedLeadView> {
  const allowed = CODE_COMMANDS.filter((command) => isAllowed(record.lead, command));
  return { ...viewFor('tracker', await sourceOf(record, ports, 'tracker')), allowed };
}

/** The lead as their grants let an officer read it, with the allowed commands; NOT_FOUND where none does. */
export async function presentToOfficer(
  record: LeadRecord,
  { id, grants }: Pick<Account, 'id' | 'grants'>,
  ports: Ports,
): Promise<Result<OfficerLeadView>> {
  const audience = audienceFor(grants, record.lead);
  if (audience === null) return refuse('NOT_FOUND');
  const unitIds = grants.flatMap(({ role, unitId }) => (role === 'unitOfficer' && unitId ? [unitId] : []));
  const view = viewFor(audience, { ...(await sourceOf(record, ports, audience)), unitIds });
  const history =
    audience === 'committee' && view.history ? await withReceipts(view.history, record, ports) : view.history;
  return done({ ...view, ...(history && { history }), audience, allowed: allowedTo(record, grants, id) });
}

/** The commands that state, facts and grants all allow. The panel shows these and nothing else. */
export function allowedTo(record: LeadRecord, grants: readonly Grant[], accountId?: string): CommandName[] {
  return OFFICER_COMMANDS.filter((command) => {
    if (!isAllowed(record.lead, command)) return false;
    const grant = grantFor(grants, command, record.lead);
    if (grant === null) return false;
    if (command === 'revealContact') return isReachable(record.content);
    // Nobody confirms their own decision; taking it back is theirs.
    if (command === 'confirmDecision' && record.lead.proposal?.by.accountId === accountId) return false;
    // Passed on too often: only the county desk may pass it on again.
    if (command === 'returnHandOver' && grant.role === 'unitOfficer' && isForDeskToDecide(record.lead))
      return false;
    return (
      !(UNITS_DEEDS.includes(command) && grant.role === 'unitOfficer') ||
      record.lead.handOver?.unitId === grant.unitId
    );
  });
}

/** What the unit in charge does, and none beside it. */
const UNITS_DEEDS: readonly CommandName[] = [
  'acceptHandOver',
  'returnHandOver',
  'recordReply',
  'askExtension',
];

const reads = (audience: Audience, field: LeadField): boolean =>
  (AUDIENCE_FIELDS[audience] as readonly LeadField[]).includes(field);

/** The photos this audience may look at: who reads none of the resident's reads none at all. */
function photosFor(audience: Audience, { content, lead }: LeadRecord): Evidence[] {
  if (!reads(audience, 'photoUrls')) return [];
  const replied = reads(audience, 'reply') || reads(audience, 'releasedReply') ? lead.reply?.evidence : [];
  const visited = reads(audience, 'visits') ? lead.visits.flatMap(({ evidence }) => evidence ?? []) : [];
  const given = content.evidence.filter(({ kind }) => kind === 'photo' || voiceIsFor(audience, lead));
  const rated = lead.feedback.flatMap(({ evidence }) => evidence ?? []);
  return [...given, ...(replied ?? []), ...visited, ...rated];
}

async function sourceOf(record: LeadRecord, ports: Ports, audience: Audience): Promise<ViewSource> {
  const evidence = photosFor(audience, record);
  const [county, issue, goesOn] = await Promise.all([
    ports.county(),
    reads(audience, 'issue') ? issueOfLead(record, ports) : null,
    reads(audience, 'goesOn') ? whereItGoesOn(record, ports) : null,
  ]);
  return {
    lead: record.lead,
    content: record.content,
    events: record.events.map(({ event }): LeadEvent => event),
    version: record.version,
    trackingCode: record.trackingCode,
    addresses: evidence.length > 0 ? await ports.files.urls(evidence) : new Map(),
    cosigns: cosignsOf(record, ports.digest),
    issue,
    goesOn,
    county,
    calendar: calendarOf(county),
  };
}

/** The lead that goes on for a merged one; null where it was not merged, or the other one is not there. */
async function whereItGoesOn({ lead }: LeadRecord, ports: Ports): Promise<LeadFields['goesOn']> {
  if (lead.mergedInto === null) return null;
  const [county, other] = await Promise.all([ports.county(), ports.leads.find(lead.mergedInto.leadId)]);
  if (other === null) return null;
  const { number, status } = other.lead;
  return { number, status, next: nextStep(other.lead, county, calendarOf(county)) };
}

async function issueOfLead({ lead }: LeadRecord, ports: Ports): Promise<IssueLine | null> {
  if (issueKeys(lead).length === 0 || lead.issueId === null) return null;
  const [stored] = await ports.issues.find([lead.issueId]);
  return stored === undefined ? null : lineOf(stored.issue);
}
