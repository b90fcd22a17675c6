import { describe, expect, it } from 'vitest';
import type { Grant } from '@contract/directory';
import { LIAISON_FIELDS, UNIT_FIELDS } from '@contract/lead-views';
import {
  grantFor,
  readsPrivateMatters,
  scopeFor,
} from '../../cloudfunctions/core/domain/permissions/permissions';
import { allowedTo } from '../../cloudfunctions/core/app/lead/present-lead';
import { EAST, history, PRIVATE_MATTER, recordOf, ROUTE, WEST } from '../support/builders';
import { busyLead, fieldsOf, offers, PEOPLE, shownTo, tracesOfResident } from '../support/people';

const inTheWest = { routed: { route: { ...ROUTE, townshipId: WEST } } };

describe('a liaison who is also a member of a sector', () => {
  const grants: Grant[] = [...PEOPLE.member, ...PEOPLE.liaison];
  it('works as the liaison in the township, and as a member elsewhere', async () => {
    expect((await shownTo(grants, recordOf(history())))?.allowed).toEqual([
      'acceptLead',
      'askForSupplement',
      'claimLead',
      'recordVisit',
      'revealContact',
    ]);
    expect((await shownTo(grants, recordOf(history([], inTheWest))))?.allowed).toEqual([
      'claimLead',
      'recordVisit',
    ]);
  });
  it('acts in the role that allows the deed', () => {
    const { lead } = recordOf(history());
    expect(grantFor(grants, 'acceptLead', lead)?.role).toBe('liaison');
    expect(grantFor(grants, 'claimLead', lead)?.role).toBe('liaison');
    expect(grantFor(grants, 'claimLead', recordOf(history([], inTheWest)).lead)?.role).toBe('member');
  });
  it('finds neither a lead outside both nor a report against an official', async () => {
    const outside = { routed: { route: { ...ROUTE, townshipId: WEST, sectorId: 'g-health' } } };
    expect(await shownTo(grants, recordOf(history([], outside)))).toBeNull();
    expect(await shownTo(grants, recordOf(history([], PRIVATE_MATTER)))).toBeNull();
  });
});

describe('a liaison who also answers for a unit', () => {
  const grants: Grant[] = [...PEOPLE.liaisonElsewhere, ...PEOPLE.leadUnitOfficer];
  it('reads a lead of another township only as the unit does', async () => {
    const view = await shownTo(grants, busyLead('hiddenFromUnit'));
    expect(fieldsOf(view)).toEqual([...UNIT_FIELDS].sort());
    expect(tracesOfResident(view)).toEqual([]);
  });
  it('reads a lead of the own township as the liaison, and still answers it for the unit', async () => {
    const view = await shownTo([...PEOPLE.liaison, ...PEOPLE.leadUnitOfficer], busyLead());
    expect(fieldsOf(view)).toEqual([...LIAISON_FIELDS].sort());
    expect(view?.allowed).toEqual(['askForSupplement', 'recordReply', 'recordVisit', 'revealContact']);
  });
});

describe('an officer of two units', () => {
  const handed = recordOf(history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']));
  it('answers for the one in charge, in whatever order the grants stand', () => {
    for (const grants of [
      [...PEOPLE.leadUnitOfficer, ...PEOPLE.supportingUnitOfficer],
      [...PEOPLE.supportingUnitOfficer, ...PEOPLE.leadUnitOfficer],
    ]) {
      expect(allowedTo(handed, grants)).toEqual(['acceptHandOver', 'returnHandOver', 'recordReply']);
      expect(grantFor(grants, 'recordReply', handed.lead)?.unitId).toBe('u-transport');
    }
  });
});

describe('a leader who is also a member', () => {
  const grants: Grant[] = [...PEOPLE.leader, ...PEOPLE.member];
  it('gains what the member may do, and no report against an official', () => {
    expect(offers(grants)).toEqual(offers(PEOPLE.member));
    expect(offers(grants, PRIVATE_MATTER)).toEqual({});
  });
});

describe('the queue of somebody with several grants', () => {
  it('is the whole county where one of them reaches it', () => {
    for (const wide of [PEOPLE.clerk, PEOPLE.leader, PEOPLE.administrator]) {
      expect(scopeFor([...PEOPLE.liaison, ...wide])).toBeNull();
      expect(scopeFor([...wide, ...PEOPLE.member])).toBeNull();
    }
  });
  it('is the township before the sector, and never one of a grant without its place', () => {
    expect(scopeFor([...PEOPLE.member, ...PEOPLE.liaison])).toBe(`in:t:${EAST}`);
    expect(scopeFor([{ role: 'liaison' }, ...PEOPLE.member])).toBe('in:g:g-economy');
  });
  it('shows the words of private matters to the committee alone', () => {
    expect(readsPrivateMatters([...PEOPLE.leader, ...PEOPLE.administrator, ...PEOPLE.liaison])).toBe(false);
    expect(readsPrivateMatters([...PEOPLE.liaison, ...PEOPLE.clerk])).toBe(true);
  });
});
