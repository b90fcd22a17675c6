import { describe, expect, it } from 'vitest';
import { MEMBER_FIELDS } from '@contract/lead-views';
import { history, PRIVATE_MATTER, recordOf, ROUTE, WEST } from '../support/builders';
import { busyLead, fieldsOf, offers, offerTable, PEOPLE, shownTo } from '../support/people';

const OFFERED = `
routed        claimLead recordVisit
accepted      claimLead recordVisit
adopted       claimLead recordVisit
declined      recordVisit
inProgress    claimLead recordVisit
resolved      recordVisit
unresolvable  recordVisit
reopened      claimLead recordVisit
`;

describe('a member', () => {
  it('reads the leads of the sector, in whatever township: exactly the fields of members', async () => {
    const elsewhere = { routed: { route: { ...ROUTE, townshipId: WEST } } };
    for (const record of [busyLead(), busyLead('open', elsewhere)]) {
      expect(fieldsOf(await shownTo(PEOPLE.member, record))).toEqual([...MEMBER_FIELDS].sort());
    }
  });
  it('does not read the contact, not even masked, however open the resident was', async () => {
    expect(await shownTo(PEOPLE.member, busyLead('open'))).not.toHaveProperty('contactMasked');
  });
  it('claims and visits, nothing else', () => {
    expect(offers(PEOPLE.member)).toEqual(offerTable(OFFERED));
  });
  it('finds no report against an official', async () => {
    expect(await shownTo(PEOPLE.member, recordOf(history([], PRIVATE_MATTER)))).toBeNull();
    expect(offers(PEOPLE.member, PRIVATE_MATTER)).toEqual({});
  });
});

describe('a member of another sector', () => {
  it('does not find the lead and is offered nothing', async () => {
    expect(await shownTo(PEOPLE.memberOfAnotherSector, busyLead('open'))).toBeNull();
    expect(offers(PEOPLE.memberOfAnotherSector)).toEqual({});
  });
});
