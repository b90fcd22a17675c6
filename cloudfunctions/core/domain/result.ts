import type { Door, ErrorCode } from '@contract/envelope';
import type { ReplyDoubt } from '@contract/replies';

/** Why something a person asked for is not done: a code for machines, a sentence for people. */
export interface Refusal {
  code: ErrorCode;
  message?: string;
  field?: string;
  retryAfter?: number;
  door?: Door;
  doubts?: ReplyDoubt[];
}

export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** The asked-for value. */
export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** A refusal as a value: code, and a sentence where the code's own is too general. */
export const refuse = (code: ErrorCode, message?: string, more: Omit<Refusal, 'code' | 'message'> = {}) =>
  ({ ok: false, refusal: { code, ...(message === undefined ? {} : { message }), ...more } }) as const;
