import type { Door } from '@contract/envelope';
import type { Receipt } from '@contract/lead-views';
import type { SubmissionField } from '@shared/submission';
import type { SendOutcome } from './send-submission';

/** A receipt, and how the matter began, so that several can be told apart. */
export type SentReceipt = Receipt & { said?: string };

/** Where a draft stands on its way. */
export type OutboxPhase =
  | { name: 'idle' }
  | { name: 'sending'; words: string }
  | { name: 'problems'; problems: Partial<Record<SubmissionField, string>> }
  | { name: 'refused'; message: string; door: Door | null }
  | { name: 'waiting'; message: string }
  | { name: 'stuck'; count: number; gone: number }
  | { name: 'sent'; receipt: SentReceipt };

/** Nothing has been tried yet. */
export const NOT_BEGUN: OutboxPhase = { name: 'idle' };

/** Answers to the last tap: typing goes on, so they have been read. */
const SPOKEN: readonly OutboxPhase['name'][] = ['problems', 'refused', 'stuck', 'sent'];

/** Whether it is an answer that has been read once the resident types on. */
export const isSpoken = (phase: OutboxPhase | undefined): boolean =>
  phase !== undefined && SPOKEN.includes(phase.name);

/** Where a draft stands after a try that made no lead of it. */
export function phaseOf(outcome: Exclude<SendOutcome, { kind: 'sent' }>): OutboxPhase {
  switch (outcome.kind) {
    case 'problems': {
      const problems = Object.fromEntries(outcome.problems.map(({ field, text }) => [field, text]));
      return { name: 'problems', problems };
    }
    case 'refused':
      return { name: 'refused', message: outcome.message, door: outcome.door };
    case 'unsent':
      return { name: 'waiting', message: outcome.message };
    case 'stuck':
      return { name: 'stuck', count: outcome.count, gone: outcome.gone };
  }
}
