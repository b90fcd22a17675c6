import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import { ERROR_CODES, type Envelope, type EnvelopeError } from '@contract/envelope';
import { newRequestId } from '@shared/request-id';
import type { LocalCloud } from './local-cloud';

/** Who calls: by WeChat from the mini-program, by device token from a browser, by session token from the panel. */
export interface Person {
  openid?: string;
  device?: string;
  token?: string;
}
export interface RawAnswer {
  status: number;
  text: string;
}

/** Sends any text as the body of a function call, as a client would, and returns what came back, byte by byte. */
export async function send(
  cloud: LocalCloud,
  functionName: string,
  body: string,
  as: Person = {},
): Promise<RawAnswer> {
  const web = functionName === 'panel' ? '/panel' : as.device === undefined ? null : '/web';
  const response = await fetch(cloud.url + (web ?? `/call/${functionName}`), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as.openid === undefined ? {} : { 'x-demo-openid': as.openid }),
      ...(as.device === undefined ? {} : { 'x-device-token': as.device }),
      ...(as.token === undefined ? {} : { authorization: `Bearer ${as.token}` }),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** Sends a request that no type checker would let through. */
export async function sendAnything(
  cloud: LocalCloud,
  request: { action: string; input?: unknown; requestId?: string },
  as: Person = {},
): Promise<Envelope<unknown>> {
  const functionName = request.action.split('.')[0] ?? '';
  return readEnvelope((await send(cloud, functionName, JSON.stringify(request), as)).text);
}

/** Asks for one action; the answer or the refusal. A new request id unless one is given. */
export async function ask<A extends ActionName>(
  cloud: LocalCloud,
  as: Person,
  action: A,
  input: InputOf<A>,
  requestId: string = newRequestId(),
): Promise<Envelope<OutputOf<A>>> {
  return (await sendAnything(cloud, { action, input, requestId }, as)) as Envelope<OutputOf<A>>;
}

/** Asks for one action that must succeed; throws what was refused. */
export async function must<A extends ActionName>(
  cloud: LocalCloud,
  as: Person,
  action: A,
  input: InputOf<A>,
  requestId?: string,
): Promise<OutputOf<A>> {
  const answer = await ask(cloud, as, action, input, requestId);
  if (!answer.ok)
    throw new Error(`${action}: ${answer.error.code} ${answer.error.message} ${answer.error.field ?? ''}`);
  return answer.data;
}

/** Asks for one action that must be refused; the refusal. */
export async function refusalOf<A extends ActionName>(
  cloud: LocalCloud,
  as: Person,
  action: A,
  input: InputOf<A>,
  requestId?: string,
): Promise<EnvelopeError> {
  const answer = await ask(cloud, as, action, input, requestId);
  if (answer.ok) throw new Error(`${action} was not refused`);
  return answer.error;
}

/** The envelope in an answer's text. Throws when it is not one of the contract: closed codes, a Chinese sentence. */
export function readEnvelope(text: string): Envelope<unknown> {
  const answer = JSON.parse(text) as Record<string, unknown>;
  const keys = Object.keys(answer).sort().join();
  if (answer['ok'] === true && keys === 'data,ok') return answer as unknown as Envelope<unknown>;
  const { code, message } = (answer['error'] ?? {}) as Record<string, unknown>;
  const isRefusal =
    answer['ok'] === false &&
    keys === 'error,ok' &&
    (ERROR_CODES as readonly unknown[]).includes(code) &&
    typeof message === 'string' &&
    /\p{Script=Han}/u.test(message);
  if (!isRefusal) throw new Error(`not an envelope of the contract: ${text.slice(0, 300)}`);
  return answer as unknown as Envelope<unknown>;
}

/** Signs an officer in to the panel by the code on the screen; the officer with a session. */
export async function signIn(cloud: LocalCloud, person: Person): Promise<Person> {
  const { ticket, pollKey } = await must(cloud, {}, 'panel.startSignIn', {});
  await must(cloud, person, 'staff.confirmSignIn', { ticket });
  const polled = await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey });
  if (polled.state !== 'confirmed') throw new Error('the sign-in was confirmed and still waits');
  return { ...person, token: polled.token };
}
