import { describe, expect, it } from 'vitest';
import { officerMessagesFor, STAFF_KEY } from '../../cloudfunctions/core/app/lead/officer-messages';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { firstGroup } from '../../src/shared/offices';
import type { County } from '../../cloudfunctions/core/domain/county';
import { CLERK, COUNTY, FACTS, history, hoursLater, recordOf, SYSTEM, UNIT_CLERK } from '../support/builders';

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

describe('a hand-over', () => {
  it('is told to the unit in charge with its day, and to those that help', () => {
    const fact = { ...FACTS.LeadHandedOver, supportingUnitIds: ['u-water'], at: hoursLater(2), by: CLERK };
    const { lead } = recordOf(history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']));
    const told = officerMessagesFor(lead, [{ seq: 4, event: fact }] as SealedEvent[], COUNTY);
    expect(told).toMatchObject([
      {
        recipientKey: `group:u:${fact.unitId}`,
        text: expect.stringMatching(/^交办来了：.*请先接收，最晚\d+月\d+日（星期.）答复。$/) as string,
      },
      { recipientKey: 'group:u:u-water', text: expect.stringMatching(/^请协办：.*主办/) as string },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/139|张桂兰|全是坑/);
  });
});

describe('a date that comes near or passes', () => {
  const routed = history([]);
  const fact = { ...FACTS.DeadlineMissed, at: hoursLater(80), by: SYSTEM };
  const toldIn = (county: County) =>
    officerMessagesFor(recordOf(routed).lead, [{ seq: 2, event: fact }] as SealedEvent[], county);
  const withLiaison = (liaison: County['townships'][number]['liaison']): County => ({
    ...COUNTY,
    townships: COUNTY.townships.map((township) => ({ ...township, liaison })),
  });

  it('is told to who holds the office now, though somebody else held it when the lead came', () => {
    expect(toldIn(COUNTY).map(({ recipientKey }) => recipientKey)).toEqual(['account:a-liaison-east']);
    const followed = withLiaison({ accountId: 'a-new', name: '新来的' });
    expect(toldIn(followed).map(({ recipientKey }) => recipientKey)).toEqual(['account:a-new']);
  });

  it('is told to the desk while nobody holds the office', () => {
    expect(toldIn(withLiaison(null)).map(({ recipientKey }) => recipientKey)).toEqual([STAFF_KEY]);
  });

  it('names the day as people say it', () => {
    expect(toldIn(COUNTY)[0]?.text).toMatch(/^超期了：.*期限是\d+月\d+日（星期.）。$/);
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
