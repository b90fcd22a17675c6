import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../cloudfunctions/core/domain/deadlines/deadline-of';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import { completeLead } from '../../cloudfunctions/core/domain/lead/stored-lead';
import { dayKeysOf } from '../../cloudfunctions/core/domain/statistics/day-keys';
import { viewFor } from '../../cloudfunctions/core/domain/permissions/view-for';
import {
  CALENDAR,
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  history,
  hoursLater,
  recordOf,
  SYSTEM,
  UNIT_CLERK,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';

const handedOver = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverAccepted']);
const promised = history([
  'LeadAccepted',
  'LeadAdopted',
  'LeadHandedOver',
  'ReplyRecorded',
  'OutcomePromised',
]);

const seenByOwner = (events: typeof promised) => {
  const { lead, content } = recordOf(events);
  const source = {
    lead,
    content,
    events,
    version: 1,
    trackingCode: '1',
    addresses: new Map(),
    cosigns: 0,
    issue: null,
  };
  return viewFor('owner', { ...source, county: COUNTY, calendar: CALENDAR });
};

describe('a unit that was handed a matter and never said that it took it on', () => {
  const silent = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']);
  it('has taken it on by answering, and is not asked to any more', () => {
    const fact = { ...FACTS.ReplyRecorded, at: hoursLater(80), by: UNIT_CLERK };
    expect(stateOf([...silent, fact])?.handOver?.acceptedAt).toBe(hoursLater(80));
    given([...silent, fact])
      .when(COMMANDS.acceptHandOver, { by: UNIT_CLERK })
      .thenRefused('WRONG_STATE');
  });
  it('has taken it on by promising a day; another unit’s promise says nothing of it', () => {
    const fact = { ...FACTS.OutcomePromised, at: hoursLater(80), by: CLERK };
    expect(stateOf([...silent, fact])?.handOver?.acceptedAt).toBe(hoursLater(80));
    expect(stateOf([...silent, { ...fact, unitId: 'u-housing' }])?.handOver?.acceptedAt).toBeNull();
  });
  it('has taken it on where the committee wrote its answer down for it, and is asked for nothing new', () => {
    const fact = { ...FACTS.ReplyRecorded, unitId: null, at: hoursLater(80), by: CLERK };
    expect(stateOf([...silent, fact])?.handOver?.acceptedAt).toBe(hoursLater(80));
    given([...silent, fact])
      .when(COMMANDS.acceptHandOver, { by: UNIT_CLERK })
      .thenRefused('WRONG_STATE');
    // A unit beside it promises the rest: whoever answered has it in hand, and it is nothing new to them.
    const beside = { ...FACTS.OutcomePromised, unitId: 'u-housing', at: hoursLater(90), by: CLERK };
    const keys = dayKeysOf(replay([...silent, fact, beside]), ['in:u:u-transport']);
    expect(keys).toEqual(['d:wait', 'd:mine|in:u:u-transport']);
  });
  it('has taken it on too in what was stored before the committee’s writing down counted', () => {
    const lead = replay([...silent, { ...FACTS.ReplyRecorded, unitId: null, at: hoursLater(80), by: CLERK }]);
    const older = { ...lead, handOver: lead.handOver && { ...lead.handOver, acceptedAt: null } };
    expect(completeLead(older)).toEqual(lead);
    expect(completeLead(replay(silent)).handOver?.acceptedAt).toBeNull();
  });
  it('said when it took it on, and that day stays', () => {
    const before = stateOf(handedOver)?.handOver?.acceptedAt;
    const fact = { ...FACTS.ReplyRecorded, at: hoursLater(90), by: UNIT_CLERK };
    expect(before).not.toBeNull();
    expect(stateOf([...handedOver, fact])?.handOver?.acceptedAt).toBe(before);
  });
});

describe('a promise', () => {
  it('is a unit’s word for a day, and the lead stays open with that day for its date', () => {
    const promise = given(handedOver).when(COMMANDS.promiseOutcome);
    promise.then(FACTS.OutcomePromised);
    promise.thenLead({
      status: 'inProgress',
      resolution: 'open',
      owner: { kind: 'unit', unitId: 'u-transport' },
      promise: { unitId: 'u-transport', dueOn: '2026-04-30', text: '等雨季过了就铺。', at: hoursLater(24) },
    });
    const lead = stateOf(promised);
    expect(lead && deadlineOf(lead, CALENDAR)).toEqual({
      kind: 'promise',
      dueAt: '2026-04-30T10:00:00.000Z',
    });
  });

  it('turns red at the close of business of that day, not before', () => {
    const at = (moment: string) => given(promised).when(COMMANDS.noteDeadline, { at: moment, by: SYSTEM });
    at('2026-04-30T09:59:59.999Z').thenLead({ overdue: false });
    at('2026-04-30T10:00:00.000Z').thenLead({ overdue: true });
  });

  it.each(['2026-03-11', '2026-03-10', '2025-12-31', '2026-02-30', '2026-13-01'])(
    'is refused for %s: today, the past, or no day at all',
    (dueOn) => {
      given(handedOver)
        .when({ ...COMMANDS.promiseOutcome, dueOn })
        .thenRefused('INVALID_INPUT', /今天以后/);
    },
  );

  it('is the word of a unit that was asked, in charge or supporting, never of another', () => {
    given(handedOver)
      .when({ ...COMMANDS.promiseOutcome, unitId: 'u-housing' })
      .then({ ...FACTS.OutcomePromised, unitId: 'u-housing' });
    given(handedOver)
      .when({ ...COMMANDS.promiseOutcome, unitId: 'u-water' })
      .thenRefused('INVALID_INPUT', /先交办/);
  });

  it('is moved by another promise, which the resident reads, and not by adding days in silence', () => {
    given(promised).when(COMMANDS.extendDeadline).thenRefused('WRONG_STATE');
    given(promised)
      .when({ ...COMMANDS.promiseOutcome, dueOn: '2026-06-30' })
      .thenLead({ overdue: false, promise: expect.objectContaining({ dueOn: '2026-06-30' }) as never });
  });

  it('keeps its day while the resident is asked something', () => {
    const asked = [...promised, { ...FACTS.SupplementAsked, at: hoursLater(30), by: SYSTEM }];
    const lead = stateOf([...asked, { ...FACTS.SupplementGiven, at: hoursLater(99), by: SYSTEM }]);
    expect(lead && deadlineOf(lead, CALENDAR)?.dueAt).toBe('2026-04-30T10:00:00.000Z');
  });

  it('a unit that promised no longer hands the matter back', () => {
    given([...handedOver, { ...FACTS.OutcomePromised, at: hoursLater(9), by: SYSTEM }])
      .when(COMMANDS.returnHandOver)
      .thenRefused('WRONG_STATE');
  });

  it('ends when the matter is solved, and is gone when it is opened again', () => {
    given(promised).when(COMMANDS.resolveLead).thenLead({ status: 'resolved', resolution: 'resolved' });
    const reopened = history([
      'LeadAccepted',
      'LeadHandedOver',
      'OutcomePromised',
      'LeadResolved',
      'LeadReopened',
    ]);
    expect(stateOf(reopened)?.promise).toBeNull();
  });
});

describe('what the resident reads', () => {
  it('is who promised what for which day, also once that day has passed', () => {
    expect(seenByOwner(promised)).toMatchObject({
      promiseUnitName: '县交通运输局',
      next: '县交通运输局答应最晚4月30日（星期四）办好，办好了会告诉您。',
    });
    expect(seenByOwner(promised).timeline.at(-1)?.text).toBe(
      '县交通运输局答应4月30日（星期四）以前办好。等雨季过了就铺。',
    );
    const late = [...promised, { ...FACTS.DeadlineMissed, at: hoursLater(9_000), by: SYSTEM }];
    expect(seenByOwner(late).next).toMatch(/这一天已经过了，还没有办好/);
  });

  it('is the unit’s reply once the committee gave the promise on, and no later reply before it is released', () => {
    const replied = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'ReplyRecorded']);
    expect(seenByOwner(replied).releasedReply).toBeNull();
    expect(seenByOwner(replied).timeline.map(({ event }) => event)).not.toContain('ReplyRecorded');
    expect(seenByOwner(promised).releasedReply?.text).toBe('已经铺好。');
    const again = [
      ...promised,
      { ...FACTS.ReplyRecorded, text: '铺了一半。', at: hoursLater(50), by: SYSTEM },
    ];
    expect(seenByOwner(again).releasedReply).toBeNull();
  });
});

describe('an extension', () => {
  it('gives the hand-over as many days as its clock', () => {
    const lead = stateOf(history(['LeadAccepted', 'LeadHandedOver', 'DeadlineExtended']));
    expect([lead?.clock?.workingDays, lead?.handOver?.workingDays]).toEqual([20, 20]);
  });
});
