import { WEB_LIMITS } from '@contract/limits';
import { newRequestId } from '@shared/request-id';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, must, readEnvelope, refusalOf } from '../support/call';
import { LAMP_TEXT, officer, resident } from '../support/county';
import { farFromTheHour, UNTIL_THE_HOUR_MS } from '../support/far-from-the-hour';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { browser, visit } from '../support/web';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const bodyOf = (action: string, input: object = {}, requestId = newRequestId()) =>
  JSON.stringify({ action, input, requestId });
const submission = (text = LAMP_TEXT) => bodyOf('resident.submitLead', { text });
const codeOf = ({ text }: { text: string }) => {
  const envelope = readEnvelope(text);
  return envelope.ok ? 'OK' : envelope.error.code;
};

describe('outside WeChat', () => {
  test('a person submits, sees the own lead, adds to it and gives feedback as in WeChat', async () => {
    const grandmother = browser();
    const receipt = await must(cloud, grandmother, 'resident.submitLead', { text: LAMP_TEXT });
    const { items } = await must(cloud, grandmother, 'resident.listMyLeads', {});
    expect(items.map(({ number }) => number)).toEqual([receipt.number]);
    const clerk = officer('clerk');
    const { version } = await must(cloud, clerk, 'staff.getLead', { leadId: receipt.leadId });
    await must(cloud, clerk, 'staff.acceptLead', { leadId: receipt.leadId, version });
    await cloud.jobs();
    const { items: news } = await must(cloud, grandmother, 'resident.listNotices', {});
    expect(news.map(({ text }) => text).join()).toContain('已收下');
  });

  test('two browsers never see each other’s', async () => {
    const [one, other] = [browser(), browser()];
    const { leadId } = await must(cloud, one, 'resident.submitLead', { text: LAMP_TEXT });
    expect((await must(cloud, other, 'resident.listMyLeads', {})).items).toEqual([]);
    expect((await refusalOf(cloud, other, 'resident.getMyLead', { leadId })).code).toBe('NOT_FOUND');
    const withdrawal = { leadId, version: 1 };
    expect((await refusalOf(cloud, other, 'resident.withdrawLead', withdrawal)).code).toBe('NOT_FOUND');
  });

  test('number and tracking code are the way back on another device, in WeChat too', async () => {
    const { number, trackingCode } = await must(cloud, browser(), 'resident.submitLead', { text: LAMP_TEXT });
    for (const elsewhere of [browser(), resident('same-person')])
      expect((await must(cloud, elsewhere, 'resident.trackLead', { number, trackingCode })).number).toBe(
        number,
      );
  });

  test('a request sent again, at once or later, is one lead and one receipt', async () => {
    const sender = browser();
    const body = submission(`${LAMP_TEXT}一次`);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => visit(cloud, { body, headers: { 'x-device-token': sender.device } })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await must(cloud, sender, 'resident.listMyLeads', {})).items).toHaveLength(1);
  });
});

describe('who calls', () => {
  test.each([
    ['no token', {}],
    ['a short one', { 'x-device-token': 'abcdefghij' }],
    ['one nobody drew', { 'x-device-token': 'a'.repeat(43) }],
    ['an OPENID in the headers', { 'x-demo-openid': 'resident-mother', 'x-wx-openid': 'resident-mother' }],
    ['a session of the panel', { authorization: 'Bearer abcdefghijklmnopqrstuvwxyz' }],
  ])('is nobody with %s', async (_what, headers) => {
    const answer = await visit(cloud, { body: bodyOf('resident.listMyLeads'), headers });
    expect(codeOf(answer)).toBe('UNAUTHENTICATED');
  });

  test('is never read from the body, the address or an OPENID beside a token', async () => {
    const mother = resident('forged');
    const { leadId } = await must(cloud, mother, 'resident.submitLead', { text: LAMP_TEXT });
    const { device } = browser();
    const request = { action: 'resident.getMyLead', input: { leadId }, requestId: newRequestId() };
    const forged = await visit(cloud, {
      path: `/web?openid=${mother.openid}&x-device-token=${device}`,
      body: JSON.stringify({ ...request, openid: mother.openid, userInfo: { openId: mother.openid } }),
      headers: {
        'x-device-token': device,
        'x-demo-openid': mother.openid ?? '',
        'x-wx-openid': mother.openid ?? '',
      },
    });
    expect(codeOf(forged)).toBe('NOT_FOUND');
    const inAddress = await visit(cloud, {
      path: `/web?x-device-token=${device}&token=${device}`,
      body: bodyOf('resident.listMyLeads'),
    });
    expect(codeOf(inAddress)).toBe('UNAUTHENTICATED');
  });

  test('cannot be made up in WeChat: the name of a browser is none an OPENID can have', async () => {
    const { device } = browser();
    await must(cloud, { device }, 'resident.submitLead', { text: LAMP_TEXT });
    const stored = (await cloud.documents('leads'))
      .filter(isLead)
      .map(({ reporterKey }) => String(reporterKey));
    const key = stored.find((each) => each.startsWith('web:')) ?? '';
    const answer = await ask(cloud, { openid: key }, 'resident.listMyLeads', {});
    expect(answer.ok ? answer.data.items : []).toEqual([]);
  });

  test('the token itself is nowhere: not in the database, not in the logs', async () => {
    const { device } = browser();
    await must(cloud, { device }, 'resident.submitLead', { text: LAMP_TEXT });
    expect(await cloud.snapshot()).not.toContain(device);
    expect(cloud.logs()).not.toContain(device);
    expect(cloud.logs()).not.toContain('127.0.0.1');
  });

  test('officers’ actions are none of this function', async () => {
    for (const action of ['staff.getMe', 'panel.getMe', 'staff.listQueue']) {
      const answer = await visit(cloud, {
        body: bodyOf(action),
        headers: { 'x-device-token': browser().device },
      });
      expect(codeOf(answer)).toBe('UNKNOWN_ACTION');
    }
  });
});

describe('the wire', () => {
  const headers = { 'x-device-token': browser().device };

  test('takes JSON in a POST and nothing else', async () => {
    expect((await visit(cloud, { method: 'GET', headers })).status).toBe(405);
    expect(
      (await visit(cloud, { body: 'text=路灯', headers: { ...headers, 'content-type': 'text/plain' } }))
        .status,
    ).toBe(415);
    expect((await visit(cloud, { body: '{', headers })).status).toBe(400);
    const long = await visit(cloud, { body: submission('路'.repeat(60_000)), headers });
    expect(codeOf(long)).toBe('BODY_TOO_LARGE');
  });

  test('is kept by nobody, framed by nobody, taken for nothing but JSON', async () => {
    const { status, headers: said } = await visit(cloud, { body: bodyOf('resident.getHome'), headers });
    expect(status).toBe(200);
    expect(said).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(said['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(said['access-control-allow-origin']).toBeUndefined();
  });

  test('does not answer pages of somebody else', async () => {
    for (const origin of ['https://evil.example', 'null', `${cloud.url}.evil.example`]) {
      const answer = await visit(cloud, {
        body: bodyOf('resident.getHome'),
        headers: { ...headers, origin },
      });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    }
    const own = await visit(cloud, {
      body: bodyOf('resident.getHome'),
      headers: { ...headers, origin: cloud.url },
    });
    expect(own.status).toBe(200);
  });
});

describe('how often', () => {
  beforeEach(farFromTheHour, UNTIL_THE_HOUR_MS);

  test('a device may submit in an hour is counted when everything comes at once', async () => {
    const headers = { 'x-device-token': browser().device };
    const { device: most } = WEB_LIMITS.submit;
    const answers = await Promise.all(
      Array.from({ length: most + 15 }, (_, index) =>
        visit(cloud, { body: submission(`${LAMP_TEXT}${index}`), headers, from: '127.0.0.31' }),
      ),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'OK').length).toBeLessThanOrEqual(most);
    expect(codes.filter((code) => code === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(15);
    const refused = answers.map(({ text }) => readEnvelope(text)).find(({ ok }) => !ok);
    expect(refused?.ok === false && refused.error.retryAfter).toBeGreaterThan(0);
  });

  test('an address may, however many devices it invents and whatever it writes into the headers', async () => {
    const from = '127.0.0.32';
    const { address: most } = WEB_LIMITS.submit;
    const codes: string[] = [];
    for (let start = 0; start < most + 10; start += 10) {
      const some = Array.from({ length: 10 }, (_, index) =>
        visit(cloud, {
          body: submission(`${LAMP_TEXT}第 ${start + index} 盏`),
          headers: {
            'x-device-token': browser().device,
            'x-real-ip': `203.0.113.${index}`,
            'x-forwarded-for': `203.0.113.${start + index}`,
          },
          from,
        }),
      );
      codes.push(...(await Promise.all(some)).map(codeOf));
    }
    expect(codes.filter((code) => code === 'OK').length).toBeLessThanOrEqual(most);
    expect(codes.slice(most)).toEqual(Array.from({ length: 10 }, () => 'RATE_LIMITED'));
    const neighbour = await visit(cloud, {
      body: submission(),
      headers: { 'x-device-token': browser().device },
      from: '127.0.0.33',
    });
    expect(codeOf(neighbour)).toBe('OK');
  });

  test('is kept without the address: what is stored tells no place', async () => {
    const stored = JSON.stringify(await cloud.documents('visits'));
    expect(stored).not.toContain('127.0.0');
    expect(stored).toMatch(/submit a:[0-9a-f]{24}@/);
  });
});
