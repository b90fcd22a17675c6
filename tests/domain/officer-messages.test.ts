import { describe, expect, it } from 'vitest';
import { officerMessagesFor, STAFF_KEY } from '../../cloudfunctions/core/app/lead/officer-messages';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { firstGroup } from '../../src/shared/offices';
import { CLERK, COUNTY, history, recordOf, UNIT_CLERK } from '../support/builders';

const RETURNED = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverReturned']);

/** What is sent out with the last of these events, had this officer caused it. */
function sentBy(by: Actor): { recipientKey: string; text: string }[] {
  const last: LeadEvent | undefined = RETURNED.at(-1);
  if (last === undefined) throw new Error('no event');
  const sealed = [{ seq: RETURNED.length, event: { ...last, by } }] as SealedEvent[];
  return officerMessagesFor(recordOf(RETURNED).lead, sealed, COUNTY);
}

describe('a hand-over that comes back', () => {
  it('is told to the desk with the unit and its reason', () => {
    expect(sentBy(UNIT_CLERK)).toMatchObject([
      { recipientKey: STAFF_KEY, text: expect.stringMatching(/退回了交办：.*。原因：不归我们管$/) as string },
    ]);
  });

  it('is told to nobody when the desk itself took it back', () => {
    expect(sentBy(CLERK)).toEqual([]);
  });
});

describe('the day begins', () => {
  it('with what waits for whoever has something to do, with everything for those who look on', () => {
    expect(firstGroup({ role: 'staff' })).toBe('mine');
    expect(firstGroup({ role: 'unitOfficer', unitId: 'u-transport' })).toBe('mine');
    expect(firstGroup({ role: 'leader' })).toBeNull();
    expect(firstGroup({ role: 'administrator' })).toBeNull();
    expect(firstGroup(null)).toBeNull();
  });
});
