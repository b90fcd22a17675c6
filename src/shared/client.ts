import { ERROR_SENTENCES } from '@contract/labels-zh';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { Envelope, EnvelopeError, Request } from '@contract/envelope';

/** Carries one request to the function that answers it. Rejects only when no answer came back. */
export type Transport = (functionName: string, request: Request) => Promise<unknown>;

/** What a call came to. `reached: false`: no answer came, so nobody knows whether it was done; ask again with the same id. */
export type CallResult<Data> =
  { ok: true; data: Data } | { ok: false; error: EnvelopeError; reached: boolean };

export interface Client {
  call<A extends ActionName>(
    action: A,
    input: InputOf<A>,
    options?: { requestId?: string },
  ): Promise<CallResult<OutputOf<A>>>;
}

export const NO_ANSWER_SENTENCE = '网络不通，没有连上。请等有了信号再试。';

/** A client over a transport; never rejects: a lost connection is a result with `reached: false`. */
export function createClient(transport: Transport): Client {
  return {
    async call<A extends ActionName>(action: A, input: InputOf<A>, options: { requestId?: string } = {}) {
      const request: Request = { action, input };
      if (options.requestId) request.requestId = options.requestId;
      try {
        return readAnswer<OutputOf<A>>(await transport(functionOf(action), request));
      } catch {
        return { ok: false, reached: false, error: { code: 'UNAVAILABLE', message: NO_ANSWER_SENTENCE } };
      }
    },
  };
}

/** The function that answers an action: the word before the dot. */
function functionOf(action: string): string {
  return action.slice(0, action.indexOf('.'));
}

function readAnswer<Data>(answer: unknown): CallResult<Data> {
  if (isEnvelope<Data>(answer)) return answer.ok ? answer : { ...answer, reached: true };
  const error: EnvelopeError = { code: 'UNAVAILABLE', message: ERROR_SENTENCES.UNAVAILABLE };
  return { ok: false, reached: false, error };
}

function isEnvelope<Data>(answer: unknown): answer is Envelope<Data> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'data' in answer;
  return (
    answer.ok === false && 'error' in answer && typeof answer.error === 'object' && answer.error !== null
  );
}
