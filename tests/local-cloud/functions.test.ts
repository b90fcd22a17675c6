import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { startFixtureCloud } from './fixture-cloud';

interface Answer {
  readonly ok: boolean;
  readonly data: Record<string, unknown>;
  readonly error: { readonly code: string; readonly message: string };
}

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startFixtureCloud({ env: { FUNCTION_INSTANCES: '2' } });
});
afterAll(() => cloud.stop());

const call = async (action: string, input: object = {}, openid?: string): Promise<Answer> =>
  (await cloud.call('echo', { action, input }, openid)) as Answer;
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(cloud.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const log = (): string => readFileSync(join(cloud.dataDir, 'logs/functions.log'), 'utf8');

describe('the caller', () => {
  test('is who the header says, and nobody without it', async () => {
    expect((await call('whoami', {}, 'resident-1')).data).toMatchObject({
      openId: 'resident-1',
      trigger: null,
      zone: 'UTC',
    });
    expect((await call('whoami')).data).toMatchObject({ openId: '', appId: '' });
  });

  test('cannot be forged by the event', async () => {
    const forged = {
      action: 'whoami',
      userInfo: { openId: 'mayor' },
      WX_OPENID: 'mayor',
      Type: 'Timer',
      httpMethod: 'POST',
    };
    const answer = (await cloud.call('echo', forged as never, 'resident-2')) as Answer;
    expect(answer.data).toMatchObject({ openId: 'resident-2', trigger: null });
  });

  test('stays with its own call when many call at once', async () => {
    const callers = Array.from({ length: 40 }, (_, index) => `person-${index}`);
    const answers = await Promise.all(callers.map((openid) => call('whoami', {}, openid)));
    expect(answers.map(({ data }) => data['openId'])).toEqual(callers);
    expect(new Set(answers.map(({ data }) => data['pid'])).size).toBeLessThanOrEqual(2);
  });

  test('with a strange name is refused', async () => {
    const answer = (await (await post('/call/echo', '{}', { 'x-demo-openid': 'a b;c' })).json()) as Answer;
    expect(answer.error.code).toBe('INVALID_INPUT');
  });
});

describe('a call', () => {
  test('of more than 100 KB, or that is not a JSON object, never reaches the function', async () => {
    const large = await post(
      '/call/echo',
      JSON.stringify({ action: 'whoami', input: 'x'.repeat(101 * 1024) }),
    );
    expect(large.status).toBe(200);
    expect(((await large.json()) as Answer).error.code).toBe('BODY_TOO_LARGE');
    for (const body of ['{', '[]', '"text"', '']) {
      expect(((await (await post('/call/echo', body)).json()) as Answer).error.code).toBe('INVALID_INPUT');
    }
  });

  test('reaches only functions that the mini-program may call', async () => {
    for (const name of ['web', 'clock', 'nothing', '__proto__']) {
      expect(((await (await post(`/call/${name}`, '{}')).json()) as Answer).error.code).toBe('NOT_FOUND');
    }
  });

  test('has an instance to itself', async () => {
    const started = Date.now();
    const sleepers = await Promise.all(Array.from({ length: 4 }, () => call('sleep', { ms: 300 })));
    expect(Date.now() - started).toBeGreaterThanOrEqual(580);
    expect(new Set(sleepers.map(({ data }) => data['pid'])).size).toBe(2);
  });

  test('whose function crashes, hangs or throws is a 503 with a sentence, and the next one works', async () => {
    for (const action of ['crash', 'spin', 'fail']) {
      const response = await post('/call/echo', JSON.stringify({ action }));
      expect(response.status).toBe(503);
      expect((await response.json()) as Answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    }
    expect((await call('whoami', {}, 'after')).data['openId']).toBe('after');
    for (const trace of ['[echo] Error: out of order', '退出码 3', '超过 2 秒'])
      await expect.poll(log).toContain(trace);
  });

  test('whose function finds the database away is a 503 with its own answer', async () => {
    const response = await post('/call/echo', JSON.stringify({ action: 'unavailable' }));
    expect(response.status).toBe(503);
    expect(((await response.json()) as Answer).error).toEqual({ code: 'UNAVAILABLE', message: 'database' });
  });

  test('may call another function, which sees no caller', async () => {
    const answer = await call('call', { name: 'echo', data: { action: 'whoami' } }, 'resident-3');
    expect(answer.data['result']).toMatchObject({ ok: true, data: { openId: '' } });
    expect((await call('call', { name: 'nothing' })).error.code).toBe('FUNCTION_NOT_FOUND');
  });

  test('leaves what the function prints in the log', async () => {
    await call('print', { text: 'hello from inside' });
    await expect.poll(log).toContain('[echo] hello from inside');
  });
});

describe('HTTP access', () => {
  test('passes the request on as the cloud does, without a caller, and the reply back', async () => {
    const response = await post('/web/a/b?x=1&y=%E6%9D%91', 'plain body', {
      'x-probe': 'seen',
      'x-demo-openid': 'mayor',
      'content-type': 'text/plain',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-seen')).toBe('seen');
    expect(await response.json()).toEqual({
      path: '/web/a/b',
      httpMethod: 'POST',
      queryStringParameters: { x: '1', y: '村' },
      body: 'plain body',
      openid: null,
    });
  });

  test('refuses other sites and other host names', async () => {
    expect((await post('/web', '', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/call/echo', '{"action":"whoami"}', { origin: cloud.url })).status).toBe(200);
  });
});

describe('timers', () => {
  test('run with the event and the environment of a timer', async () => {
    expect(await cloud.runTimer('clock')).toEqual({ type: 'Timer' });
    await expect(cloud.runTimer('echo')).rejects.toThrow('没有定时函数');
    const secretless = await post('/_local/run-timer/clock', '');
    expect(secretless.status).toBe(403);
  });

  test('never run twice at the same time', async () => {
    const paced = await startFixtureCloud({ env: { JOBS_INTERVAL_MS: '40' } });
    try {
      const things = paced.sdk().database().collection('things');
      const finishedRuns = async (): Promise<{ from: number; to: number; trigger: string }[]> => {
        const { data } = await things.where({ kind: 'run' }).get();
        return (data as { from: number; to: number; trigger: string }[]).filter((run) => 'to' in run);
      };
      await expect.poll(async () => (await finishedRuns()).length, { timeout: 60_000 }).toBeGreaterThan(3);
      const finished = (await finishedRuns()).sort((a, b) => a.from - b.from);
      expect(finished.every(({ trigger }) => trigger === 'timer')).toBe(true);
      for (const [index, run] of finished.entries()) {
        const previous = finished[index - 1];
        if (previous) expect(run.from).toBeGreaterThanOrEqual(previous.to);
      }
    } finally {
      await paced.stop();
    }
  });
});

test('function processes end with the cloud, even when it is killed', async () => {
  const doomed = await startFixtureCloud();
  const { data } = (await doomed.call('echo', { action: 'whoami' })) as Answer;
  const isAlive = (): boolean => {
    try {
      return process.kill(Number(data['pid']), 0);
    } catch {
      return false;
    }
  };
  expect(isAlive()).toBe(true);
  await doomed.kill9();
  await expect.poll(isAlive, { timeout: 10_000 }).toBe(false);
  await doomed.stop();
});
