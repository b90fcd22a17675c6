import fc from 'fast-check';
import type { ErrorCode } from '@contract/envelope';
import { BODY_BYTES_MAX } from '@contract/limits';
import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTION_NAMES } from '../support/action-names';
import { must, readEnvelope, send, sendAnything, signIn, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** What must never be found in a log, an answer to somebody else, or a database that refused it. */
const MARK = '标记甲乙丙';
const PHONE = '13987654321';
const REQUEST = 'boundary-test-1';

let cloud: TestCloud;
let lead: Receipt;
let panel: Person;
const owner = resident('owner');
const stranger = resident('stranger');
const clerk = officer('clerk');
beforeAll(async () => {
  cloud = await startTestCloud();
  const input = { text: `${LAMP_TEXT}${MARK}`, scene: ANKANG_CODE, contact: { name: MARK, phone: PHONE } };
  lead = await must(cloud, owner, 'resident.submitLead', input);
  panel = await signIn(cloud, clerk);
});
afterAll(() => cloud.stop());

type Attempt = [
  why: string,
  as: Person,
  request: { action: string; input?: unknown; requestId?: string },
  code: ErrorCode,
];
const submit = (input: unknown) => ({ action: 'resident.submitLead', input, requestId: REQUEST });
const onLead = (action: string, more: object = {}) => ({
  action,
  input: { leadId: lead.leadId, version: 1, ...more },
  requestId: REQUEST,
});
const parsed = (json: string): unknown => JSON.parse(json);

/** Every attempt is a refusal with its code and a Chinese sentence, and leaves the database as it was. */
async function allRefused(attempts: Attempt[]): Promise<void> {
  const before = await cloud.snapshot();
  for (const [why, as, request, code] of attempts) {
    const answer = await sendAnything(cloud, request, as);
    expect([why, answer.ok ? 'not refused' : answer.error.code]).toEqual([why, code]);
  }
  expect(await cloud.snapshot()).toBe(before);
}

describe('refused at the boundary, and nothing changed', () => {
  test('unknown actions, and actions of another function', () =>
    allRefused([
      ['unknown', owner, { action: 'resident.deleteEverything', input: {} }, 'UNKNOWN_ACTION'],
      ['prototype', owner, { action: 'resident.constructor' }, 'UNKNOWN_ACTION'],
      ['too long', owner, { action: `resident.${'x'.repeat(100)}` }, 'INVALID_INPUT'],
      ["nobody's action", clerk, { action: 'staff.toString' }, 'UNKNOWN_ACTION'],
      ['not in the panel', panel, { action: 'panel.bindAccount', input: {} }, 'UNKNOWN_ACTION'],
    ]));

  test('an action sent to the wrong function', async () => {
    for (const name of [
      'toString',
      '__proto__',
      'constructor',
      'staff.adoptLead',
      'panel.getStatistics',
      '',
    ]) {
      const answer = await send(cloud, 'resident', JSON.stringify({ action: name, input: {} }), owner);
      expect(readEnvelope(answer.text)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } });
    }
  });

  test('unknown fields, identities among them', () =>
    allRefused([
      ['field', owner, submit({ text: LAMP_TEXT, colour: 'red' }), 'INVALID_INPUT'],
      ['openId', stranger, submit({ text: LAMP_TEXT, openId: owner.openid }), 'INVALID_INPUT'],
      ['WX_OPENID', stranger, submit({ text: LAMP_TEXT, WX_OPENID: owner.openid }), 'INVALID_INPUT'],
      [
        'userInfo',
        stranger,
        submit({ text: LAMP_TEXT, userInfo: { openId: owner.openid } }),
        'INVALID_INPUT',
      ],
      ['in contact', owner, submit({ text: LAMP_TEXT, contact: { idCard: '1' } }), 'INVALID_INPUT'],
      [
        '__proto__',
        owner,
        submit(parsed(`{"text":"${LAMP_TEXT}","__proto__":{"placeId":"x"}}`)),
        'INVALID_INPUT',
      ],
      ['constructor', owner, submit(parsed(`{"text":"${LAMP_TEXT}","constructor":1}`)), 'INVALID_INPUT'],
      ['toString', owner, submit({ text: LAMP_TEXT, toString: 1 }), 'INVALID_INPUT'],
      [
        'in contact',
        owner,
        submit({ text: LAMP_TEXT, contact: parsed('{"__proto__":{"phone":"1"}}') }),
        'INVALID_INPUT',
      ],
      ['on command', clerk, onLead('staff.acceptLead', { status: 'closed' }), 'INVALID_INPUT'],
      ['owner', owner, onLead('resident.withdrawLead', { reporterKey: 'x' }), 'INVALID_INPUT'],
    ]));

  /** What may stand where words belong, for somebody who wants a query to mean something else. */
  const impostors: unknown[] = [
    { $ne: null },
    { $gt: '' },
    { $regex: '.*' },
    { $tcb_server_date: {} },
    [],
    ['L000000000000000000000000'],
    [['$ne', null]],
    {},
    null,
    true,
    5,
    parsed('{"__proto__":{"$ne":null}}'),
  ];

  test('operators and other objects in place of words', () => {
    return allRefused(
      impostors.flatMap((value): Attempt[] => [
        ['leadId', owner, { action: 'resident.getMyLead', input: { leadId: value } }, 'INVALID_INPUT'],
        ['text', owner, submit({ text: value }), 'INVALID_INPUT'],
        ['placeId', owner, submit({ text: LAMP_TEXT, placeId: value }), 'INVALID_INPUT'],
        [
          'number',
          stranger,
          { action: 'resident.trackLead', input: { number: value, trackingCode: value } },
          'INVALID_INPUT',
        ],
        ['cursor', owner, { action: 'resident.listMyLeads', input: { cursor: value } }, 'INVALID_INPUT'],
        [
          'queue',
          panel,
          { action: 'panel.listQueue', input: { dimension: 'unit', dimensionId: value } },
          'INVALID_INPUT',
        ],
        ['filter', panel, { action: 'panel.listQueue', input: { number: value } }, 'INVALID_INPUT'],
        [
          'staff',
          clerk,
          { ...onLead('staff.acceptLead'), input: { leadId: value, version: 1 } },
          'INVALID_INPUT',
        ],
        [
          'bind',
          stranger,
          { action: 'staff.bindAccount', input: { bindCode: value }, requestId: REQUEST },
          'INVALID_INPUT',
        ],
        [
          'poll',
          {},
          { action: 'panel.pollSignIn', input: { ticket: value, pollKey: value } },
          'INVALID_INPUT',
        ],
        [
          'request id',
          owner,
          { ...submit({ text: LAMP_TEXT }), requestId: value as string },
          'INVALID_INPUT',
        ],
      ]),
    );
  });

  test('numbers that are none, and numbers out of all proportion', () =>
    allRefused(
      [0, -1, 1.5, 1e308, 2 ** 53, '1', null, { $gt: 0 }].flatMap((value): Attempt[] => [
        [
          'version',
          clerk,
          onLead('staff.acceptLead', { version: value }),
          value === 1e308 || value === 2 ** 53 ? 'VERSION_CONFLICT' : 'INVALID_INPUT',
        ],
        [
          'days',
          clerk,
          onLead('staff.extendDeadline', { workingDays: value, reason: '下雨' }),
          'INVALID_INPUT',
        ],
        ['limit', panel, { action: 'panel.listQueue', input: { limit: value } }, 'INVALID_INPUT'],
        ['stars', owner, onLead('resident.giveFeedback', { fixed: true, stars: value }), 'INVALID_INPUT'],
      ]),
    ));

  test('words that are empty, too long or invisible', () =>
    allRefused([
      ['empty', owner, submit({ text: '' }), 'INVALID_INPUT'],
      ['blank', owner, submit({ text: ' \n\t\u200b\u3000' }), 'INVALID_INPUT'],
      ['long', owner, submit({ text: '灯'.repeat(5_001) }), 'INVALID_INPUT'],
      ['phone', owner, submit({ text: LAMP_TEXT, contact: { phone: '<script>' } }), 'INVALID_INPUT'],
      ['reason', clerk, onLead('staff.declineLead', { reason: '  ', goTo: '  ' }), 'INVALID_INPUT'],
      ['status', panel, { action: 'panel.listQueue', input: { status: 'everything' } }, 'INVALID_INPUT'],
      [
        'no request id',
        owner,
        { action: 'resident.submitLead', input: { text: LAMP_TEXT } },
        'INVALID_INPUT',
      ],
      ['short request id', owner, { ...submit({ text: LAMP_TEXT }), requestId: 'abc' }, 'INVALID_INPUT'],
    ]));

  test('leads of somebody else, whether they exist or not', () =>
    allRefused(
      [lead.leadId, `L${'0'.repeat(24)}`].flatMap((leadId): Attempt[] => [
        ['read', stranger, { action: 'resident.getMyLead', input: { leadId } }, 'NOT_FOUND'],
        ['withdraw', stranger, onLead('resident.withdrawLead', { leadId }), 'NOT_FOUND'],
        [
          'feedback',
          stranger,
          onLead('resident.giveFeedback', { leadId, fixed: true, stars: 5 }),
          'NOT_FOUND',
        ],
        ['wrong township', officer('otherLiaison'), onLead('staff.acceptLead', { leadId }), 'NOT_FOUND'],
        ['wrong unit', officer('housing'), onLead('staff.recordReply', { leadId, text: '好' }), 'NOT_FOUND'],
      ]),
    ));

  test('nobody, somebody without an account, and a token that is none', () =>
    allRefused([
      ['no openid', {}, submit({ text: LAMP_TEXT }), 'UNAUTHENTICATED'],
      ['no openid', {}, { action: 'staff.getMe' }, 'UNAUTHENTICATED'],
      ['no account', owner, { action: 'staff.listQueue' }, 'FORBIDDEN'],
      ['no token', {}, { action: 'panel.getMe' }, 'UNAUTHENTICATED'],
      ['bad token', { token: 'x'.repeat(32) }, { action: 'panel.getMe' }, 'SIGN_IN_EXPIRED'],
      ['not a token', { token: '{"$ne":null}' }, { action: 'panel.getMe' }, 'UNAUTHENTICATED'],
    ]));
});

describe('whatever the body says', () => {
  test('the caller is who the platform says', async () => {
    const forged = {
      openid: owner.openid,
      openId: owner.openid,
      OPENID: owner.openid,
      WX_OPENID: owner.openid,
      userInfo: { openId: owner.openid, appId: 'wx1' },
      tcbContext: { openid: owner.openid },
      Type: 'Timer',
      httpMethod: 'POST',
    };
    const read = { action: 'resident.getMyLead', input: { leadId: lead.leadId }, ...forged };
    const answer = await send(cloud, 'resident', JSON.stringify(read), stranger);
    expect(readEnvelope(answer.text)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const unknown = await send(cloud, 'resident', JSON.stringify(read), {});
    expect(readEnvelope(unknown.text)).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    const asClerk = { action: 'staff.getMe', input: {}, ...forged, WX_OPENID: clerk.openid };
    expect(readEnvelope((await send(cloud, 'staff', JSON.stringify(asClerk), stranger)).text)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });

  test('clients cannot call the panel or the timer', async () => {
    const before = await cloud.snapshot();
    for (const name of ['panel', 'jobs', 'setup', '..%2fpanel', 'constructor']) {
      const response = await fetch(`${cloud.url}/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-demo-openid': clerk.openid ?? '' },
        body: JSON.stringify({
          action: 'panel.getStatistics',
          input: {},
          Type: 'Timer',
          httpMethod: 'POST',
          body: '{}',
        }),
      });
      expect(readEnvelope(await response.text())).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect((await fetch(`${cloud.url}/jobs`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(await cloud.snapshot()).toBe(before);
  });

  test('more than 100 KB is refused everywhere with a sentence', async () => {
    const before = await cloud.snapshot();
    const text = '灯'.repeat(BODY_BYTES_MAX / 3 + 10);
    for (const [name, as] of [
      ['resident', owner],
      ['staff', clerk],
      ['panel', panel],
    ] as const) {
      const body = JSON.stringify({ action: `${name}.getMe`, input: { text }, requestId: REQUEST });
      const answer = await send(cloud, name, body, as);
      expect(readEnvelope(answer.text)).toMatchObject({ ok: false, error: { code: 'BODY_TOO_LARGE' } });
    }
    expect(await cloud.snapshot()).toBe(before);
  });

  test('a body that is nested without end is refused with a sentence', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const depth = Math.floor((BODY_BYTES_MAX - 200) / (open.length + close.length));
      const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
      for (const [name, as] of [
        ['resident', owner],
        ['panel', panel],
      ] as const) {
        const body = `{"action":"${name}.submitLead","input":{"text":${nested}},"requestId":"${REQUEST}"}`;
        const answer = await send(cloud, name, body, as);
        expect(readEnvelope(answer.text)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
      }
    }
  });

  test('what is no JSON object is refused with a sentence', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '5',
      '{"action":5}',
      '{"action":"resident.getHome","input":[]}',
      '\u0000',
    ]) {
      for (const [name, as] of [
        ['resident', owner],
        ['staff', clerk],
        ['panel', panel],
      ] as const) {
        const answer = await send(cloud, name, body, as);
        expect([name, body, answer.status < 500]).toEqual([name, body, true]);
        const refusal = readEnvelope(answer.text);
        expect(refusal.ok ? 'ok' : refusal.error.code).toMatch(/INVALID_INPUT|UNKNOWN_ACTION/);
      }
    }
  });
});

describe('any JSON at all', () => {
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>({ $ne: null }, { $gt: '' }, '', 'L0', -1, 1e308, MARK, [], null),
  );
  const known = fc.constantFrom(
    'leadId',
    'version',
    'text',
    'reason',
    'number',
    'trackingCode',
    'cursor',
    'limit',
    'status',
    'measure',
    'dimension',
    'dimensionId',
    'note',
    'unitId',
    'workingDays',
    'evidence',
    'contact',
    'scene',
    'placeId',
    'ticket',
    'pollKey',
    'bindCode',
    'categoryId',
    'words',
  );
  const input = fc.oneof(fc.dictionary(fc.oneof(known, fc.string()), strange, { maxKeys: 6 }), strange);
  const request = fc.record(
    {
      action: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...ACTION_NAMES) },
        { weight: 1, arbitrary: fc.string() },
      ),
      input,
      requestId: fc.oneof(fc.constant('fuzz-request-1'), strange),
    },
    { requiredKeys: ['action'] },
  );
  const people: Person[] = [stranger, {}, officer('otherLiaison'), officer('otherMember')];

  test('is answered within the contract, without a fault, and tells nothing of others', async () => {
    const property = fc.asyncProperty(request, fc.constantFrom(...people), async (asked, person) => {
      const name = asked.action.split('.')[0] ?? '';
      const functionName = ['resident', 'staff', 'panel'].includes(name) ? name : 'resident';
      const answer = await send(cloud, functionName, JSON.stringify(asked), person);
      readEnvelope(answer.text);
      expect(answer.status).toBeLessThan(500);
      for (const secret of [MARK, PHONE, lead.trackingCode, owner.openid ?? '']) {
        if (!JSON.stringify(asked).includes(secret)) expect(answer.text).not.toContain(secret);
      }
    });
    await fc.assert(property, { numRuns: 600, seed: 20_260_131 });
  });
});

test('of all this the functions logged codes and times, and nothing anybody wrote or is', () => {
  const logs = cloud.logs();
  expect(logs).toContain('INVALID_INPUT');
  expect(logs).not.toContain('"fault"');
  for (const secret of [
    MARK,
    PHONE,
    '路灯',
    lead.trackingCode,
    lead.number,
    lead.leadId,
    owner.openid,
    stranger.openid,
    panel.token,
  ]) {
    expect([secret, logs.includes(secret ?? '?')]).toEqual([secret, false]);
  }
  expect(cloud.errors()).not.toMatch(new RegExp(`${MARK}|${PHONE}`));
});
