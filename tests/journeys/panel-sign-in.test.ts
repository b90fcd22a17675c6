import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, must, refusalOf, signIn } from '../support/call';
import { officer, resident } from '../support/county';
import { setUp, startTestCloud, type TestCloud } from '../support/test-cloud';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const clerk = officer('clerk');

describe('signing in to the panel', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    // One process a function, so that what one call changes the next one sees at once.
    cloud = await startTestCloud({ env: { FUNCTION_INSTANCES: '1' } });
  });
  afterAll(() => cloud.stop());
  const start = () => must(cloud, {}, 'panel.startSignIn', {});

  test('waits until the officer confirms in the mini-program, then gives a session once', async () => {
    const { ticket, pollKey, qrText } = await start();
    expect(qrText).toContain(ticket);
    expect(qrText).not.toContain(pollKey);
    expect(await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey })).toEqual({ state: 'waiting' });
    expect(await must(cloud, clerk, 'staff.confirmSignIn', { ticket })).toEqual({ name: '裴瑞芳' });
    const polled = await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey });
    expect(polled.state).toBe('confirmed');
    const again = await refusalOf(cloud, {}, 'panel.pollSignIn', { ticket, pollKey });
    expect(again.code).toBe('SIGN_IN_EXPIRED');
    const token = polled.state === 'confirmed' ? polled.token : '';
    expect(await must(cloud, { token }, 'panel.getMe', {})).toMatchObject({
      accountId: 's03',
      countyName: '嵩县',
    });
  });

  test('collected by eight browsers at once gives one session', async () => {
    const { ticket, pollKey } = await start();
    await must(cloud, clerk, 'staff.confirmSignIn', { ticket });
    const before = (await cloud.documents('sessions')).length;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(cloud, {}, 'panel.pollSignIn', { ticket, pollKey })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cloud.documents('sessions')).toHaveLength(before + 1);
  });

  test('is confirmed once: a second scan of the same code is refused', async () => {
    const { ticket } = await start();
    await must(cloud, clerk, 'staff.confirmSignIn', { ticket });
    expect((await refusalOf(cloud, officer('director'), 'staff.confirmSignIn', { ticket })).code).toBe(
      'SIGN_IN_EXPIRED',
    );
  });

  test('is for officers: a resident who scans the code is refused and nothing is confirmed', async () => {
    const { ticket, pollKey } = await start();
    expect((await refusalOf(cloud, resident('passer-by'), 'staff.confirmSignIn', { ticket })).code).toBe(
      'FORBIDDEN',
    );
    expect(await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey })).toEqual({ state: 'waiting' });
  });

  test('needs the key of the browser that asked: whoever saw the code on the screen gets nothing', async () => {
    const { ticket, pollKey } = await start();
    const other = await start();
    await must(cloud, clerk, 'staff.confirmSignIn', { ticket });
    const stolen = await refusalOf(cloud, {}, 'panel.pollSignIn', { ticket, pollKey: other.pollKey });
    expect(stolen.code).toBe('SIGN_IN_EXPIRED');
    expect(await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey })).toMatchObject({
      state: 'confirmed',
    });
  });

  test('expires: an old code can neither be confirmed nor collected, and the timer sweeps it away', async () => {
    const old = await start();
    const confirmed = await start();
    await must(cloud, clerk, 'staff.confirmSignIn', { ticket: confirmed.ticket });
    const tickets = cloud.sdk().database().collection('signInTickets');
    for (const { ticket } of [old, confirmed]) {
      await tickets.where({ _id: sha256(ticket) }).update({ expiresAt: '2026-01-01T00:00:00.000Z' });
    }
    expect((await refusalOf(cloud, clerk, 'staff.confirmSignIn', { ticket: old.ticket })).code).toBe(
      'SIGN_IN_EXPIRED',
    );
    const { ticket, pollKey } = confirmed;
    expect((await refusalOf(cloud, {}, 'panel.pollSignIn', { ticket, pollKey })).code).toBe(
      'SIGN_IN_EXPIRED',
    );
    expect((await cloud.jobs()).swept).toBeGreaterThanOrEqual(2);
    expect((await cloud.documents('signInTickets')).map(({ _id }) => _id)).not.toContain(sha256(ticket));
  });

  test('leaves no ticket, key or token in the database or the logs, only hashes', async () => {
    const { ticket, pollKey } = await start();
    await must(cloud, clerk, 'staff.confirmSignIn', { ticket });
    const polled = await must(cloud, {}, 'panel.pollSignIn', { ticket, pollKey });
    const token = polled.state === 'confirmed' ? polled.token : '';
    const stored = (await cloud.snapshot()) + cloud.logs();
    for (const secret of [ticket, pollKey, token]) expect(stored).not.toContain(secret);
    expect((await cloud.documents('sessions')).map(({ _id }) => _id)).toContain(sha256(token));
  });

  test('ends when the officer signs out, and a session ends by itself', async () => {
    const panel = await signIn(cloud, clerk);
    await must(cloud, panel, 'panel.signOut', {});
    expect((await refusalOf(cloud, panel, 'panel.getMe', {})).code).toBe('SIGN_IN_EXPIRED');
    expect((await refusalOf(cloud, panel, 'panel.signOut', {})).code).toBe('SIGN_IN_EXPIRED');

    const late = await signIn(cloud, clerk);
    const sessions = cloud.sdk().database().collection('sessions');
    await sessions.where({ _id: sha256(late.token ?? '') }).update({ expiresAt: '2026-01-01T00:00:00.000Z' });
    expect((await refusalOf(cloud, late, 'panel.getMe', {})).code).toBe('SIGN_IN_EXPIRED');
  });
});

describe('the first administrator', () => {
  let cloud: TestCloud;
  let said: string;
  beforeAll(async () => {
    cloud = await startTestCloud({ content: 'nothing' });
    said = await setUp(cloud, 'county');
  });
  afterAll(() => cloud.stop());
  const bindCode = () => /绑定码.*?(\d{10})/.exec(said)?.[1] ?? '';

  test('binds by the code that setup printed once, and can sign in', async () => {
    const wei = resident('administrator-to-be');
    expect((await refusalOf(cloud, wei, 'staff.getMe', {})).code).toBe('FORBIDDEN');
    const me = await must(cloud, wei, 'staff.bindAccount', { bindCode: bindCode() });
    expect(me).toMatchObject({ countyName: '嵩县', grants: [{ role: 'administrator' }] });
    const panel = await signIn(cloud, wei);
    expect((await must(cloud, panel, 'panel.getQueueFigures', {})).total).toBe(0);
    expect((await must(cloud, panel, 'panel.getStatistics', {})).funnel.received).toBe(0);
  });

  test('is one: the code cannot be used again, guessed, or found in the database', async () => {
    const another = resident('another');
    for (const code of [bindCode(), '0000000000', '']) {
      expect((await refusalOf(cloud, another, 'staff.bindAccount', { bindCode: code })).code).toBe(
        'NOT_FOUND',
      );
    }
    expect(bindCode()).toHaveLength(10);
    expect((await cloud.snapshot()) + cloud.logs()).not.toContain(bindCode());
  });

  test('stays when setup runs again, and no second code is printed', async () => {
    const before = await cloud.snapshot();
    expect(await setUp(cloud, 'county')).not.toMatch(/\d{10}/);
    expect(await cloud.snapshot()).toBe(before);
  });

  test('has the others bind by a code each; who is bound already is told so, and the code stays good', async () => {
    await setUp(cloud, 'county', '--with-demo-people');
    const bindCode = /(\d{10})/.exec(await setUp(cloud, 'bind-code', 's03'))?.[1] ?? '';
    const wei = resident('administrator-to-be');
    const refusal = await refusalOf(cloud, wei, 'staff.bindAccount', { bindCode });
    expect(refusal.code).toBe('WRONG_STATE');
    expect(refusal.message).toContain('已经绑定');
    const pei = resident('new-colleague');
    expect(await must(cloud, pei, 'staff.bindAccount', { bindCode })).toMatchObject({
      accountId: 's03',
      name: '裴瑞芳',
    });
    expect(await must(cloud, pei, 'staff.getQueueFigures', {})).toMatchObject({ total: 0 });
    await expect(setUp(cloud, 'bind-code', 's03')).rejects.toThrow('已经绑定');
  });
});
