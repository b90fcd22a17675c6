import { describe, expect, it } from 'vitest';
import { MEMBER_FIELDS } from '@contract/lead-views';
import { history, PRIVATE_MATTER, recordOf } from '../support/builders';
import { busyLead, fieldsOf, offers, offerTable, PEOPLE, shownTo } from '../support/people';

const OFFERED = `
routed        claimLead recordVisit
accepted      holdConsultation claimLead recordVisit
adopted       holdConsultation claimLead recordVisit
declined      holdConsultation recordVisit
inProgress    holdConsultation claimLead recordVisit
resolved      recordVisit
unresolvable  recordVisit
reopened      holdConsultation claimLead recordVisit
`;

describe('a convener', () => {
  it('reads the leads of the township: exactly the local fields', async () => {
    expect(fieldsOf(await shownTo(PEOPLE.convener, busyLead()))).toEqual([...MEMBER_FIELDS].sort());
  });
  it('calls people together and never asks for a contact', () => {
    expect(offers(PEOPLE.convener)).toEqual(offerTable(OFFERED));
    expect(offers(PEOPLE.convener, { submitted: { anonymity: 'open' } })).toEqual(offerTable(OFFERED));
  });
  it('finds no lead of another township and no report against an official', async () => {
    expect(await shownTo(PEOPLE.convenerElsewhere, busyLead('open'))).toBeNull();
    expect(await shownTo(PEOPLE.convener, recordOf(history([], PRIVATE_MATTER)))).toBeNull();
  });
});
