import type { EnvelopeError, ErrorCode } from '@contract/envelope';
import type { ReplyDoubt } from '@contract/replies';

/** A refusal as react-query wants it: thrown, with the code and the sentence kept apart. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  /** What may be wrong with the reply that was refused. */
  readonly doubts: readonly ReplyDoubt[];
  /** False when no answer came: nobody knows whether it was done. */
  readonly reached: boolean;

  constructor(error: EnvelopeError, reached: boolean) {
    super(error.message);
    this.name = 'Refusal';
    this.code = error.code;
    this.field = error.field;
    this.doubts = error.doubts ?? [];
    this.reached = reached;
  }
}

/** The code of a refusal, or null for anything else. */
export function codeOf(error: unknown): ErrorCode | null {
  return error instanceof Refusal ? error.code : null;
}

/** A sentence for the person, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Refusal ? error.message : '页面出了点问题，请刷新再试。';
}

/** Whether the token no longer counts and the person has to sign in again. */
export function isSignedOut(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SIGN_IN_EXPIRED' || code === 'UNAUTHENTICATED';
}
