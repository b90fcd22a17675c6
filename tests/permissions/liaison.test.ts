import { describe, expect, it } from 'vitest';
import { LIAISON_FIELDS } from '@contract/lead-views';
import { history, PRIVATE_MATTER, recordOf } from '../support/builders';
import { busyLead, fieldsOf, offers, offerTable, PEOPLE, shownTo, tracesOfResident } from '../support/people';

const OFFERED = `
routed              acceptLead askForSupplement claimLead recordVisit revealContact
accepted            askForSupplement claimLead recordVisit revealContact
awaitingSupplement  revealContact
outOfScope          revealContact
adopted             askForSupplement claimLead recordVisit revealContact
declined            recordVisit revealContact
inProgress          askForSupplement claimLead recordVisit revealContact
resolved            recordVisit revealContact
unresolvable        recordVisit revealContact
closed              revealContact
reopened            acceptLead askForSupplement claimLead recordVisit revealContact
merged              revealContact
withdrawn           revealContact
`;
const withoutContact = (table: string) =>
  table
    .replaceAll(' revealContact', '')
    .replace(/^\w+\s*$/gm, '')
    .replace(/\n+/g, '\n');

describe('a liaison', () => {
  it('reads the leads of the township: exactly the local fields', async () => {
    const view = await shownTo(PEOPLE.liaison, busyLead());
    expect(fieldsOf(view)).toEqual([...LIAISON_FIELDS].sort());
    expect(view?.audience).toBe('liaison');
  });

  it('reads neither the committee’s notes nor who looked at the contact', async () => {
    const events = (await shownTo(PEOPLE.liaison, busyLead()))?.history?.map(({ event }) => event);
    expect(events).toEqual([
      'LeadSubmitted',
      'LeadRouted',
      'LeadAccepted',
      'LeadClaimed',
      'VisitRecorded',
      'ConsultationHeld',
      'LeadAdopted',
      'LeadHandedOver',
    ]);
  });

  it('knows of the resident what the resident chose', async () => {
    expect(tracesOfResident(await shownTo(PEOPLE.liaison, busyLead('open')))).toEqual([
      'maskedName',
      'maskedPhone',
    ]);
    expect(tracesOfResident(await shownTo(PEOPLE.liaison, busyLead('hiddenFromUnit')))).toEqual([
      'maskedName',
      'maskedPhone',
    ]);
    expect(tracesOfResident(await shownTo(PEOPLE.liaison, busyLead('committeeOnly')))).toEqual([]);
  });

  it('does not find a report against an official, though it lies in the township', async () => {
    expect(await shownTo(PEOPLE.liaison, recordOf(history(['LeadAccepted'], PRIVATE_MATTER)))).toBeNull();
    expect(offers(PEOPLE.liaison, PRIVATE_MATTER)).toEqual({});
  });

  it('is offered in each state exactly what the township does then', () => {
    expect(offers(PEOPLE.liaison)).toEqual(offerTable(OFFERED));
  });

  it('is offered the same without the contact where only the committee may know it', () => {
    expect(offers(PEOPLE.liaison, { submitted: { anonymity: 'committeeOnly' } })).toEqual(
      offerTable(withoutContact(OFFERED)),
    );
  });
});

describe('a liaison of another township: the right role in the wrong place', () => {
  it('does not find the lead', async () => {
    for (const anonymity of ['open', 'hiddenFromUnit', 'committeeOnly'] as const) {
      expect(await shownTo(PEOPLE.liaisonElsewhere, busyLead(anonymity))).toBeNull();
    }
  });
  it('is offered nothing in any state', () => {
    expect(offers(PEOPLE.liaisonElsewhere)).toEqual({});
  });
  it('finds it once it was rerouted to the township, and then the first one does not', async () => {
    const record = recordOf(history(['LeadRerouted']));
    expect(fieldsOf(await shownTo(PEOPLE.liaisonElsewhere, record))).toEqual([...LIAISON_FIELDS].sort());
    expect(await shownTo(PEOPLE.liaison, record)).toBeNull();
  });
});
