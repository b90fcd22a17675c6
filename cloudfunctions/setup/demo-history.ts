import type { Entry, Anonymity } from '@contract/lead';
import type { LeadCommand } from '../core/domain/lead/commands';
import type { Actor } from '../core/domain/lead/events';
import { chinaDate } from '../core/domain/deadlines/working-days';
import type { AdoptedOutcome, LeadContent, LeadOutcome } from './content/types';
import { DOOR_OF_GROUP } from './county-of-content';

/** One step of a demonstration lead's story: who does what, and how far through its life. */
export interface Step {
  command: LeadCommand;
  by: Actor;
  unitId?: string;
  /** Days after the submission at which it usually happens; squeezed when the lead is younger than that. */
  day: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const RESIDENT: Actor = { kind: 'resident' };

export const ENTRY_OF: Record<LeadContent['entry'], Entry> = {
  'village-code': 'villageCode',
  'station-code': 'stationCode',
  'app-home': 'home',
  liaison: 'liaison',
};
export const ANONYMITY_OF: Record<LeadContent['anonymity'], Anonymity> = {
  open: 'open',
  'hidden-from-unit': 'hiddenFromUnit',
  'committee-only': 'committeeOnly',
};

/** What happened to the lead after it was routed, as its outcome tells. Merging is done apart: it takes two leads. */
export function stepsOf(outcome: LeadOutcome, ageInDays: number, clerk: Actor): Step[] {
  const accept: Step = { command: { type: 'acceptLead' }, by: clerk, day: 1 };
  switch (outcome.end) {
    case 'new':
    case 'merged':
      return [];
    case 'accepted':
      return [accept];
    case 'awaiting-supplement':
      return [
        accept,
        { command: { type: 'askForSupplement', question: outcome.question }, by: clerk, day: 2 },
      ];
    case 'withdrawn':
      return [{ command: { type: 'withdrawLead', reason: '问题已经没有了' }, by: RESIDENT, day: 1 }];
    case 'out-of-scope': {
      const { door, note } = outcome;
      return [{ command: { type: 'markOutOfScope', door: DOOR_OF_GROUP[door], note }, by: clerk, day: 1 }];
    }
    case 'declined': {
      const { reason, goTo, resolved } = outcome;
      const decline: Step = { command: { type: 'declineLead', reason, goTo }, by: clerk, day: 5 };
      const answer: Step = {
        command: { type: 'resolveLead', summary: resolved?.reply ?? '' },
        by: clerk,
        day: 9,
      };
      return resolved ? [accept, decline, answer] : [accept, decline];
    }
    case 'adopted':
      return [accept, ...adoptedSteps(outcome, ageInDays, clerk)];
  }
}

/** The day a unit's reply is given on with what it promised. */
const PROMISE_DAY = 19;

/** The promise that was given on with a unit's reply, from the day of it. */
export function promiseSteps(
  outcome: LeadOutcome,
  momentOf: (day: number) => string,
  clerk: Actor,
): { at: string; step: Step }[] {
  if (outcome.end !== 'adopted' || !outcome.promised || !outcome.unitId) return [];
  const { promised, unitId } = outcome;
  const at = momentOf(PROMISE_DAY);
  const dueOn = chinaDate(new Date(Date.parse(at) + promised.afterDays * DAY_MS).toISOString());
  const command: LeadCommand = { type: 'promiseOutcome', unitId, dueOn, text: promised.text };
  return [{ at, step: { command, by: clerk, day: PROMISE_DAY } }];
}

const STAGES = ['adopted', 'reported', 'handed-over', 'replied', 'resolved', 'closed'] as const;

function adoptedSteps(outcome: AdoptedOutcome, ageInDays: number, clerk: Actor): Step[] {
  const reached = (stage: (typeof STAGES)[number]) =>
    STAGES.indexOf(outcome.stage === 'unresolvable' ? 'resolved' : outcome.stage) >= STAGES.indexOf(stage);
  const steps: Step[] = [{ command: { type: 'adoptLead', note: outcome.note }, by: clerk, day: 2 }];
  if (reached('handed-over') && outcome.unitId) steps.push(...handOverSteps(outcome, outcome.unitId, clerk));
  if (outcome.stage === 'handed-over' && outcome.reopened && outcome.unitId) {
    steps.push(...endSteps(outcome, clerk).slice(0, 3));
    steps.push(...handOverSteps(outcome, outcome.unitId, clerk, ageInDays - 6));
  }
  if (reached('replied') && outcome.reply && outcome.unitId) {
    steps.push({
      command: { type: 'recordReply', text: outcome.reply },
      by: unitActor(outcome.unitId),
      unitId: outcome.unitId,
      day: 18,
    });
  }
  if (reached('resolved')) steps.push(...endSteps(outcome, clerk));
  // What many wait for is told to everybody while it is still being worked on.
  else steps.push(...publishSteps(outcome, clerk, 5));
  return steps;
}

const publishSteps = ({ published }: AdoptedOutcome, clerk: Actor, day: number): Step[] =>
  published ? [{ command: { type: 'publishLead', ...published }, by: clerk, day }] : [];

function handOverSteps(
  { supportingUnitIds, dueDays }: AdoptedOutcome,
  unitId: string,
  clerk: Actor,
  day = 3,
): Step[] {
  const handOver: LeadCommand = { type: 'handOver', unitId, supportingUnitIds, workingDays: dueDays ?? 15 };
  return [
    { command: handOver, by: clerk, day },
    { command: { type: 'acceptHandOver' }, by: unitActor(unitId), unitId, day: day + 1 },
  ];
}

function endSteps(outcome: AdoptedOutcome, clerk: Actor): Step[] {
  const { rating, reopened } = outcome;
  const summary = outcome.reply ?? '已经办好。';
  const unresolvable: LeadCommand = {
    type: 'markUnresolvable',
    reason: summary,
    whatWouldChange: '条件具备后，我们会再向县里反映。',
  };
  const end: LeadCommand = outcome.stage === 'unresolvable' ? unresolvable : { type: 'resolveLead', summary };
  const steps: Step[] = [{ command: end, by: clerk, day: 20 }];
  if (reopened) {
    const words = '看着是弄了，可没两天又不行了，请再来看看。';
    steps.push({ command: { type: 'giveFeedback', fixed: false, stars: 2, words }, by: RESIDENT, day: 24 });
    steps.push({ command: { type: 'acceptLead' }, by: clerk, day: 25 }, { command: end, by: clerk, day: 34 });
  }
  steps.push(...publishSteps(outcome, clerk, 36));
  if (rating)
    steps.push({ command: { type: 'giveFeedback', fixed: true, ...rating }, by: RESIDENT, day: 38 });
  else if (outcome.stage === 'closed') {
    steps.push({
      command: { type: 'closeLead', reason: '已经去看过，办好了' },
      by: clerk,
      day: 45,
    });
  }
  return steps;
}

const unitActor = (unitId: string): Actor => ({
  kind: 'officer',
  accountId: `officer-${unitId}`,
  name: '经办人',
  role: 'unitOfficer',
});
