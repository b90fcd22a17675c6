import { randomUUID } from 'node:crypto';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { Envelope } from '@contract/envelope';
import { startLocalCloud, type LocalCloud } from '../support/local-cloud';
import { poster } from './load';

export interface Health {
  pid: number;
  memoryMb: number;
  database: Record<string, number>;
  calls: Record<string, number>;
  unindexedQueries: string[];
  functions: Record<string, number>;
}

/** A running local cloud as its three kinds of caller see it. Refusals throw: a refusal is no measurement. */
export interface BenchCloud {
  readonly cloud: LocalCloud;
  readonly pid: number;
  call<A extends ActionName>(action: A, input: InputOf<A>, openid?: string): Promise<OutputOf<A>>;
  /** An action of the panel, by a session that signed in like a person would. */
  panel<A extends ActionName>(action: A, input: InputOf<A>): Promise<OutputOf<A>>;
  health(): Promise<Health>;
  /** Body and headers of one call, for load from another process. */
  request(
    action: ActionName,
    input: unknown,
    openid?: string,
  ): { url: string; body: string; headers: Record<string, string> };
  signIn(openid: string): Promise<void>;
}

/** Starts a cloud on a filled folder: queries without an index are refused, timers run only when asked. */
export async function startBenchCloud(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<BenchCloud> {
  const cloud = await startLocalCloud({ dataDir, env: environment });
  const post = poster(64);
  let token = '';

  const request: BenchCloud['request'] = (action, input, openid) => {
    const name = action.slice(0, action.indexOf('.'));
    const headers: Record<string, string> = name === 'panel' ? { authorization: `Bearer ${token}` } : {};
    if (openid !== undefined) headers['x-demo-openid'] = openid;
    return {
      url: name === 'panel' ? `${cloud.url}/panel` : `${cloud.url}/call/${name}`,
      body: JSON.stringify({ action, input, requestId: randomUUID() }),
      headers,
    };
  };
  const call = async <A extends ActionName>(
    action: A,
    input: InputOf<A>,
    openid?: string,
  ): Promise<OutputOf<A>> => {
    const { url, body, headers } = request(action, input, openid);
    const { text } = await post(new URL(url), body, headers);
    const envelope = JSON.parse(text) as Envelope<OutputOf<A>>;
    if (!envelope.ok) throw new Error(`${action}: ${envelope.error.code} ${envelope.error.message}`);
    return envelope.data;
  };
  const health = async (): Promise<Health> => (await cloud.control('/_local/health')) as Health;
  return {
    cloud,
    pid: (await health()).pid,
    call,
    panel: (action, input) => call(action, input),
    health,
    request,
    signIn: async (openid) => {
      const { ticket, pollKey } = await call('panel.startSignIn', {});
      await call('staff.confirmSignIn', { ticket }, openid);
      const polled = await call('panel.pollSignIn', { ticket, pollKey });
      if (polled.state !== 'confirmed') throw new Error('the sign-in was not confirmed');
      token = polled.token;
    },
  };
}
