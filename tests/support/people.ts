import { LEAD_STATUSES, type Anonymity, type LeadStatus } from '@contract/lead';
import type { CommandName } from '@contract/commands';
import type { Grant } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import type { LeadRecord } from '../../cloudfunctions/core/app/ports';
import { allowedTo, presentToOfficer } from '../../cloudfunctions/core/app/lead/present-lead';
import { EAST, history, inState, recordOf, WEST, type Beginning } from './builders';
import { READING_PORTS } from './reading-ports';

/** Every kind of person, as the directory would grant them their rights. The lead of the tests lies in the east. */
export const PEOPLE = {
  clerk: [{ role: 'staff' }],
  liaison: [{ role: 'liaison', townshipId: EAST }],
  liaisonElsewhere: [{ role: 'liaison', townshipId: WEST }],
  convener: [{ role: 'convener', townshipId: EAST }],
  convenerElsewhere: [{ role: 'convener', townshipId: WEST }],
  member: [{ role: 'member', sectorId: 'g-economy' }],
  memberOfAnotherSector: [{ role: 'member', sectorId: 'g-health' }],
  leadUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-transport' }],
  supportingUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-housing' }],
  otherUnitOfficer: [{ role: 'unitOfficer', unitId: 'u-water' }],
  leader: [{ role: 'leader' }],
  administrator: [{ role: 'administrator' }],
  nobody: [],
} as const satisfies Record<string, readonly Grant[]>;
export type Person = keyof typeof PEOPLE;

/** The lead as somebody with these grants is shown it; null where it is not found for them. */
export async function shownTo(grants: readonly Grant[], record: LeadRecord): Promise<OfficerLeadView | null> {
  const presented = await presentToOfficer(record, { id: 'a-reader', grants: [...grants] }, READING_PORTS);
  return presented.ok ? presented.value : null;
}

/** What somebody with these grants is offered in every state of the lead; states with nothing to do are left out. */
export function offers(
  grants: readonly Grant[],
  first: Beginning = {},
): Partial<Record<LeadStatus, CommandName[]>> {
  const found: Partial<Record<LeadStatus, CommandName[]>> = {};
  for (const status of LEAD_STATUSES) {
    const allowed = allowedTo(recordOf(inState(status, first)), grants);
    if (allowed.length > 0) found[status] = allowed;
  }
  return found;
}

/** What is in the view: its fields, without what the envelope of an officer adds. */
export function fieldsOf(view: object | null): string[] {
  return Object.keys(view ?? {})
    .filter((field) => field !== 'allowed' && field !== 'audience')
    .sort();
}

/** A lead to which nearly everything has happened: claimed, visited, noted, adopted, reported, handed over, answered. */
export const busyLead = (anonymity: Anonymity = 'hiddenFromUnit', first: Beginning = {}): LeadRecord =>
  recordOf(
    history(
      [
        'LeadAccepted',
        'LeadClaimed',
        'VisitRecorded',
        'NoteAdded',
        'ContactRevealed',
        'ConsultationHeld',
        'LeadAdopted',
        'LeadReportedUp',
        'LeadHandedOver',
        'HandOverAccepted',
        'ReplyRecorded',
      ],
      { ...first, submitted: { ...first.submitted, anonymity } },
    ),
  );

/** What of the resident stands in the view: name, telephone, their masks, the code of the receipt, the WeChat id. */
export function tracesOfResident(view: object | null): string[] {
  const text = JSON.stringify(view);
  const traces = {
    name: '张桂兰',
    phone: '13900000001',
    maskedName: '张**',
    maskedPhone: '139****01',
    trackingCode: '123456',
    openid: 'openid-zhang',
  };
  return Object.entries(traces).flatMap(([what, words]) => (text.includes(words) ? [what] : []));
}

/** Which of the officers' names in the log of `busyLead` the view tells. */
export const officersNamedIn = (view: object | null): string[] =>
  ['李静', '赵委员', '程东明'].filter((name) => JSON.stringify(view).includes(name));

/** A table of offers as people write it: a state and its commands on each line. */
export const offerTable = (table: string): Record<string, string[]> =>
  Object.fromEntries(
    table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([status = '', ...commands]) => [status, commands]),
  );
