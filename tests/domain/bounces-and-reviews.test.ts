import { describe, expect, it } from 'vitest';
import { OFFICER_COMMANDS } from '@contract/commands';
import { allowedTo } from '../../cloudfunctions/core/app/lead/present-lead';
import {
  COMMANDS,
  DESK,
  EAST_LIAISON,
  FACTS,
  history,
  hoursLater,
  inState,
  recordOf,
  RESIDENT,
  SYSTEM,
  UNIT_CLERK,
  type Step,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';
import { PEOPLE } from '../support/people';

const notFixed = { type: 'giveFeedback', fixed: false, stars: 1, words: '还是没好' } as const;
const twiceRerouted = history(['LeadRerouted', 'LeadRerouted']);
const unit = { by: UNIT_CLERK, unitId: 'u-transport' };
const once: Step[] = ['LeadHandedOver', 'HandOverReturned'];

describe('a lead that is passed on and on', () => {
  it('lies with the county desk after the third time, said in words', () => {
    const third = given(twiceRerouted).when({ ...COMMANDS.rerouteLead, owner: EAST_LIAISON });
    third.then({ ...FACTS.LeadRerouted, owner: DESK }, FACTS.DeskTookOver);
    third.thenLead({ bounces: 3, owner: DESK });
    expect(recordOf([...twiceRerouted]).lead.owner.kind).toBe('liaison');
  });

  it('counts returns by units like reroutes', () => {
    const passedTwice = history(['LeadRerouted', 'LeadAccepted', ...once, 'LeadHandedOver']);
    given(passedTwice).when(COMMANDS.returnHandOver, unit).thenLead({ bounces: 3, owner: DESK });
  });

  it('is then passed on by the desk alone', () => {
    const desk = history(['LeadRerouted', 'LeadRerouted', 'LeadRerouted']);
    given(desk)
      .when(COMMANDS.rerouteLead, { by: UNIT_CLERK })
      .thenRefused('FORBIDDEN', /转了 3 次/);
    given(desk).when(COMMANDS.rerouteLead).thenLead({ bounces: 4, owner: DESK });
    const handedOver = history(['LeadAccepted', ...once, ...once, ...once, 'LeadHandedOver']);
    given(handedOver)
      .when(COMMANDS.returnHandOver, unit)
      .thenRefused('FORBIDDEN', /县政协办公室/);
    given(handedOver).when(COMMANDS.returnHandOver).thenLead({ bounces: 4, owner: DESK });
    expect(allowedTo(recordOf(handedOver), PEOPLE.leadUnitOfficer)).not.toContain('returnHandOver');
    expect(allowedTo(recordOf(handedOver), PEOPLE.clerk)).toContain('returnHandOver');
  });
});

describe('a resident who is not content', () => {
  const resolved = history(['LeadAccepted', 'LeadResolved']);
  const again = history(['LeadAccepted', 'LeadResolved', 'LeadReopened', 'LeadAccepted', 'LeadResolved']);
  const asked = [
    ...again,
    { ...FACTS.FeedbackGiven, at: hoursLater(40), by: RESIDENT },
    { ...FACTS.ReviewAsked, at: hoursLater(40), by: RESIDENT },
  ];

  it('reopens the lead the first time, by the word alone', () => {
    given(resolved).when(notFixed, { by: RESIDENT }).thenLead({ status: 'reopened', reopenCount: 1 });
  });

  it('asks for a review the second time, and somebody has to answer by a date', () => {
    given(again)
      .when(notFixed, { by: RESIDENT })
      .thenLead({
        status: 'resolved',
        awaitsReview: true,
        clock: expect.objectContaining({ kind: 'review' }) as never,
      });
    given(asked)
      .when(COMMANDS.noteDeadline, { at: hoursLater(5_000), by: SYSTEM })
      .thenLead({ status: 'resolved', overdue: true });
  });

  it('opens a closed lead by asking, so that it lies on somebody’s desk', () => {
    const closed = [...again, { ...FACTS.LeadClosed, at: hoursLater(39), by: SYSTEM }];
    given(closed).when(notFixed, { by: RESIDENT }).thenLead({ status: 'resolved', awaitsReview: true });
  });

  it('is answered by reopening, or by a reason why not', () => {
    given(asked).when(COMMANDS.reopenLead).thenLead({ status: 'reopened', awaitsReview: false });
    const refused = given(asked).when(COMMANDS.refuseReopen);
    refused.then(FACTS.ReopenRefused);
    refused.thenLead({ status: 'closed', awaitsReview: false, clock: null });
  });

  it('is not closed over without an answer', () => {
    given(asked).when(COMMANDS.closeLead).thenRefused('WRONG_STATE');
  });

  it('is refused nothing where nothing was asked', () => {
    given(again).when(COMMANDS.refuseReopen).thenRefused('WRONG_STATE');
  });
});

describe('a rating', () => {
  const rated = stateOf(inState('closed', {}))?.feedback;
  it('is the resident’s: whatever an officer does, it stands as it was given', () => {
    expect(rated).toEqual([]);
    const events = [
      ...history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'LeadResolved']),
      { ...FACTS.FeedbackGiven, stars: 1, at: hoursLater(40), by: RESIDENT },
      { ...FACTS.ReviewAsked, at: hoursLater(40), by: RESIDENT },
    ];
    const before = stateOf(events)?.feedback;
    expect(before).toHaveLength(1);
    let taken = 0;
    for (const name of OFFICER_COMMANDS) {
      try {
        given(events).when(COMMANDS[name]).thenLead({ feedback: before });
        taken += 1;
      } catch (error) {
        expect(String(error), name).toContain('refused');
      }
    }
    expect(taken).toBeGreaterThan(3);
  });
});
