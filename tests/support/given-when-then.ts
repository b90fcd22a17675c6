import { expect } from 'vitest';
import type { ErrorCode } from '@contract/envelope';
import type { DecideContext, LeadCommand } from '../../cloudfunctions/core/domain/lead/commands';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import type { LeadEvent, LeadFact } from '../../cloudfunctions/core/domain/lead/events';
import { evolve } from '../../cloudfunctions/core/domain/lead/evolve';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { CALENDAR, CLERK, COUNTY, hoursLater } from './builders';

/** The usual circumstances of a decision: the clerk, a day after the lead came in. */
export const contextAt = (changes: Partial<DecideContext> = {}): DecideContext => ({
  at: hoursLater(24),
  by: CLERK,
  calendar: CALENDAR,
  policy: COUNTY.policy,
  ...changes,
});

/** The state that a log tells of, event by event; null before the first. */
export const stateOf = (events: readonly LeadEvent[]): Lead | null =>
  events.reduce<Lead | null>(evolve, null);

const factOf = ({ at: _at, by: _by, ...fact }: LeadEvent): LeadFact => fact as LeadFact;

/**
 * A rule as a sentence: what happened before, what somebody asks for, what happens then. `then` wants exactly these
 * facts in this order; `thenNothing` a command that is taken and changes nothing; `thenRefused` a refusal with a
 * sentence in Chinese; `thenLead` looks at the lead afterwards.
 */
export function given(events: readonly LeadEvent[]) {
  return {
    when(command: LeadCommand, changes: Partial<DecideContext> = {}) {
      const context = contextAt(changes);
      const before = stateOf(events);
      const result = decide(before, command, context);
      const happened = (): LeadEvent[] => {
        if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.message ?? ''}`);
        return result.value;
      };
      return {
        then: (...facts: LeadFact[]) => {
          expect(happened().map(factOf)).toEqual(facts);
          for (const { at, by } of happened()) expect({ at, by }).toEqual({ at: context.at, by: context.by });
        },
        thenNothing: () => expect(happened()).toEqual([]),
        thenRefused: (code: ErrorCode, sentence: RegExp = /\p{Script=Han}{4}/u) => {
          expect(result).toMatchObject({ ok: false, refusal: { code } });
          expect(result.ok ? '' : result.refusal.message).toMatch(sentence);
        },
        thenLead: (expected: Partial<Lead>) => {
          expect(stateOf([...events, ...happened()])).toMatchObject(expected);
        },
      };
    },
  };
}
