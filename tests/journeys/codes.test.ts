import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeItem, CodeSettings } from '@contract/codes';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { ask, must, refusalOf, signIn, type Person } from '../support/call';
import {
  ANKANG_VILLAGE,
  CHENGGUAN,
  FENGYANG_VILLAGE,
  LAMP_TEXT,
  officer,
  resident,
  TIANHU,
} from '../support/county';
import { walkQueue } from '../support/recount';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** Printed codes, from the board on the wall to the figure in the panel. */
let cloud: TestCloud;
let clerk: Person;
let administrator: Person;
let liaison: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  [clerk, administrator, liaison] = await Promise.all([
    signIn(cloud, officer('clerk')),
    signIn(cloud, officer('administrator')),
    signIn(cloud, officer('liaison')),
  ]);
});
afterAll(() => cloud.stop());

let people = 0;
const somebody = (): Person => resident(`scanner-${(people += 1)}`);

async function allCodes(as: Person): Promise<{ items: CodeItem[]; settings: CodeSettings }> {
  const items: CodeItem[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await must(cloud, as, 'panel.listCodes', cursor ? { cursor } : {});
    items.push(...page.items);
    if (page.nextCursor === null) return { items, settings: page.settings };
    cursor = page.nextCursor;
  }
}
const codeOf = async (placeId: string, kind?: string): Promise<CodeItem> => {
  const { items } = await allCodes(clerk);
  const found = items.find((code) => code.placeId === placeId && (kind === undefined || code.kind === kind));
  if (!found) throw new Error(placeId);
  return found;
};
const scan = (scene: string) => must(cloud, somebody(), 'resident.getIntake', { scene });
const submit = (scene: string, text = LAMP_TEXT) =>
  must(cloud, somebody(), 'resident.submitLead', { text, scene });
const leadOf = async (leadId: string) => {
  const document = (await cloud.documents('leads')).find(({ _id }) => _id === leadId);
  return document?.['lead'] as { codeId: string | null; entry: string; placeId: string | null };
};

describe('the codes of a county', () => {
  test('are there for all 359 places from the start, and nothing of them is stored', async () => {
    const { items } = await allCodes(clerk);
    expect(items).toHaveLength(359);
    expect(items.every(({ received, retired }) => received === 0 && retired === null)).toBe(true);
    expect(await cloud.documents('codes')).toEqual([]);
  });

  test('come in pages that a gateway takes', async () => {
    const page = await must(cloud, clerk, 'panel.listCodes', {});
    expect(JSON.stringify(page).length).toBeLessThan(100_000);
    expect(page.items.length).toBeGreaterThan(100);
  });
});

describe('somebody scans the board of a village', () => {
  test('sees the place, submits, and the figure of the code opens a list of exactly its length', async () => {
    const { id } = await codeOf(ANKANG_VILLAGE);
    expect(await scan(id)).toMatchObject({
      place: { id: ANKANG_VILLAGE, name: '城关镇安康社区' },
      codeProblem: null,
    });
    const leads = [
      await submit(id),
      await submit(id, '安康社区的井盖破了一个。'),
      await submit(id, '垃圾没有人收。'),
    ];
    for (const { leadId } of leads) {
      expect(await leadOf(leadId)).toMatchObject({
        codeId: id,
        entry: 'villageCode',
        placeId: ANKANG_VILLAGE,
      });
    }
    const counted = async () => {
      const { received } = await codeOf(ANKANG_VILLAGE);
      const list = await walkQueue(cloud, clerk, { measure: 'received', dimension: 'code', dimensionId: id });
      const { rows } = await must(cloud, clerk, 'panel.getCodeFigures', {});
      const row = rows.find((one) => one.id === id);
      expect(row?.name).toBe('城关镇安康社区');
      return [received, list.ids.length, row?.counts.received];
    };
    expect(await counted()).toEqual([3, 3, 3]);
    await cloud.jobs();
    expect(await counted()).toEqual([3, 3, 3]);
  });

  test('submitting by a code takes two calls to the database', async () => {
    const { id } = await codeOf(ANKANG_VILLAGE);
    await submit(id);
    const calls = await countCalls(cloud, () => submit(id));
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
  });

  test('a private matter counts under no code', async () => {
    const { id, received } = await codeOf(FENGYANG_VILLAGE);
    await submit(id, '举报村干部贪污补助款，请查一查。');
    expect((await codeOf(FENGYANG_VILLAGE)).received).toBe(received);
  });
});

describe('a code that does not hold', () => {
  test('damaged: says so, and the matter is submitted all the same', async () => {
    const { id } = await codeOf(ANKANG_VILLAGE);
    const damaged = `${id.slice(0, 5)}${(Number(id[5]) + 1) % 10}${id.slice(6)}`;
    expect(await scan(damaged)).toMatchObject({
      place: null,
      codeProblem: '这张码没有读全，可能是印坏了或弄脏了。请自己选一下地点，照样可以反映。',
    });
    const { leadId } = await submit(damaged);
    expect(await leadOf(leadId)).toMatchObject({ codeId: null, entry: 'home' });
  });

  test('forged: a number that checks but that nobody made brings nobody', async () => {
    const made = await must(cloud, clerk, 'panel.createCode', {
      kind: 'board',
      placeId: TIANHU,
      address: '桥头',
    });
    // The next serial with its check digit, as a forger would reckon it.
    const forged = Array.from(
      { length: 10 },
      (_, digit) => `${TIANHU}1${made.id.slice(10, 13) === '500' ? '501' : '500'}${digit}`,
    );
    const answers = await Promise.all(forged.map(async (scene) => (await scan(scene)).codeProblem ?? ''));
    expect(answers.filter((problem) => problem.startsWith('这不是嵩县的码'))).toHaveLength(1);
    expect(answers.every((problem) => problem.endsWith('照样可以反映。'))).toBe(true);
    const { leadId } = await submit(forged.find((_, at) => answers[at]?.startsWith('这不是')) ?? '');
    expect(await leadOf(leadId)).toMatchObject({ codeId: null, entry: 'home' });
  });

  test('retired and replaced: says where the new one hangs, asks for the place, keeps which code it was', async () => {
    const { id } = await codeOf(FENGYANG_VILLAGE);
    const asked = { codeId: id, reason: '被人涂了', replacement: { address: '凤阳社区卫生室门口' } };
    const { retired, replacement } = await must(
      cloud,
      administrator,
      'panel.retireCode',
      asked,
      'retire-request-1',
    );
    expect(retired.retired).toMatchObject({ reason: '被人涂了', replacedBy: replacement?.id });
    expect(await must(cloud, administrator, 'panel.retireCode', asked, 'retire-request-1')).toEqual({
      retired,
      replacement,
    });
    expect(await refusalOf(cloud, clerk, 'panel.retireCode', { codeId: id, reason: '再来' })).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await scan(id)).toMatchObject({
      place: null,
      codeProblem:
        '这张码换新的了，新码贴在凤阳社区卫生室门口。不用再跑一趟，请自己选一下地点，照样可以反映。',
    });
    const { leadId } = await submit(id, '路灯坏了，请派人来修一下。');
    expect(await leadOf(leadId)).toMatchObject({ codeId: id, entry: 'villageCode', placeId: null });
    expect(await scan(replacement?.id ?? '')).toMatchObject({
      place: { id: FENGYANG_VILLAGE },
      codeProblem: null,
    });
  });

  test('two officers who retire it at once: one does, one is told, and one new code hangs', async () => {
    const board = await must(cloud, clerk, 'panel.createCode', { kind: 'board', placeId: CHENGGUAN });
    const asked = { codeId: board.id, reason: '换地方', replacement: { address: '汽车站' } };
    const answers = await Promise.all(
      [clerk, administrator].map((by) => ask(cloud, by, 'panel.retireCode', asked)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = answers.map((answer) => (answer.ok ? 'done' : answer.error.code)).sort();
    expect(['WRONG_STATE', 'UNAVAILABLE']).toContain(codes[0] === 'done' ? codes[1] : codes[0]);
    const hung = (await cloud.documents('codes')).filter(({ address }) => address === '汽车站');
    expect(hung).toHaveLength(1);
  });

  test('an event past its end says so', async () => {
    const event = { kind: 'event' as const, placeId: CHENGGUAN, title: '委员接待日' };
    const over = await must(cloud, clerk, 'panel.createCode', { ...event, validUntil: '2026-03-08' });
    expect((await scan(over.id)).codeProblem).toBe(
      '「委员接待日」3月8日结束了，这张码也停用了。请自己选一下地点，照样可以反映。',
    );
    const running = await must(cloud, clerk, 'panel.createCode', { ...event, validUntil: '2999-03-08' });
    expect(await scan(running.id)).toMatchObject({ place: { id: CHENGGUAN }, codeProblem: null });
    const { leadId } = await submit(running.id);
    expect(await leadOf(leadId)).toMatchObject({ codeId: running.id, entry: 'eventCode' });
  });
});

describe('making a code', () => {
  const station = {
    kind: 'station' as const,
    placeId: CHENGGUAN,
    title: '城关镇委员联络站',
    address: '镇政府一楼',
  };

  test('the same request makes it once', async () => {
    const one = await must(cloud, clerk, 'panel.createCode', station, 'make-station-1');
    expect(await must(cloud, clerk, 'panel.createCode', station, 'make-station-1')).toEqual(one);
    const other = await must(cloud, clerk, 'panel.createCode', station, 'make-station-2');
    expect(other.id).not.toBe(one.id);
  });

  test('is refused where the id of an earlier request comes with another name: nobody prints the earlier one for it', async () => {
    const made = await must(cloud, clerk, 'panel.createCode', station, 'make-station-3');
    const other = { ...station, title: '老城委员联络站' };
    expect(await refusalOf(cloud, clerk, 'panel.createCode', other, 'make-station-3')).toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
    const { id: codeId } = made;
    await must(cloud, clerk, 'panel.retireCode', { codeId, reason: '被人涂了' }, 'retire-station-3');
    const again = { codeId, reason: '搬家了' };
    expect(await refusalOf(cloud, clerk, 'panel.retireCode', again, 'retire-station-3')).toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
    expect(await must(cloud, clerk, 'panel.createCode', station, 'make-station-3')).toMatchObject({
      id: codeId,
      retired: { reason: '被人涂了' },
    });
  });

  test.each([
    ['a place the county does not have', { ...station, placeId: '410305001' }, 'placeId'],
    ['a station without a name', { ...station, title: ' ' }, 'title'],
    ['an event without an end', { ...station, kind: 'event' as const }, 'validUntil'],
    [
      'an event that ends before it begins',
      { ...station, kind: 'event' as const, validFrom: '2026-02-02', validUntil: '2026-02-01' },
      'validUntil',
    ],
    ['a day that does not exist', { ...station, validUntil: '2026-13-41' }, 'validUntil'],
  ])('is refused for %s', async (_what, input, field) => {
    expect(await refusalOf(cloud, clerk, 'panel.createCode', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });
});

describe('who may do what with codes', () => {
  test('a liaison reads those of the own township, without the county’s figures, and changes none', async () => {
    const { items } = await allCodes(liaison);
    expect(new Set(items.map(({ townshipId }) => townshipId))).toEqual(new Set([CHENGGUAN]));
    expect(items.every(({ received }) => received === null)).toBe(true);
    const { id } = await codeOf(ANKANG_VILLAGE);
    const refused = [
      await refusalOf(cloud, liaison, 'panel.createCode', { kind: 'board', placeId: CHENGGUAN }),
      await refusalOf(cloud, liaison, 'panel.retireCode', { codeId: id, reason: '不要了' }),
      await refusalOf(cloud, liaison, 'panel.requestWechatCodes', {}),
    ];
    expect(refused.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  test.each(['convener', 'member', 'housing', 'leader'] as const)(
    'a %s has nothing to do with them',
    async (name) => {
      const person = await signIn(cloud, officer(name));
      const { id } = await codeOf(ANKANG_VILLAGE);
      const refused = [
        await refusalOf(cloud, person, 'panel.listCodes', {}),
        await refusalOf(cloud, person, 'panel.getCodePictures', { codeIds: [id] }),
        await refusalOf(cloud, person, 'panel.createCode', { kind: 'board', placeId: CHENGGUAN }),
        await refusalOf(cloud, person, 'panel.retireCode', { codeId: id, reason: '不要了' }),
        await refusalOf(cloud, person, 'panel.requestWechatCodes', {}),
      ];
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']));
    },
  );
});

describe('WeChat’s own pictures', () => {
  test('are wished for in the panel, fetched by the timer once each, and readable by those who may print', async () => {
    const { waiting } = await must(cloud, clerk, 'panel.requestWechatCodes', { townshipId: CHENGGUAN });
    expect(waiting).toBeGreaterThan(10);
    expect(await must(cloud, clerk, 'panel.requestWechatCodes', { townshipId: CHENGGUAN })).toEqual({
      waiting,
    });
    let fetched = 0;
    for (let run = 0; run < 3; run += 1) {
      fetched += ((await cloud.jobs()) as unknown as { codesFetched: number }).codesFetched;
    }
    expect(fetched).toBe(waiting);
    const { settings, items } = await allCodes(clerk);
    expect(settings.wechat).toMatchObject({ isSetUp: true, waiting: 0, ready: waiting, problem: null });
    const own = items.filter(({ wechat }) => wechat === 'ready').map(({ id }) => id);
    const far = await codeOf(TIANHU);
    const { urls } = await must(cloud, liaison, 'panel.getCodePictures', { codeIds: [...own, far.id] });
    expect(Object.keys(urls).sort()).toEqual([...own].sort());
    const picture = await fetch(urls[own[0] ?? ''] ?? '');
    expect([...new Uint8Array(await picture.arrayBuffer()).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  test('where the county has no mini-program, the wish is refused in words', async () => {
    const store = new DocumentStore(cloud.sdk().database());
    const directory = await store.get('directories', '410325');
    const county = directory?.['county'] as object;
    const elsewhere = await startTestCloud();
    try {
      const other = new DocumentStore(elsewhere.sdk().database());
      await other.change('directories', { _id: '410325' }, { county: { ...county, codes: undefined } });
      const panel = await signIn(elsewhere, officer('clerk'));
      const answer = await ask(elsewhere, panel, 'panel.requestWechatCodes', {});
      expect(answer).toMatchObject({ ok: false, error: { code: 'WRONG_STATE' } });
      expect(answer.ok ? '' : answer.error.message).toContain('本县还没有接入微信小程序');
    } finally {
      await elsewhere.stop();
    }
  });
});
