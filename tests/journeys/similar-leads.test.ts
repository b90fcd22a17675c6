import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, must, signIn, type Person } from '../support/call';
import { ANKANG_CODE, ANKANG_VILLAGE, DISCIPLINE_TEXT, officer, resident } from '../support/county';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** Earlier leads about one problem, through the real functions: who is told of what, and in how many calls. */
const LAMP = '安康社区北门口的路灯坏了半个月，晚上黑得看不见路，老人摔了一跤。';
const LAMP_AGAIN = '安康社区北门口路灯坏了快一个月，晚上黑得看不见路，有老人摔了。';
const BRIDGE = '河边漫水桥一下雨就淹，孩子上学要绕十几里山路。';

let cloud: TestCloud;
let panel: Person;
const [zhang, li] = [resident('zhang'), resident('li')];
beforeAll(async () => {
  cloud = await startTestCloud({ env: { FUNCTION_INSTANCES: '1' } });
  panel = await signIn(cloud, officer('clerk'));
});
afterAll(() => cloud.stop());

const submit = (as: Person, text: string) =>
  must(cloud, as, 'resident.submitLead', { text, scene: ANKANG_CODE });
const similarFor = async (as: Person, text: string) =>
  (await must(cloud, as, 'resident.findSimilar', { text, placeId: ANKANG_VILLAGE })).items;
const withdraw = (as: Person, leadId: string) =>
  must(cloud, as, 'resident.withdrawLead', { leadId, version: 1 });

describe('a resident who is writing', () => {
  test('of an unpublished lead of somebody else reads an outline: no word, no id, no village', async () => {
    const lamp = await submit(zhang, LAMP);
    const [item, ...rest] = await similarFor(li, LAMP_AGAIN);
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      leadId: null,
      own: false,
      title: '',
      text: '',
      people: 1,
      placeName: '城关镇',
      cosign: 'none',
    });
    expect(Object.keys(item ?? {}).sort()).toEqual(
      'categoryName cosign cosigns leadId month own people placeName samePlace status text title'.split(' '),
    );
    expect(JSON.stringify(item)).not.toContain(lamp.number);
    await withdraw(zhang, lamp.leadId);
  });

  test('is told of an own lead with its id, and of a withdrawn one not at all', async () => {
    const lamp = await submit(zhang, LAMP);
    expect(await similarFor(zhang, LAMP_AGAIN)).toMatchObject([{ own: true, leadId: lamp.leadId }]);
    await withdraw(zhang, lamp.leadId);
    expect(await similarFor(zhang, LAMP_AGAIN)).toEqual([]);
  });

  test('never learns of a private matter, however exactly it is described', async () => {
    await submit(zhang, DISCIPLINE_TEXT);
    expect(await similarFor(li, DISCIPLINE_TEXT)).toEqual([]);
  });

  test('of a few words or none is told nothing, and nothing is refused', async () => {
    for (const text of ['', '路灯', '。。。。。。。。。。。。', '😀'.repeat(40)])
      expect(await similarFor(li, text)).toEqual([]);
  });

  test('asks the database once', async () => {
    await similarFor(li, LAMP);
    expect(await countCalls(cloud, () => similarFor(li, LAMP_AGAIN))).toEqual({ 'database.getDocument': 1 });
  });
});

describe('an officer', () => {
  test('reads the earlier lead with its reason, may merge into it, and nothing later is suggested', async () => {
    const first = await submit(zhang, LAMP);
    await submit(zhang, BRIDGE);
    const second = await submit(li, LAMP_AGAIN);
    const { items } = await must(cloud, panel, 'panel.getSimilar', { leadId: second.leadId });
    expect(items).toMatchObject([
      { leadId: first.leadId, number: first.number, samePlace: 'village', veryLike: true, mayTakeIn: true },
    ]);
    for (const word of items[0]?.words ?? []) expect(LAMP_AGAIN).toContain(word);
    expect(items[0]?.words.join()).toContain('路灯');
    expect((await must(cloud, panel, 'panel.getSimilar', { leadId: first.leadId })).items).toEqual([]);
    const asking = () => must(cloud, officer('clerk'), 'staff.getSimilar', { leadId: second.leadId });
    await asking();
    const calls = await countCalls(cloud, asking);
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
    await withdraw(zhang, first.leadId);
    await withdraw(li, second.leadId);
  });

  test('of another township is not told, neither of the lead nor of what is like it', async () => {
    const first = await submit(zhang, LAMP);
    const second = await submit(li, LAMP_AGAIN);
    const answer = await ask(cloud, officer('otherLiaison'), 'staff.getSimilar', { leadId: second.leadId });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const own = await must(cloud, officer('liaison'), 'staff.getSimilar', { leadId: second.leadId });
    expect(own.items).toMatchObject([{ number: first.number, mayTakeIn: false }]);
    await withdraw(zhang, first.leadId);
    await withdraw(li, second.leadId);
  });

  test('is shown a private matter only where private matters may be read', async () => {
    const first = await submit(zhang, `${DISCIPLINE_TEXT}去年的事。`);
    const second = await submit(li, `${DISCIPLINE_TEXT}有人看见。`);
    const seen = await must(cloud, panel, 'panel.getSimilar', { leadId: second.leadId });
    expect(seen.items.map(({ number }) => number)).toContain(first.number);
    for (const name of ['liaison', 'convener', 'member'] as const) {
      const answer = await ask(cloud, officer(name), 'staff.getSimilar', { leadId: second.leadId });
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });

  test('cannot merge into what is over, and is told what to do instead', async () => {
    const over = await submit(zhang, LAMP);
    await withdraw(zhang, over.leadId);
    const fresh = await submit(li, LAMP_AGAIN);
    const input = { leadId: fresh.leadId, version: 1, intoNumber: over.number, reason: '同一件事' };
    const answer = await ask(cloud, panel, 'panel.mergeLead', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'WRONG_STATE' } });
    expect(JSON.stringify(answer)).toContain('那一条现在是「已撤回」，并进去这位群众就等不到消息了');
    expect(JSON.stringify(answer)).not.toContain('这样办');
    await withdraw(li, fresh.leadId);
  });

  test('cannot merge a private matter with a public one, nor the other way round, and is offered neither', async () => {
    const open = await submit(zhang, LAMP);
    const hidden = await submit(li, DISCIPLINE_TEXT);
    for (const [from, into] of [
      [open, hidden],
      [hidden, open],
    ] as const) {
      const input = { leadId: from.leadId, version: 1, intoNumber: into.number, reason: '同一件事' };
      const answer = await ask(cloud, panel, 'panel.mergeLead', input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', field: 'intoNumber' } });
      expect(JSON.stringify(answer)).not.toContain('不公开');
      const { status } = await must(cloud, panel, 'panel.getLead', { leadId: from.leadId });
      expect(status).toBe('routed');
    }
    await withdraw(zhang, open.leadId);
    await withdraw(li, hidden.leadId);
  });

  test('who may not merge does not learn whether a number exists', async () => {
    const [own, other] = [await submit(zhang, BRIDGE), await submit(li, LAMP)];
    const merge = (intoNumber: string) =>
      ask(cloud, officer('liaison'), 'staff.mergeLead', {
        leadId: own.leadId,
        version: 1,
        intoNumber,
        reason: '同一件事',
      });
    const answers = [await merge(other.number), await merge('200101-000000')];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    await withdraw(zhang, own.leadId);
    await withdraw(li, other.leadId);
  });

  test('no longer finds what was merged, and finds it again when it is taken apart', async () => {
    const [first, second] = [await submit(zhang, LAMP), await submit(li, LAMP_AGAIN)];
    const third = await submit(resident('wu'), LAMP_AGAIN);
    const numbers = async () =>
      (await must(cloud, panel, 'panel.getSimilar', { leadId: third.leadId })).items.map(
        ({ number }) => number,
      );
    expect((await numbers()).sort()).toEqual([first.number, second.number].sort());
    const input = { leadId: second.leadId, version: 1, intoNumber: first.number, reason: '同一件事' };
    const merged = await must(cloud, panel, 'panel.mergeLead', input);
    expect(await numbers()).toEqual([first.number]);
    await must(cloud, panel, 'panel.unmergeLead', {
      leadId: second.leadId,
      version: merged.version,
      reason: '弄错了',
    });
    expect((await numbers()).sort()).toEqual([first.number, second.number].sort());
  });
});

describe('a neighbour who is writing the same', () => {
  const BIN = '桥头超市旁边的垃圾箱满了三个星期没人清运，苍蝇到处飞，味道很大。';
  const STEPS = '文化站门口的台阶塌了一级，老年人上楼容易绊倒，请修一修。';

  test('joins in a published one with one tap, takes it back, and cannot join in what nobody may know of', async () => {
    const { leadId } = await submit(zhang, BIN);
    await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version: 1 });
    await must(cloud, officer('clerk'), 'staff.adoptLead', { leadId, version: 2 });
    await must(cloud, officer('clerk'), 'staff.publishLead', {
      leadId,
      version: 3,
      title: '路灯',
      text: '在修。',
    });
    // Nobody joins in words they have not read: the published text is there in full, the other person's own is not.
    const [found] = await similarFor(li, BIN);
    expect(found).toMatchObject({ leadId, title: '路灯', text: '在修。', cosigns: 0, cosign: 'possible' });
    expect(JSON.stringify(found)).not.toContain(BIN.slice(0, 6));
    await must(cloud, li, 'resident.cosignLead', { leadId });
    expect(await similarFor(li, BIN)).toMatchObject([{ leadId, cosigns: 1, cosign: 'given' }]);
    await must(cloud, li, 'resident.withdrawCosign', { leadId });
    expect(await similarFor(li, BIN)).toMatchObject([{ leadId, cosigns: 0, cosign: 'possible' }]);
    expect(await similarFor(zhang, BIN)).toMatchObject([{ own: true, cosign: 'none' }]);
    const gone = await submit(zhang, STEPS);
    await withdraw(zhang, gone.leadId);
    const refused = await ask(cloud, li, 'resident.cosignLead', { leadId: gone.leadId }, 'join-what-is-gone');
    expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
