import { describe, expect, it } from 'vitest';
import { allowedTo } from '../../cloudfunctions/core/app/lead/present-lead';
import { commandLabel } from '../../src/shared/main-command';
import {
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  history,
  hoursLater,
  recordOf,
  SECOND_CLERK,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';
import { PEOPLE } from '../support/people';

const policy = { ...COUNTY.policy, secondPairOfEyes: true };
const accepted = history(['LeadAccepted']);
const proposed = history(['LeadAccepted', 'DecisionProposed']);

describe('where the county wants a second pair of eyes', () => {
  it('adopting is a proposal: the lead stays where it is and nobody outside hears of it', () => {
    const adopt = given(accepted).when({ type: 'adoptLead', note: '先找交通局。' }, { policy });
    adopt.then(FACTS.DecisionProposed);
    adopt.thenLead({
      status: 'accepted',
      adoption: 'undecided',
      proposal: {
        decision: { kind: 'adopted', note: '先找交通局。' },
        by: { accountId: 'a-clerk', name: '李静' },
        at: hoursLater(24),
      },
    });
  });

  it('declining is one too, with the reason and the place to go', () => {
    const { reason, goTo } = COMMANDS.declineLead;
    given(accepted)
      .when(COMMANDS.declineLead, { policy })
      .then({ type: 'DecisionProposed', decision: { kind: 'declined', reason, goTo } });
  });

  it('a colleague confirms, and the decision counts under the colleague’s name', () => {
    const confirm = given(proposed).when(COMMANDS.confirmDecision, { policy, by: SECOND_CLERK });
    confirm.then({ type: 'LeadAdopted', note: '先找交通局。', handleWithin: 15 });
    confirm.thenLead({ status: 'adopted', adoption: 'adopted', proposal: null });
  });

  it('nobody confirms their own decision', () => {
    given(proposed)
      .when(COMMANDS.confirmDecision, { policy, by: CLERK })
      .thenRefused('FORBIDDEN', /另一位同事/);
  });

  it('whoever proposed it is not asked to agree, and is offered to take it back', () => {
    const offered = (accountId: string) => {
      const allowed = allowedTo(recordOf(proposed), PEOPLE.clerk, accountId);
      return [
        allowed.includes('confirmDecision'),
        commandLabel('returnDecision', { allowed, onBehalf: null }),
      ];
    };
    expect(offered('a-clerk')).toEqual([false, '收回我的意见']);
    expect(offered('a-second-clerk')).toEqual([true, '退回再想']);
  });

  it('a colleague returns it with a note, and it can be decided anew', () => {
    const back = given(proposed).when(COMMANDS.returnDecision, { policy, by: SECOND_CLERK });
    back.then(FACTS.DecisionReturned);
    back.thenLead({ status: 'accepted', proposal: null });
    given(history(['LeadAccepted', 'DecisionProposed', 'DecisionReturned']))
      .when(COMMANDS.declineLead, { policy })
      .thenLead({ proposal: expect.objectContaining({ at: hoursLater(24) }) as never });
  });

  it('only one decision waits at a time', () => {
    given(proposed).when(COMMANDS.declineLead, { policy }).thenRefused('WRONG_STATE');
  });

  it.each([COMMANDS.handOver, COMMANDS.resolveLead, COMMANDS.markUnresolvable])(
    'no $type passes over it: it is agreed to or returned first',
    (command) => {
      given(proposed)
        .when(command, { policy })
        .thenRefused('WRONG_STATE', /先同意或者退回同事的意见/);
      given(history(['LeadAccepted', 'DecisionProposed', 'DecisionReturned']))
        .when(command, { policy })
        .thenLead({ proposal: null });
    },
  );

  it('the time to decide runs on while the proposal waits', () => {
    expect(stateOf(proposed)?.clock).toEqual(stateOf(accepted)?.clock);
    given(proposed)
      .when(COMMANDS.noteDeadline, { at: hoursLater(1_000) })
      .thenLead({ overdue: true });
  });

  it('a proposal waits through a question to the resident, and ends where the lead goes another way', () => {
    expect(
      stateOf(history(['LeadAccepted', 'DecisionProposed', 'SupplementAsked']))?.proposal,
    ).not.toBeNull();
    expect(stateOf(history(['LeadAccepted', 'DecisionProposed', 'LeadMerged']))?.proposal).not.toBeNull();
    for (const away of ['LeadHandedOver', 'LeadWithdrawn', 'LeadMarkedOutOfScope', 'LeadResolved'] as const) {
      expect(stateOf(history(['LeadAccepted', 'DecisionProposed', away]))?.proposal, away).toBeNull();
    }
  });
});

describe('where the county does not', () => {
  it('one person decides, and the decision counts at once', () => {
    given(accepted).when(COMMANDS.adoptLead).then({ type: 'LeadAdopted', note: '', handleWithin: 15 });
  });
});
