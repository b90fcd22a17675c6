import { describe, expect, it } from 'vitest';
import type { OfficerVerb } from '@contract/actions';
import { OFFICER_COMMANDS } from '@contract/commands';
import type { Grant } from '@contract/directory';
import { grantFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { EAST, FACTS, history, PRIVATE_MATTER, ROUTE, WEST, type Beginning } from '../support/builders';
import { CODE_VERBS, PAPER_VERBS } from '../support/action-names';
import { stateOf } from '../support/given-when-then';

const ROLES = ['staff', 'liaison', 'convener', 'member', 'unitOfficer', 'leader', 'administrator'] as const;
type Role = (typeof ROLES)[number];

/**
 * Who may do what, written by hand and not taken from the code.
 *   list   no lead is involved        every  every lead, private ones too      public  every lead that is not private
 *   own    leads of the own township, sector or unit, none of them private       -     not at all
 */
const TABLE = `
                  staff   liaison  convener  member  unitOfficer  leader  administrator
getMe             list    list     list      list    list         list    list
getDirectory      list    list     list      list    list         list    list
listNotices       list    list     list      list    list         list    list
listQueue         list    list     list      list    list         list    list
getQueueFigures   list    list     list      list    list         list    list
readRows          list    list     list      list    list         list    list
getStatistics     list    -        -         -       -            list    list
getCodeFigures    list    -        -         -       -            list    list
listIssues        list    -        -         -       -            list    list
getDirectorySection  list    -        -         -       -            -       list
listPeople           list    -        -         -       -            -       list
getCoverage          list    -        -         -       -            -       list
listDirectoryChanges list    -        -         -       -            -       list
listLedgers          list    -        -         -       -            -       -
saveLedger           list    -        -         -       -            -       -
checkLedgerRows      list    -        -         -       -            -       -
importLedgerRows     list    -        -         -       -            -       -
checkImport          -       -        -         -       -            -       list
commitImport         -       -        -         -       -            -       list
saveDirectory        -       -        -         -       -            -       list
savePerson           -       -        -         -       -            -       list
giveBindCode         -       -        -         -       -            -       list
unbindPerson         -       -        -         -       -            -       list
listCodes         list    list     -         -       -            -       list
getCodePictures   list    list     -         -       -            -       list
createCode        list    -        -         -       -            -       list
retireCode        list    -        -         -       -            -       list
requestWechatCodes list   -        -         -       -            -       list
prepareUpload     list    list     list      list    list         -       -
getLead           every   own      own       own     own          public  public
getSimilar        every   own      own       own     -            -       -
listViews         list    list     list      list    list         list    list
saveView          list    list     list      list    list         list    list
deleteView        list    list     list      list    list         list    list
bulk              list    list     list      list    list         list    list
seeLead           list    list     list      list    list         list    list
acceptLead        every   own      -         -       -            -       -
explainRoute      every   -        -         -       -            -       -
rerouteLead       every   -        -         -       -            -       -
confirmRoute      every   -        -         -       -            -       -
setPlace          every   -        -         -       -            -       -
confirmTranscript every   -        -         -       -            -       -
askForSupplement  every   own      -         -       -            -       -
markOutOfScope    every   -        -         -       -            -       -
mergeLead         every   -        -         -       -            -       -
unmergeLead       every   -        -         -       -            -       -
splitLead         every   -        -         -       -            -       -
broadcastLead     every   -        -         -       -            -       -
withdrawForPerson every   -        -         -       -            -       -
keepAfterDenial   every   -        -         -       -            -       -
joinIssue         every   -        -         -       -            -       -
leaveIssue        every   -        -         -       -            -       -
adoptLead         every   -        -         -       -            -       -
declineLead       every   -        -         -       -            -       -
confirmDecision   every   -        -         -       -            -       -
returnDecision    every   -        -         -       -            -       -
listPapers        list    -         -         -       -            list    list
listPapersOfLead  list    -         -         -       -            list    list
getPaper          list    -         -         -       -            list    list
checkPaper        list    -         -         -       -            -       -
startPaper        list    -         -         -       -            -       -
savePaper         list    -         -         -       -            -       -
addPaperSource    list    -         -         -       -            -       -
removePaperSource list    -         -         -       -            -       -
discardPaper      list    -         -         -       -            -       -
issuePaper        list    -         -         -       -            -       -
withdrawPaper     list    -         -         -       -            -       -
settleSuggestion  list    -         -         -       -            -       -
recordInstruction list    -         -         -       -            list    -
correctInstruction list   -         -         -       -            list    -
closeFollowUp     list    -         -         -       -            -       -
listDossiers      list    -         -         -       -            list    list
getDossier        list    -         -         -       -            list    list
startDossier      list    -         -         -       -            -       -
addToDossier      list    -         -         -       -            -       -
removeFromDossier list    -         -         -       -            -       -
putBackIntoDossier list   -         -         -       -            -       -
holdConsultation  every   -        own       -       -            -       -
handOver          every   -        -         -       -            -       -
acceptHandOver    -       -        -         -       own          -       -
returnHandOver    every     -        -         -       own          -       -
askExtension      -       -        -         -       own          -       -
extendDeadline    every   -        -         -       -            -       -
refuseExtension   every   -        -         -       -            -       -
recordReply       every   -        -         -       own          -       -
checkReply        every   -        -         -       own          -       -
resolveLead       every   -        -         -       -            -       -
markUnresolvable  every   -        -         -       -            -       -
promiseOutcome    every   -        -         -       -            -       -
checkPublication  every   -        -         -       -            -       -
publishLead       every   -        -         -       -            -       -
reopenLead        every   -        -         -       -            -       -
refuseReopen      every   -        -         -       -            -       -
closeLead         every   -        -         -       -            -       -
claimLead         -       own      own       own     -            -       -
recordVisit       -       own      own       own     -            -       -
addNote           every   -        -         -       -            -       -
revealContact     every   own      -         -       own          -       -
`;
type Cell = 'list' | 'every' | 'public' | 'own' | '-';
const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const expected = rows.flatMap(([verb, ...cells]) =>
  ROLES.map((role, column) => ({ verb: verb as OfficerVerb, role, cell: cells[column] as Cell })),
);

const GRANTS: Record<Role, Grant> = {
  staff: { role: 'staff' },
  liaison: { role: 'liaison', townshipId: EAST },
  convener: { role: 'convener', townshipId: EAST },
  member: { role: 'member', sectorId: 'g-economy' },
  unitOfficer: { role: 'unitOfficer', unitId: 'u-transport' },
  leader: { role: 'leader' },
  administrator: { role: 'administrator' },
};

const lead = (first: Beginning, unitId = 'u-transport', supportingUnitIds = ['u-housing']): Lead => {
  const open: Beginning = { ...first, submitted: { anonymity: 'open' } };
  const state = stateOf(
    history(['LeadAccepted', { ...FACTS.LeadHandedOver, unitId, supportingUnitIds }], open),
  );
  if (state === null) throw new Error('no lead');
  return state;
};
const elsewhere = { ...ROUTE, townshipId: WEST };
/** The same lead, nearer to and farther from the people above. */
const LEADS = {
  'in their township, sector and unit': lead({}),
  'in another township': lead({ routed: { route: elsewhere } }),
  'in no township': lead({ routed: { route: { ...ROUTE, townshipId: null } } }),
  'of another sector': lead({ routed: { route: { ...ROUTE, sectorId: 'g-health' } } }),
  'handed to another unit': lead({}, 'u-water', ['u-housing']),
  'that their unit supports': lead({}, 'u-water', ['u-transport']),
  'that is private': lead(PRIVATE_MATTER),
};
type Near = keyof typeof LEADS;
/** Which of these leads are a role's own. */
const OWN: Record<Role, Near[]> = {
  staff: [],
  liaison: [
    'in their township, sector and unit',
    'of another sector',
    'handed to another unit',
    'that their unit supports',
  ],
  convener: [
    'in their township, sector and unit',
    'of another sector',
    'handed to another unit',
    'that their unit supports',
  ],
  member: [
    'in their township, sector and unit',
    'in another township',
    'in no township',
    'handed to another unit',
    'that their unit supports',
  ],
  unitOfficer: [
    'in their township, sector and unit',
    'in another township',
    'in no township',
    'of another sector',
    'that their unit supports',
  ],
  leader: [],
  administrator: [],
};

function mayReach(role: Role, cell: Cell, near: Near | null): boolean {
  if (near === null) return cell === 'list';
  if (cell === 'every') return true;
  if (near === 'that is private') return false;
  return cell === 'public' || (cell === 'own' && OWN[role].includes(near));
}

describe('the table of permissions', () => {
  it('has a row for every verb', () => {
    const reading = [
      'getMe',
      'getDirectory',
      'prepareUpload',
      'listNotices',
      'checkPublication',
      'listQueue',
      'getQueueFigures',
      'readRows',
      'getStatistics',
      'listIssues',
      'getLead',
      'getSimilar',
      'checkReply',
      'explainRoute',
    ];
    const directory = [
      'getDirectorySection',
      'listPeople',
      'getCoverage',
      'listDirectoryChanges',
      'listLedgers',
      'saveLedger',
      'checkLedgerRows',
      'importLedgerRows',
      'checkImport',
      'commitImport',
      'saveDirectory',
      'savePerson',
      'giveBindCode',
      'unbindPerson',
    ];
    const ownLists = ['listViews', 'saveView', 'deleteView', 'bulk', 'seeLead'];
    expect(rows.map(([verb]) => verb).sort()).toEqual(
      [...reading, ...directory, ...ownLists, ...CODE_VERBS, ...PAPER_VERBS, ...OFFICER_COMMANDS].sort(),
    );
    expect(rows.every((row) => row.length === 1 + ROLES.length)).toBe(true);
  });

  it.each(expected)('$role, $verb: $cell', ({ verb, role, cell }) => {
    const grants = [GRANTS[role]];
    for (const near of [null, ...(Object.keys(LEADS) as Near[])]) {
      const found = grantFor(grants, verb, near === null ? null : LEADS[near]);
      expect(found !== null, `a lead ${near ?? '(none)'}`).toBe(mayReach(role, cell, near));
    }
  });

  it('gives a grant without its place nothing to reach', () => {
    for (const role of ['liaison', 'convener', 'member', 'unitOfficer'] as const) {
      for (const near of Object.values(LEADS)) expect(grantFor([{ role }], 'getLead', near), role).toBeNull();
    }
  });

  it('gives nobody without a grant anything', () => {
    for (const { verb } of expected) {
      for (const near of [null, ...Object.values(LEADS)]) expect(grantFor([], verb, near)).toBeNull();
    }
  });

  it('takes the contact from a unit that is not to know it, and from the township where only the committee may', () => {
    const reveals = (role: Role, anonymity: Lead['anonymity']) =>
      grantFor([GRANTS[role]], 'revealContact', {
        ...LEADS['in their township, sector and unit'],
        anonymity,
      }) !== null;
    const seen = (anonymity: Lead['anonymity']) => ROLES.filter((role) => reveals(role, anonymity));
    expect(seen('open')).toEqual(['staff', 'liaison', 'unitOfficer']);
    expect(seen('hiddenFromUnit')).toEqual(['staff', 'liaison']);
    expect(seen('committeeOnly')).toEqual(['staff']);
  });
});
