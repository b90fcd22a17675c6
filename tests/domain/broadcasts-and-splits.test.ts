import { describe, expect, it } from 'vitest';
import { apply } from '../../cloudfunctions/core/app/lead/record';
import { keysOfOfficer } from '../../cloudfunctions/core/app/lead/officer-messages';
import { isPartOf } from '../../cloudfunctions/core/domain/lead/split-text';
import { grantFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import { viewFor } from '../../cloudfunctions/core/domain/permissions/view-for';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import type { LeadFact } from '../../cloudfunctions/core/domain/lead/events';
import {
  CALENDAR,
  CLERK,
  COMMANDS,
  COUNTY,
  EAST,
  FACTS,
  history,
  hoursLater,
  OTHER_LEAD,
  PRIVATE_MATTER,
  recordOf,
  draw,
  sha256,
  WEST,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';
import { PEOPLE } from '../support/people';

const toWest: LeadFact = { ...FACTS.LeadBroadcast, group: { kind: 'township', townshipId: WEST } };
const called = history(['LeadAccepted', 'LeadBroadcast']);
const applying = {
  requestId: 'r-2',
  fingerprint: 'f',
  county: COUNTY,
  calendar: CALENDAR,
  digest: sha256,
  draw,
};

const claimedAt = (at: string) => stateOf([...called, { ...FACTS.LeadClaimed, at, by: CLERK }])?.broadcast;

describe('an urgent call', () => {
  it('goes to a group and waits for whoever claims the lead first; how long that took is kept', () => {
    expect(stateOf(called)?.broadcast).toMatchObject({ claimedAfterMinutes: null });
    expect(claimedAt(hoursLater(2.5))).toMatchObject({ claimedAfterMinutes: 30 });
    expect(claimedAt(hoursLater(-9_000)), 'a clock set back').toMatchObject({ claimedAfterMinutes: 0 });
  });

  it('tells those who may not know who submitted the lead no name and no number of theirs', () => {
    const reason = '我叫张桂兰，13900000001，也可以打 13812345678，今晚要有人到场。';
    const event = { ...FACTS.LeadBroadcast, reason, at: hoursLater(2), by: CLERK };
    const record = recordOf(history(['LeadAccepted']));
    const { outbox } = apply(record, [event], applying).record;
    const told = outbox.filter(({ recipientKey }) => recipientKey.startsWith('group:g:'));
    expect(told.map(({ text }) => text.split('。')[1])).toEqual([
      '我叫某，某，也可以打 （电话略），今晚要有人到场',
    ]);

    const events = [...history(['LeadAccepted']), event];
    const { lead, content } = recordOf(events);
    const source = { lead, content, events, version: 1, trackingCode: '1', addresses: new Map(), cosigns: 0 };
    const asRead = (audience: 'member' | 'committee') =>
      viewFor(audience, { ...source, issue: null, county: COUNTY, calendar: CALENDAR }).broadcast?.reason;
    expect(asRead('member')).toBe('我叫某，某，也可以打 （电话略），今晚要有人到场。');
    expect(asRead('committee')).toBe(reason);
  });

  it('is claimed once', () => {
    given(history(['LeadAccepted', 'LeadBroadcast', 'LeadClaimed']))
      .when(COMMANDS.claimLead)
      .thenRefused('WRONG_STATE');
    given(history(['LeadAccepted', 'LeadClaimed']))
      .when(COMMANDS.broadcastLead)
      .thenRefused('WRONG_STATE');
  });

  it('lets the group read and claim what was not theirs before, and nobody else', () => {
    const before = stateOf(history(['LeadAccepted']));
    const after = stateOf(called);
    expect(grantFor(PEOPLE.memberOfAnotherSector, 'getLead', before)).toBeNull();
    expect(grantFor(PEOPLE.memberOfAnotherSector, 'claimLead', after)).not.toBeNull();
    expect(grantFor(PEOPLE.liaisonElsewhere, 'getLead', after)).toBeNull();
    expect(queueKeysOf(after ?? recordOf(called).lead)).toContain('in:g:g-health');
  });

  it('to a township reaches the members who live there, whatever their sector', () => {
    const after = stateOf([...history(['LeadAccepted']), { ...toWest, at: hoursLater(2), by: CLERK }]);
    const there = [{ role: 'member', sectorId: 'g-health', townshipId: WEST }] as const;
    const here = [{ role: 'member', sectorId: 'g-health', townshipId: EAST }] as const;
    expect(grantFor(there, 'claimLead', after)).not.toBeNull();
    expect(grantFor(here, 'claimLead', after)).toBeNull();
  });

  it('is refused for a report against an official', () => {
    given(history(['LeadAccepted'], PRIVATE_MATTER))
      .when(COMMANDS.broadcastLead)
      .thenRefused('WRONG_STATE');
  });

  it('is one message, which everybody of the group reads and which tells nothing of the resident', () => {
    const record = recordOf(history(['LeadAccepted']));
    const event = { ...FACTS.LeadBroadcast, at: hoursLater(2), by: CLERK };
    const { outbox } = apply(record, [event], applying).record;
    expect(outbox.map(({ recipientKey }) => recipientKey)).toEqual(['group:g:g-health']);
    expect(outbox[0]?.text).toContain('村里断水');
    expect(JSON.stringify(outbox)).not.toMatch(/13900000001|张桂兰|全是坑/);
    const grants = PEOPLE.memberOfAnotherSector;
    expect(keysOfOfficer({ id: 'a', grants })).toEqual(['account:a', 'group:g:g-health']);
  });
});

describe('the words taken out of a lead', () => {
  const whole = '村口的路坏了三年。\n还有，小学的路灯也不亮。';
  it.each([
    ['还有，小学的路灯也不亮。', true],
    ['小学的路灯也不亮', true],
    ['村口的路坏了三年。\n小学的路灯也不亮。', true],
    [' 还有，\n小学的 路灯也不亮。 ', true],
    [whole, false],
    ['小学的路灯全都不亮。', false],
    ['小学路灯不亮', false],
    ['  \n ', false],
  ])('%j: %s', (part, isTaken) => {
    expect(isPartOf(part, whole)).toBe(isTaken);
  });
});

describe('a lead that names two problems', () => {
  const part = stateOf(history([], { submitted: { splitFrom: OTHER_LEAD } }));

  it('keeps its own course and points at the other one', () => {
    given(history(['LeadAccepted']))
      .when(COMMANDS.splitLead)
      .thenLead({ status: 'accepted', parts: [OTHER_LEAD] });
    expect(part?.splitFrom).toEqual(OTHER_LEAD);
  });

  it('was received once: the part stands in every list but those of what came in', () => {
    const keys = queueKeysOf(part ?? recordOf(called).lead);
    expect(keys).toEqual(
      expect.arrayContaining(['s:routed', 'x:part', `in:t:${EAST}`, `s:routed|t:${EAST}`]),
    );
    expect(keys.filter((key) => /^(all|[tcguoe]:)/.test(key))).toEqual([]);
  });

  it('tells the resident the other number', () => {
    const record = recordOf(history(['LeadAccepted']));
    const { outbox } = apply(record, [{ ...FACTS.LeadSplit, at: hoursLater(2), by: CLERK }], applying).record;
    expect(outbox).toHaveLength(1);
    expect(outbox[0]).toMatchObject({ recipientKey: 'openid-zhang', number: '260310-000001' });
    expect(outbox[0]?.text).toContain(OTHER_LEAD.number);
  });
});
