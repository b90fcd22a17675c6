import { describe, expect, it } from 'vitest';
import { COMMITTEE_FIELDS } from '@contract/lead-views';
import { history, PRIVATE_MATTER, recordOf } from '../support/builders';
import {
  busyLead,
  fieldsOf,
  officersNamedIn,
  offers,
  offerTable,
  PEOPLE,
  shownTo,
  tracesOfResident,
} from '../support/people';

const OFFERED = `
submitted           addNote revealContact
routed              acceptLead rerouteLead setPlace askForSupplement markOutOfScope mergeLead splitLead joinIssue broadcastLead addNote revealContact
accepted            rerouteLead setPlace askForSupplement markOutOfScope mergeLead splitLead joinIssue adoptLead declineLead holdConsultation handOver resolveLead markUnresolvable broadcastLead addNote revealContact
awaitingSupplement  joinIssue addNote revealContact
outOfScope          joinIssue reopenLead addNote revealContact
adopted             askForSupplement joinIssue holdConsultation handOver resolveLead markUnresolvable publishLead broadcastLead addNote revealContact
declined            joinIssue holdConsultation handOver resolveLead markUnresolvable reopenLead addNote revealContact
inProgress          askForSupplement joinIssue holdConsultation returnHandOver extendDeadline recordReply resolveLead markUnresolvable promiseOutcome publishLead broadcastLead addNote revealContact
resolved            joinIssue publishLead reopenLead closeLead addNote revealContact
unresolvable        joinIssue reopenLead closeLead addNote revealContact
closed              joinIssue publishLead reopenLead addNote revealContact
reopened            acceptLead rerouteLead setPlace askForSupplement splitLead joinIssue adoptLead declineLead holdConsultation handOver resolveLead markUnresolvable broadcastLead addNote revealContact
merged              unmergeLead addNote revealContact
withdrawn           addNote revealContact
`;

describe('a clerk of the committee', () => {
  it('reads the whole matter: exactly the committee’s fields', async () => {
    const view = await shownTo(PEOPLE.clerk, busyLead());
    expect(fieldsOf(view)).toEqual([...COMMITTEE_FIELDS].sort());
    expect(view?.audience).toBe('committee');
  });

  it.each(['open', 'hiddenFromUnit', 'committeeOnly'] as const)(
    'knows of the resident (%s) only a mask, until the contact is revealed',
    async (anonymity) => {
      expect(tracesOfResident(await shownTo(PEOPLE.clerk, busyLead(anonymity)))).toEqual([
        'maskedName',
        'maskedPhone',
      ]);
    },
  );

  it('reads who did what, and every event of the log', async () => {
    const view = await shownTo(PEOPLE.clerk, busyLead());
    expect(officersNamedIn(view)).toEqual(['李静', '赵委员']);
    expect(view?.history).toHaveLength(busyLead().events.length);
  });

  it('reads reports against officials, and is the one who works on them', async () => {
    const view = await shownTo(PEOPLE.clerk, recordOf(history(['LeadAccepted'], PRIVATE_MATTER)));
    expect(view?.text).toContain('修路');
    expect(view?.allowed).toEqual([
      'rerouteLead',
      'setPlace',
      'askForSupplement',
      'markOutOfScope',
      'mergeLead',
      'splitLead',
      'adoptLead',
      'declineLead',
      'holdConsultation',
      'resolveLead',
      'markUnresolvable',
      'addNote',
      'revealContact',
    ]);
  });

  it('is offered in each state exactly what the office does then', () => {
    expect(offers(PEOPLE.clerk)).toEqual(offerTable(OFFERED));
  });

  it('is offered no contact where the resident left none', () => {
    const record = recordOf(history(), { contact: null });
    return expect(shownTo(PEOPLE.clerk, record)).resolves.toMatchObject({
      hasContact: false,
      contactMasked: '',
      allowed: expect.not.arrayContaining(['revealContact']) as string[],
    });
  });
});
