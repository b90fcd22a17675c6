import { describe, expect, it } from 'vitest';
import { officerMessagesFor, STAFF_KEY } from '../../cloudfunctions/core/app/lead/officer-messages';
import type { Actor, LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { firstGroup } from '../../src/shared/offices';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import type { County } from '../../cloudfunctions/core/domain/county';
import { CLERK, COUNTY, FACTS, history, hoursLater, recordOf, SYSTEM, UNIT_CLERK } from '../support/builders';

const RETURNED = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverReturned']);

/** What is sent out with the last of these events, had this officer caused it. */
function sentBy(by: Actor): { recipientKey: string; text: string }[] {
  const last: LeadEvent | undefined = RETURNED.at(-1);
  if (last === undefined) throw new Error('no event');
  const sealed = [{ seq: RETURNED.length, event: { ...last, by } }] as SealedEvent[];
  const { lead } = recordOf(RETURNED);
  return officerMessagesFor(lead, lead, sealed, COUNTY);
}

/** The county with this person, or nobody, as the liaison of every township. */
const withLiaison = (liaison: County['townships'][number]['liaison']): County => ({
  ...COUNTY,
  townships: COUNTY.townships.map((township) => ({ ...township, liaison })),
});

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
    const told = officerMessagesFor(lead, lead, [{ seq: 4, event: fact }] as SealedEvent[], COUNTY);
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

describe('an urgent call that somebody claimed', () => {
  const toldAfter = (hours: number): string => {
    const called = history(['LeadAccepted', { ...FACTS.LeadBroadcast, type: 'LeadBroadcast' }]);
    const at = new Date(Date.parse(called.at(-1)?.at ?? '') + hours * 3_600_000).toISOString();
    const claimed = { ...FACTS.LeadClaimed, at, by: CLERK } as LeadEvent;
    const { lead } = recordOf([...called, claimed]);
    return (
      officerMessagesFor(lead, lead, [{ seq: 4, event: claimed }] as SealedEvent[], COUNTY)[0]?.text ?? ''
    );
  };

  it('says how long it took, and never that it took no time', () => {
    expect(toldAfter(0.5)).toMatch(/用了 30 分钟。$/);
    expect(toldAfter(0)).toMatch(/用了不到 1 分钟。$/);
  });
});

describe('a lead that comes to a township', () => {
  const { lead } = recordOf(history([]));
  const arriving = (before: Lead | null, county = COUNTY, now = lead) =>
    officerMessagesFor(before, now, [{ seq: 1, event: ROUTED }] as SealedEvent[], county);
  const ROUTED = { ...FACTS.LeadRouted, at: hoursLater(0), by: SYSTEM };

  it('is told to whoever sits there, with its place, its kind and the day, and no word of the resident', () => {
    const told = arriving(null);
    expect(told).toMatchObject([
      {
        recipientKey: 'account:a-liaison-east',
        text: expect.stringMatching(/^新来一件：.+，.+。最晚\d+月\d+日（星期.）受理。$/) as string,
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/139|张桂兰|全是坑/);
  });

  it('is told to nobody of it twice, of an empty office, or of what the desk has accepted', () => {
    expect(arriving(lead)).toEqual([]);
    expect(arriving(null, withLiaison(null))).toEqual([]);
    expect(arriving(null, COUNTY, recordOf(history(['LeadAccepted'])).lead)).toEqual([]);
  });
});

describe('what a resident adds', () => {
  const { lead } = recordOf(history([]));
  const added = (by: Actor) => {
    const fact = { ...FACTS.SupplementGiven, at: hoursLater(3), by };
    return officerMessagesFor(lead, lead, [{ seq: 2, event: fact }] as SealedEvent[], COUNTY);
  };

  it('is told to who has the lead, without the words, and not when time answered for them', () => {
    expect(added({ kind: 'resident' })).toMatchObject([
      {
        recipientKey: 'account:a-liaison-east',
        text: expect.stringMatching(/^群众补充了情况：[^。]+。$/) as string,
      },
    ]);
    expect(added(SYSTEM)).toEqual([]);
  });
});

describe('a lead that a resident opens again', () => {
  const { lead } = recordOf(history(['LeadAccepted', 'LeadAdopted']));
  const opened = (by: Actor) =>
    officerMessagesFor(
      lead,
      { ...lead, status: 'reopened' },
      [{ seq: 9, event: { ...FACTS.LeadReopened, at: hoursLater(3), by } }] as SealedEvent[],
      COUNTY,
    );

  it('is told to the office that has it, not when that office opened it itself', () => {
    expect(opened({ kind: 'resident' })).toMatchObject([
      { recipientKey: STAFF_KEY, text: expect.stringMatching(/^群众说没有解决，又打开了：/) as string },
    ]);
    expect(opened(CLERK)).toEqual([]);
  });
});

describe('a date that comes near or passes', () => {
  const routed = history([]);
  const fact = { ...FACTS.DeadlineMissed, at: hoursLater(80), by: SYSTEM };
  const { lead } = recordOf(routed);
  const toldIn = (county: County) =>
    officerMessagesFor(lead, lead, [{ seq: 2, event: fact }] as SealedEvent[], county);

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
