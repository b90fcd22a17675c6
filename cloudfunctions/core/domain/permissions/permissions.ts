import type { DeskVerb, OfficerVerb } from '@contract/actions';
import type { Audience } from '@contract/lead-views';
import { officeKey, type Grant } from '@contract/directory';
import type { Lead } from '../lead/lead';
import { isPrivate } from '../lead/lifecycle';
import { MANAGING_CODES } from './code-rows';
import { READING, READING_COUNTY } from './common-rows';
import { CHANGING_DIRECTORY, IMPORTING_LEDGERS, READING_DIRECTORY } from './directory-rows';
import { READING_PAPERS, WRITING_PAPERS } from './paper-rows';

/** As much of a lead as tells who may read it and do what to it. */
export type Reached = Pick<Lead, 'route' | 'handOver' | 'anonymity' | 'broadcast'>;

/** Where a permission reaches. */
export type Reach =
  /** no lead is involved, or the whole list is cut to the caller's own */
  | 'anywhere'
  /** any lead of the county */
  | 'county'
  /** leads of the grant's township */
  | 'township'
  /** leads of the grant's sector */
  | 'sector'
  /** leads handed to the grant's unit, as lead or supporting unit */
  | 'unit';

type OfficerRole = Grant['role'];
/** What can be asked of an officer's grants: beside a lead, and in the panel alone. */
type Verb = OfficerVerb | DeskVerb;

/** Who may do what, and where. What is not in this table is refused. */
export const PERMISSIONS: Record<OfficerRole, Partial<Record<Verb, Reach>>> = {
  staff: {
    ...READING,
    ...IMPORTING_LEDGERS,
    ...MANAGING_CODES,
    ...READING_DIRECTORY,
    ...READING_COUNTY,
    getSimilar: 'county',
    prepareUpload: 'anywhere',
    acceptLead: 'county',
    explainRoute: 'county',
    rerouteLead: 'county',
    confirmRoute: 'county',
    setPlace: 'county',
    confirmTranscript: 'county',
    askForSupplement: 'county',
    markOutOfScope: 'county',
    mergeLead: 'county',
    unmergeLead: 'county',
    splitLead: 'county',
    broadcastLead: 'county',
    joinIssue: 'county',
    leaveIssue: 'county',
    adoptLead: 'county',
    declineLead: 'county',
    confirmDecision: 'county',
    returnDecision: 'county',
    ...READING_PAPERS,
    ...WRITING_PAPERS,
    holdConsultation: 'county',
    handOver: 'county',
    returnHandOver: 'county',
    extendDeadline: 'county',
    refuseExtension: 'county',
    recordReply: 'county',
    checkReply: 'county',
    resolveLead: 'county',
    markUnresolvable: 'county',
    promiseOutcome: 'county',
    checkPublication: 'county',
    publishLead: 'county',
    reopenLead: 'county',
    refuseReopen: 'county',
    withdrawForPerson: 'county',
    keepAfterDenial: 'county',
    closeLead: 'county',
    addNote: 'county',
    revealContact: 'county',
  },
  liaison: {
    ...READING,
    // Those of the own township.
    listCodes: 'anywhere',
    getCodePictures: 'anywhere',
    getLead: 'township',
    getSimilar: 'township',
    prepareUpload: 'anywhere',
    acceptLead: 'township',
    askForSupplement: 'township',
    claimLead: 'township',
    recordVisit: 'township',
    revealContact: 'township',
  },
  convener: {
    ...READING,
    getLead: 'township',
    getSimilar: 'township',
    prepareUpload: 'anywhere',
    claimLead: 'township',
    recordVisit: 'township',
    holdConsultation: 'township',
  },
  member: {
    ...READING,
    getLead: 'sector',
    getSimilar: 'sector',
    prepareUpload: 'anywhere',
    claimLead: 'sector',
    recordVisit: 'sector',
  },
  unitOfficer: {
    ...READING,
    getLead: 'unit',
    prepareUpload: 'anywhere',
    acceptHandOver: 'unit',
    returnHandOver: 'unit',
    askExtension: 'unit',
    recordReply: 'unit',
    checkReply: 'unit',
    revealContact: 'unit',
  },
  leader: {
    ...READING,
    ...READING_PAPERS,
    recordInstruction: 'anywhere',
    correctInstruction: 'anywhere',
    ...READING_COUNTY,
  },
  administrator: {
    ...READING,
    ...MANAGING_CODES,
    ...READING_DIRECTORY,
    ...CHANGING_DIRECTORY,
    ...READING_PAPERS,
    ...READING_COUNTY,
  },
};

const AUDIENCES: Record<OfficerRole, Audience> = {
  staff: 'committee',
  liaison: 'liaison',
  convener: 'member',
  member: 'member',
  unitOfficer: 'unit',
  leader: 'leader',
  administrator: 'leader',
};

/** The order in which a person's grants are tried: the widest view first. */
const PRECEDENCE: OfficerRole[] = [
  'staff',
  'liaison',
  'convener',
  'unitOfficer',
  'member',
  'leader',
  'administrator',
];

/** The grant that lets the person do this to the lead (null: to no lead in particular), or null when none does. */
export function grantFor(grants: readonly Grant[], verb: Verb, lead: Reached | null): Grant | null {
  const allowed = grants.filter((grant) => {
    const reach = PERMISSIONS[grant.role][verb];
    return reach !== undefined && reaches(reach, grant, verb, lead);
  });
  // Who answers for two units of one lead acts for the one in charge: only it may answer.
  const inCharge = allowed.filter(({ unitId }) => unitId !== undefined && unitId === lead?.handOver?.unitId);
  return byPrecedence([...inCharge, ...allowed])[0] ?? null;
}

/** As whom the person reads the lead, or null when not at all. */
export function audienceFor(grants: readonly Grant[], lead: Reached): Audience | null {
  const grant = grantFor(grants, 'getLead', lead);
  return grant === null ? null : AUDIENCES[grant.role];
}

/** The townships whose codes the person may print; null when they have nothing to do with codes. */
export function townshipsOfCodes(grants: readonly Grant[]): 'all' | readonly string[] | null {
  const allowed = grants.filter(({ role }) => PERMISSIONS[role].listCodes !== undefined);
  if (allowed.length === 0) return null;
  if (allowed.some(({ role }) => PERMISSIONS[role].createCode !== undefined)) return 'all';
  return allowed.flatMap(({ townshipId }) => townshipId ?? []);
}

/** The key that cuts every list to what the person may see; null for the whole county; undefined for nothing. */
export function scopeFor(grants: readonly Grant[]): string | null | undefined {
  const scopes = byPrecedence(grants.filter(({ role }) => PERMISSIONS[role].listQueue !== undefined))
    .map(scopeOf)
    .filter((scope) => scope !== undefined);
  return scopes.includes(null) ? null : scopes[0];
}

/** The grants with which a person works in one office of theirs (`liaison:410325100`); all of them when none is named. */
export function grantsAs(grants: readonly Grant[], office: string | undefined): readonly Grant[] {
  return office === undefined ? grants : grants.filter((grant) => officeKey(grant) === office);
}

function scopeOf({ role, townshipId, sectorId, unitId }: Grant): string | null | undefined {
  switch (role) {
    case 'staff':
    case 'leader':
    case 'administrator':
      return null;
    case 'liaison':
    case 'convener':
      return townshipId ? `in:t:${townshipId}` : undefined;
    case 'member':
      return sectorId ? `in:g:${sectorId}` : undefined;
    case 'unitOfficer':
      return unitId ? `in:u:${unitId}` : undefined;
  }
}

/** Whether the list hides the words of matters that must stay private (reports against officials). */
export function readsPrivateMatters(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role === 'staff');
}

/** Whether the person answers units that ask for more time, and so may know which do. */
export function answersExtensions(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => PERMISSIONS[role].refuseExtension !== undefined);
}

/** Whether the person works on leads, and so may know which colleague holds one. Leaders and administrators read offices. */
export function readsNamesOfOfficers(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => AUDIENCES[role] !== 'leader');
}

/** Whether the contact may be known to this audience at all: what the resident chose decides. */
export function contactIsFor(audience: Audience, lead: Reached): boolean {
  if (audience === 'owner' || audience === 'committee') return true;
  if (isPrivate(lead)) return false;
  if (audience === 'liaison') return lead.anonymity !== 'committeeOnly';
  return audience === 'unit' && lead.anonymity === 'open';
}

/** Whether a recording may be heard: a voice tells who speaks, as the contact does. */
export const voiceIsFor = contactIsFor;

function reaches(reach: Reach, grant: Grant, verb: Verb, lead: Reached | null): boolean {
  if (lead === null) return reach === 'anywhere';
  if (verb === 'revealContact' && !contactIsFor(AUDIENCES[grant.role], lead)) return false;
  if (isPrivate(lead)) return reach === 'county' && grant.role === 'staff';
  switch (reach) {
    case 'anywhere':
      return false;
    case 'county':
      return true;
    case 'township':
      return grant.townshipId !== undefined && townshipsOf(lead).includes(grant.townshipId);
    case 'sector':
      return (
        (grant.sectorId !== undefined && sectorsOf(lead).includes(grant.sectorId)) ||
        (grant.townshipId !== undefined && isCalled(lead, grant.townshipId))
      );
    case 'unit':
      return grant.unitId !== undefined && unitsOf(lead).includes(grant.unitId);
  }
}

/** Whose it is by place or subject, and who was called to it. */
const townshipsOf = ({ route, broadcast }: Reached): (string | null | undefined)[] => [
  route?.townshipId,
  broadcast?.group.kind === 'township' ? broadcast.group.townshipId : null,
];
const sectorsOf = ({ route, broadcast }: Reached): (string | null | undefined)[] => [
  route?.sectorId,
  broadcast?.group.kind === 'sector' ? broadcast.group.sectorId : null,
];
const isCalled = ({ broadcast }: Reached, townshipId: string): boolean =>
  broadcast?.group.kind === 'township' && broadcast.group.townshipId === townshipId;

const unitsOf = (lead: Pick<Lead, 'handOver'>): string[] =>
  lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];

const byPrecedence = (grants: readonly Grant[]): Grant[] =>
  [...grants].sort((a, b) => PRECEDENCE.indexOf(a.role) - PRECEDENCE.indexOf(b.role));
