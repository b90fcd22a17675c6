import { describe, expect, it } from 'vitest';
import {
  COMMANDS,
  DESK,
  EAST_LIAISON,
  FACTS,
  history,
  hoursLater,
  OTHER_LEAD,
  PRIVATE_MATTER,
  RESIDENT,
  SUBMITTED_AT,
  SYSTEM,
  UNIT_CLERK,
} from '../support/builders';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import { contextAt, given, stateOf } from '../support/given-when-then';

const resident = { by: RESIDENT };
const adopted = history(['LeadAccepted', 'LeadAdopted']);
const handedOver = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']);
const resolved = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'ReplyRecorded', 'LeadResolved']);
const notFixed = { type: 'giveFeedback', fixed: false, stars: 1, words: '还有坑' } as const;

describe('submitting', () => {
  it('is two events: the resident brings it, and the system gives it to somebody', () => {
    const { type: _submitted, ...submitted } = FACTS.LeadSubmitted;
    const { route, owner } = FACTS.LeadRouted;
    const result = decide(
      null,
      { type: 'submitLead', ...submitted, route, owner },
      contextAt({ at: SUBMITTED_AT, by: RESIDENT }),
    );
    expect(result).toEqual({ ok: true, value: history() });
  });

  it('leaves the lead with an owner from the first event on', () => {
    expect(stateOf(history().slice(0, 1))?.owner).toEqual(DESK);
    expect(stateOf(history())?.owner).toEqual(EAST_LIAISON);
  });
});

describe('withdrawing', () => {
  it('is the resident’s right before the decision', () => {
    given(history()).when(COMMANDS.withdrawLead, resident).then(FACTS.LeadWithdrawn);
  });
  it('needs no reason', () => {
    given(history()).when({ type: 'withdrawLead' }, resident).then({ type: 'LeadWithdrawn', reason: '' });
  });
  it('a resident cannot withdraw after adoption', () => {
    given(adopted)
      .when(COMMANDS.withdrawLead, resident)
      .thenRefused('WRONG_STATE', /「已采纳」.*「撤回」/);
  });
  it('a resident cannot withdraw after adoption, even while a supplement is waited for', () => {
    const asked = history(['LeadAccepted', 'LeadAdopted', 'SupplementAsked']);
    given(asked).when(COMMANDS.withdrawLead, resident).thenRefused('WRONG_STATE');
  });
  it('a resident cannot withdraw after adoption, even when the lead was reopened and accepted again', () => {
    const again = history(['LeadAccepted', 'LeadAdopted', 'LeadResolved', 'LeadReopened', 'LeadAccepted']);
    given(again).when(COMMANDS.withdrawLead, resident).thenRefused('WRONG_STATE');
  });
  it('a resident cannot withdraw what the leads of others were merged into, until they are apart again', () => {
    given(history(['LeadAbsorbed']))
      .when(COMMANDS.withdrawLead, resident)
      .thenRefused('WRONG_STATE', /邻居/);
    given(history(['LeadAbsorbed', 'LeadReleased']))
      .when(COMMANDS.withdrawLead, resident)
      .then(FACTS.LeadWithdrawn);
  });
  it('stops every clock', () => {
    const asked = history(['LeadAccepted', 'SupplementAsked']);
    given(asked)
      .when(COMMANDS.withdrawLead, resident)
      .thenLead({ status: 'withdrawn', clock: null, stoppedClock: null });
  });
});

describe('adoption and resolution', () => {
  it('are independent: a direct answer resolves without adoption', () => {
    given(history(['LeadAccepted']))
      .when(COMMANDS.resolveLead)
      .thenLead({ adoption: 'undecided', resolution: 'resolved' });
  });
  it('are independent: what was not adopted can still be solved', () => {
    const declined = history(['LeadAccepted', 'LeadDeclined']);
    given(declined).when(COMMANDS.resolveLead).thenLead({ adoption: 'declined', resolution: 'resolved' });
  });
  it('are independent: what was adopted can turn out unresolvable', () => {
    given(handedOver)
      .when(COMMANDS.markUnresolvable)
      .thenLead({ adoption: 'adopted', resolution: 'unresolvable' });
  });
  it('adoption stays a fact when the lead is resolved, closed and reopened', () => {
    const reopened = history(['LeadAccepted', 'LeadAdopted', 'LeadResolved', 'LeadClosed', 'LeadReopened']);
    expect(stateOf(reopened)).toMatchObject({ adoption: 'adopted', resolution: 'open', outcome: null });
  });
  it('what was not adopted can be adopted after it was reopened, and the decision is the new one', () => {
    const reopened = history(['LeadAccepted', 'LeadDeclined', 'LeadReopened']);
    given(reopened)
      .when(COMMANDS.adoptLead)
      .thenLead({ adoption: 'adopted', decision: { kind: 'adopted', note: '', at: hoursLater(24) } });
  });
  it('nothing is adopted twice', () => {
    const again = history(['LeadAccepted', 'LeadAdopted', 'LeadResolved', 'LeadReopened', 'LeadAccepted']);
    given(again).when(COMMANDS.adoptLead).thenRefused('WRONG_STATE');
  });
  it('nothing is declined after it was adopted', () => {
    const again = history(['LeadAccepted', 'LeadAdopted', 'LeadResolved', 'LeadReopened']);
    given(again).when(COMMANDS.declineLead).thenRefused('WRONG_STATE');
  });
});

describe('a declined lead that was reopened', () => {
  const reopened = history(['LeadAccepted', 'LeadDeclined', 'LeadReopened']);
  it('can be declined again, with the reason of today', () => {
    const { type: _, ...declined } = FACTS.LeadDeclined;
    given(reopened)
      .when({ type: 'declineLead', ...declined })
      .then(FACTS.LeadDeclined);
  });
  it('can be adopted after all', () => {
    given(reopened).when(COMMANDS.adoptLead).then(FACTS.LeadAdopted);
  });
});

describe('reporting up', () => {
  it('waits for adoption, in whatever state', () => {
    const unresolvable = ['LeadAccepted', 'LeadFoundUnresolvable'] as const;
    given(history([...unresolvable]))
      .when(COMMANDS.reportUp)
      .thenRefused('WRONG_STATE');
    given(history(['LeadAccepted', 'LeadAdopted', 'LeadFoundUnresolvable']))
      .when(COMMANDS.reportUp)
      .then(FACTS.LeadReportedUp);
  });
  it('keeps every report, and the committee’s clock stands still while the leaders read', () => {
    given(adopted).when(COMMANDS.reportUp).thenLead({ status: 'adopted', clock: null });
    const twice = history(['LeadAccepted', 'LeadAdopted', 'LeadReportedUp', 'LeadReportedUp']);
    expect(stateOf(twice)?.reports).toHaveLength(2);
  });
  it('is not for private matters: those go to whoever is in charge of them', () => {
    given(history(['LeadAccepted', 'LeadAdopted'], PRIVATE_MATTER))
      .when(COMMANDS.reportUp)
      .thenRefused('WRONG_STATE');
  });
  it('counts no longer once the paper is withdrawn, and what lies before nobody has a date again', () => {
    given(history(['LeadAccepted', 'LeadAdopted', 'LeadReportedUp']))
      .when(COMMANDS.withdrawReport)
      .thenLead({ status: 'adopted', clock: expect.objectContaining({ kind: 'handle', workingDays: 15 }) });
    const withdrawn = history(['LeadAccepted', 'LeadAdopted', 'LeadReportedUp', 'ReportWithdrawn']);
    expect(stateOf(withdrawn)?.reports).toMatchObject([{ withdrawn: '数字写错了' }]);
  });
  it('does not stop the clock of a unit that is at work', () => {
    given(handedOver)
      .when(COMMANDS.reportUp)
      .thenLead({ clock: { kind: 'handle', startedAt: hoursLater(3), workingDays: 15 } });
  });
});

describe('handing over', () => {
  it('gives the lead to the unit, with the date that was agreed', () => {
    given(adopted).when(COMMANDS.handOver).then(FACTS.LeadHandedOver);
    given(adopted)
      .when(COMMANDS.handOver)
      .thenLead({
        status: 'inProgress',
        owner: { kind: 'unit', unitId: 'u-transport' },
        clock: { kind: 'handle', startedAt: hoursLater(24), workingDays: 15 },
      });
  });
  it('needs no supporting unit', () => {
    given(adopted)
      .when({ type: 'handOver', unitId: 'u-water', workingDays: 10 })
      .then({ type: 'LeadHandedOver', unitId: 'u-water', supportingUnitIds: [], workingDays: 10 });
  });
  it('refuses a unit that leads and supports at once', () => {
    given(adopted)
      .when({ type: 'handOver', unitId: 'u-water', supportingUnitIds: ['u-water'], workingDays: 10 })
      .thenRefused('INVALID_INPUT', /主办单位/);
  });
  it('names a supporting unit once, however often it was picked', () => {
    given(adopted)
      .when({ ...COMMANDS.handOver, supportingUnitIds: ['u-housing', 'u-housing'] })
      .then(FACTS.LeadHandedOver);
  });
  it('does not happen behind the back of a unit that has it', () => {
    given(handedOver).when(COMMANDS.handOver).thenRefused('WRONG_STATE');
  });
  it('a returned lead lies at the county desk, counts the return, and can go to another unit', () => {
    given(handedOver)
      .when(COMMANDS.returnHandOver, { by: UNIT_CLERK, unitId: 'u-transport' })
      .then(FACTS.HandOverReturned);
    const returned = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverReturned']);
    expect(stateOf(returned)).toMatchObject({ status: 'inProgress', owner: DESK, bounces: 1 });
    given(returned)
      .when({ type: 'handOver', unitId: 'u-water', workingDays: 10 })
      .thenLead({
        owner: { kind: 'unit', unitId: 'u-water' },
        handOver: expect.objectContaining({ returned: null, acceptedAt: null }) as never,
      });
  });
  it('a unit that returned it neither accepts, answers, extends nor returns it again', () => {
    const returned = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverReturned']);
    const unit = { by: UNIT_CLERK, unitId: 'u-transport' };
    for (const name of ['acceptHandOver', 'recordReply', 'returnHandOver', 'extendDeadline'] as const) {
      given(returned).when(COMMANDS[name], unit).thenRefused('WRONG_STATE');
    }
  });
  it('is accepted once', () => {
    given(handedOver)
      .when(COMMANDS.acceptHandOver, { by: UNIT_CLERK, unitId: 'u-transport' })
      .then(FACTS.HandOverAccepted);
    given(history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverAccepted']))
      .when(COMMANDS.acceptHandOver)
      .thenRefused('WRONG_STATE');
  });
  it('is not returned once it was answered', () => {
    const answered = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'ReplyRecorded']);
    given(answered).when(COMMANDS.returnHandOver).thenRefused('WRONG_STATE');
  });
  it('is accepted, answered and returned by the unit in charge, not by one that supports it', () => {
    for (const name of ['acceptHandOver', 'recordReply', 'returnHandOver'] as const) {
      given(handedOver)
        .when(COMMANDS[name], { by: UNIT_CLERK, unitId: 'u-housing' })
        .thenRefused('FORBIDDEN', /主办单位/);
    }
  });
  it('the committee may write down an answer for the unit, and the record says that no unit gave it', () => {
    given(handedOver)
      .when(COMMANDS.recordReply)
      .then({ ...FACTS.ReplyRecorded, unitId: null });
    given(handedOver)
      .when(COMMANDS.recordReply, { by: UNIT_CLERK, unitId: 'u-transport' })
      .then(FACTS.ReplyRecorded);
  });
  it('an extension adds to the date and takes the lateness away', () => {
    const late = history([
      'LeadAccepted',
      'LeadAdopted',
      'LeadHandedOver',
      { ...FACTS.DeadlineMissed, kind: 'handle' },
    ]);
    expect(stateOf(late)?.overdue).toBe(true);
    given(late)
      .when(COMMANDS.extendDeadline)
      .thenLead({ overdue: false, clock: { kind: 'handle', startedAt: hoursLater(3), workingDays: 20 } });
  });
  it('an earlier unit’s answer is not the next one’s', () => {
    const again = history([
      'LeadAccepted',
      'LeadHandedOver',
      'ReplyRecorded',
      'LeadResolved',
      'LeadReopened',
    ]);
    given(again).when(COMMANDS.handOver).thenLead({ reply: null });
  });
});

describe('feedback', () => {
  it('that it is fixed closes the lead', () => {
    given(resolved)
      .when({ type: 'giveFeedback', fixed: true, stars: 5 }, resident)
      .then(
        { type: 'FeedbackGiven', fixed: true, stars: 5, words: '' },
        { type: 'LeadClosed', reason: '群众确认已经解决' },
      );
  });
  it('that it is not fixed reopens the lead by itself, once', () => {
    given(resolved)
      .when(notFixed, resident)
      .then(
        { type: 'FeedbackGiven', fixed: false, stars: 1, words: '还有坑' },
        { type: 'LeadReopened', reason: '还有坑', acceptWithin: 2 },
      );
  });
  it('the second time it is heard, and the committee looks before it reopens', () => {
    const again = history(['LeadAccepted', 'LeadResolved', 'LeadReopened', 'LeadAccepted', 'LeadResolved']);
    given(again)
      .when(notFixed, resident)
      .then({ type: 'FeedbackGiven', fixed: false, stars: 1, words: '还有坑' }, FACTS.ReviewAsked);
    given(again).when(COMMANDS.reopenLead).thenLead({ status: 'reopened', reopenCount: 2 });
  });
  it('also reopens what was closed meanwhile', () => {
    const closed = history(['LeadAccepted', 'LeadResolved', 'LeadClosed']);
    given(closed)
      .when(notFixed, resident)
      .thenLead({ status: 'reopened', resolution: 'open', reopenCount: 1 });
  });
  it('on a closed lead that it is fixed is kept and closes nothing twice', () => {
    const closed = history(['LeadAccepted', 'LeadResolved', 'LeadClosed']);
    given(closed)
      .when(COMMANDS.giveFeedback, resident)
      .then({ type: 'FeedbackGiven', fixed: true, stars: 5, words: '' });
  });
  it('that it is not fixed says what is missing', () => {
    for (const words of [undefined, '', '  ']) {
      given(resolved)
        .when({ ...notFixed, words }, resident)
        .thenRefused('INVALID_INPUT', /哪里还没好/);
    }
  });
  it('is taken five times and not more', () => {
    const five = Array.from({ length: 5 }, () => 'FeedbackGiven' as const);
    given(history(['LeadAccepted', 'LeadResolved', ...five.slice(1)]))
      .when(COMMANDS.giveFeedback, resident)
      .thenLead({ status: 'closed' });
    given(history(['LeadAccepted', 'LeadResolved', ...five]))
      .when(COMMANDS.giveFeedback, resident)
      .thenRefused('WRONG_STATE');
  });
});

describe('merging', () => {
  it('stops the clock and says where the lead went', () => {
    given(history())
      .when(COMMANDS.mergeLead)
      .thenLead({ status: 'merged', mergedInto: OTHER_LEAD, clock: null });
  });
  it('taken back, the lead goes on where it stood, with the days it had left', () => {
    const merged = history(['LeadAccepted', { ...FACTS.LeadMerged, workingDaysLeft: 4 }]);
    given(merged)
      .when(COMMANDS.unmergeLead)
      .thenLead({
        status: 'accepted',
        mergedInto: null,
        stoppedClock: null,
        clock: { kind: 'decide', startedAt: hoursLater(24), workingDays: 4 },
      });
  });
  it('into itself is refused', () => {
    given(history())
      .when({ ...COMMANDS.mergeLead, into: { leadId: 'L-1', number: '260310-000001' } })
      .thenRefused('INVALID_INPUT', /自己/);
  });
  it('never makes a chain: a lead that others were merged into stays where it is', () => {
    given(history(['LeadAbsorbed']))
      .when(COMMANDS.mergeLead)
      .thenRefused('WRONG_STATE');
    given(history(['LeadAbsorbed', 'LeadReleased']))
      .when(COMMANDS.mergeLead)
      .thenLead({ status: 'merged' });
  });
  it('a lead that nobody works on any more takes in no other: who is merged into it would never hear again', () => {
    for (const step of ['LeadDeclined', 'LeadWithdrawn'] as const) {
      const before = step === 'LeadDeclined' ? (['LeadAccepted'] as const) : [];
      given(history([...before, step]))
        .when(COMMANDS.absorbLead)
        .thenRefused('WRONG_STATE');
    }
  });
  it('a merged lead takes in no other', () => {
    given(history(['LeadMerged']))
      .when(COMMANDS.absorbLead)
      .thenRefused('WRONG_STATE');
  });
});

describe('private matters', () => {
  it('are never published, however they end', () => {
    const steps = ['LeadAccepted', 'LeadAdopted', 'LeadResolved'] as const;
    given(history([...steps], PRIVATE_MATTER))
      .when(COMMANDS.publishLead)
      .thenRefused('WRONG_STATE');
  });
});

describe('publishing', () => {
  it('is for what was adopted or resolved', () => {
    given(adopted).when(COMMANDS.publishLead).then(FACTS.LeadPublished);
    given(history(['LeadAccepted', 'LeadResolved']))
      .when(COMMANDS.publishLead)
      .then(FACTS.LeadPublished);
    given(history(['LeadAccepted', 'LeadDeclined']))
      .when(COMMANDS.publishLead)
      .thenRefused('WRONG_STATE');
    given(history(['LeadAccepted', 'LeadFoundUnresolvable']))
      .when(COMMANDS.publishLead)
      .thenRefused('WRONG_STATE');
  });
});

describe('claiming', () => {
  it('keeps who, and only the first', () => {
    given(history())
      .when(COMMANDS.claimLead)
      .then({ type: 'LeadClaimed', accountId: 'a-clerk', name: '李静' });
    given(history(['LeadClaimed']))
      .when(COMMANDS.claimLead)
      .thenRefused('WRONG_STATE');
  });
  it('is for officers', () => {
    expect(() => given(history()).when(COMMANDS.claimLead, resident).thenNothing()).toThrow('FORBIDDEN');
  });
  it('a visit keeps who was there', () => {
    given(history())
      .when(COMMANDS.recordVisit)
      .then({ type: 'VisitRecorded', text: '看过现场', name: '李静' });
  });
});

describe('silence: commands that are taken and change nothing', () => {
  const timer = { by: SYSTEM };
  it('looking at a deadline that has not passed', () => {
    given(history()).when(COMMANDS.noteDeadline, timer).thenNothing();
  });
  it('looking at a lead whose clock does not run', () => {
    for (const steps of [
      ['LeadMerged'],
      ['LeadWithdrawn'],
      ['LeadMarkedOutOfScope'],
      ['LeadAccepted', 'LeadDeclined'],
    ] as const) {
      given(history([...steps]))
        .when(COMMANDS.noteDeadline, { ...timer, at: hoursLater(9000) })
        .thenNothing();
    }
  });
  it('looking a second time at what is late already', () => {
    given(history(['DeadlineMissed']))
      .when(COMMANDS.noteDeadline, { ...timer, at: hoursLater(9000) })
      .thenNothing();
  });
  it('releasing a lead that was never taken in', () => {
    given(history()).when(COMMANDS.releaseLead).thenNothing();
    given(history(['LeadAbsorbed', 'LeadReleased']))
      .when(COMMANDS.releaseLead)
      .thenNothing();
  });
  it('a note and a look at the contact change the log, and of the lead only the count of looks', () => {
    const before = stateOf(history());
    expect(stateOf(history(['NoteAdded']))).toEqual(before);
    expect(stateOf(history(['ContactRevealed']))).toEqual({ ...before, contactReveals: 1 });
  });
});
