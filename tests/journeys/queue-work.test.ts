import type { BulkInput } from '@contract/bulk';
import type { Receipt } from '@contract/lead-views';
import { VIEWS_MAX } from '@contract/limits';
import { QUEUE_GROUPS } from '@contract/statistics';
import { newRequestId } from '@shared/request-id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusalOf, sendAnything, signIn, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, TIANHU, officer, resident } from '../support/county';
import { RandomLife } from '../support/random-life';
import { walkQueue } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** The queue as a place of work: many leads at once, lists of one's own, and others at the same lead. */
let cloud: TestCloud;
let panel: Person;
let secondPanel: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  panel = await signIn(cloud, officer('clerk'));
  secondPanel = await signIn(cloud, officer('secondClerk'));
});
afterAll(() => cloud.stop());

let people = 0;
const submit = (): Promise<Receipt> =>
  must(cloud, resident(`queue-${(people += 1)}`), 'resident.submitLead', {
    text: LAMP_TEXT,
    scene: ANKANG_CODE,
  });
const submitMany = (count: number): Promise<Receipt[]> => Promise.all(Array.from({ length: count }, submit));
const first = (receipts: readonly Receipt[]) => receipts.map(({ leadId }) => ({ leadId, version: 1 }));
const send = (person: Person, input: object, requestId = newRequestId()) =>
  sendAnything(cloud, { action: 'panel.bulk', input, requestId }, person);
const seen = (leadId: string) => must(cloud, panel, 'panel.getLead', { leadId });

describe('one command for many leads', () => {
  test('does each by itself: what moved on meanwhile is refused with who moved it, and the others are done', async () => {
    const receipts = await submitMany(12);
    const [claimed, withdrawn, rerouted] = receipts;
    if (!claimed || !withdrawn || !rerouted) throw new Error('too few');
    await must(cloud, officer('liaison'), 'staff.claimLead', { leadId: claimed.leadId, version: 1 });
    const moved = { leadId: rerouted.leadId, version: 1, categoryId: 'transport', reason: '归交通' };
    await must(cloud, secondPanel, 'panel.rerouteLead', moved);
    const items = [...first(receipts), { leadId: 'L-nowhere', version: 1 }];
    const { outcomes } = await must(cloud, panel, 'panel.bulk', { command: 'acceptLead', words: {}, items });
    const refused = outcomes.filter(({ done }) => !done);
    expect(outcomes.map(({ leadId }) => leadId)).toEqual(items.map(({ leadId }) => leadId));
    expect(refused.map(({ leadId }) => leadId)).toEqual([claimed.leadId, rerouted.leadId, 'L-nowhere']);
    expect(refused[1]).toMatchObject({
      code: 'VERSION_CONFLICT',
      message: expect.stringMatching(/改过：.*归交通/),
    });
    expect(refused[2]).toMatchObject({ code: 'NOT_FOUND' });
    expect(await seen(claimed.leadId)).toMatchObject({ status: 'routed', version: 2 });
    expect(await seen(withdrawn.leadId)).toMatchObject({ status: 'accepted', version: 2 });
  });

  test('sent again does nothing twice and gives the same answer', async () => {
    const receipts = await submitMany(9);
    const input: BulkInput = { command: 'acceptLead', words: {}, items: first(receipts) };
    const requestId = newRequestId();
    const answers = await Promise.all([send(panel, input, requestId), send(panel, input, requestId)]);
    answers.push(await send(panel, input, requestId));
    for (const answer of answers) {
      expect(answer).toMatchObject({
        ok: true,
        data: { outcomes: receipts.map(({ leadId }) => ({ leadId, done: true })) },
      });
    }
    for (const { leadId } of receipts)
      expect(await seen(leadId)).toMatchObject({ version: 2, status: 'accepted' });
  });

  test('takes its words for all of them, and is refused as a whole while they are not whole', async () => {
    const receipts = await submitMany(2);
    const items = first(receipts);
    const without = { command: 'markOutOfScope', words: { door: 'court' }, items };
    expect(await send(panel, without)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const twice = { command: 'acceptLead', words: {}, items: [items[0], items[0]] };
    expect(await send(panel, twice)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const words = { door: 'court', note: '已经起诉的事，由法院判。' };
    expect(await send(panel, { command: 'markOutOfScope', words, items })).toMatchObject({ ok: true });
    for (const { leadId } of receipts) expect(await seen(leadId)).toMatchObject({ outOfScope: words });
  });

  test('permits each lead as if it had been sent alone', async () => {
    const [receipt] = await submitMany(1);
    const items = receipt ? first([receipt]) : [];
    const liaison = await signIn(cloud, officer('otherLiaison'));
    const unit = await signIn(cloud, officer('housing'));
    const accept = { command: 'acceptLead' as const, words: {}, items };
    for (const person of [liaison, unit]) {
      const { outcomes } = await must(cloud, person, 'panel.bulk', accept);
      expect(outcomes).toMatchObject([{ done: false, code: 'NOT_FOUND' }]);
    }
    const words = { categoryId: 'transport', townshipId: TIANHU, reason: '在田湖' };
    const own = await signIn(cloud, officer('liaison'));
    const { outcomes } = await must(cloud, own, 'panel.bulk', { command: 'rerouteLead', words, items });
    expect(outcomes).toMatchObject([{ done: false, code: 'FORBIDDEN' }]);
  });

  test('five hundred at once, three of which have moved on', { timeout: 240_000 }, async () => {
    const receipts: Receipt[] = [];
    for (let wave = 0; wave < 20; wave += 1) receipts.push(...(await submitMany(25)));
    const movedOn = [receipts[3], receipts[250], receipts[499]].flatMap((receipt) => receipt?.leadId ?? []);
    for (const leadId of movedOn) {
      await must(cloud, secondPanel, 'panel.addNote', { leadId, version: 1, text: '先问问村里' });
    }
    const items = first(receipts);
    const { outcomes } = await must(cloud, panel, 'panel.bulk', { command: 'acceptLead', words: {}, items });
    const refused = outcomes.filter(({ done }) => !done);
    expect(refused.map(({ leadId }) => leadId)).toEqual(movedOn);
    for (const one of refused) expect(one).toMatchObject({ message: expect.stringContaining('先问问村里') });
  });
});

describe('lists of one’s own', () => {
  const view = (name: string, at = 1) => ({
    id: `v${String(at).padStart(3, '0')}`,
    name,
    filter: { group: 'late' as const },
  });

  test('follow the person to another computer, and are nobody else’s', async () => {
    await must(cloud, panel, 'panel.saveView', view('早上先看'));
    const elsewhere = await signIn(cloud, officer('clerk'));
    expect(await must(cloud, elsewhere, 'panel.listViews', {})).toEqual({ views: [view('早上先看')] });
    expect(await must(cloud, secondPanel, 'panel.listViews', {})).toEqual({ views: [] });
  });

  test('are renamed, forgotten, and put back where they were', async () => {
    await must(cloud, secondPanel, 'panel.saveView', view('甲', 1));
    await must(cloud, secondPanel, 'panel.saveView', view('乙', 2));
    const renamed = { ...view('甲', 1), name: '甲组' };
    const { views } = await must(cloud, secondPanel, 'panel.saveView', renamed);
    expect(views.map(({ name }) => name)).toEqual(['甲组', '乙']);
    const gone = await must(cloud, secondPanel, 'panel.deleteView', { id: renamed.id });
    expect(gone.views.map(({ name }) => name)).toEqual(['乙']);
    expect(await must(cloud, secondPanel, 'panel.deleteView', { id: renamed.id })).toEqual(gone);
    const back = await must(cloud, secondPanel, 'panel.saveView', renamed);
    expect(back.views.map(({ name }) => name)).toEqual(['甲组', '乙']);
  });

  test('are all kept when two browsers save at once, and refused when there are too many', async () => {
    const liaison = await signIn(cloud, officer('liaison'));
    const names = Array.from({ length: VIEWS_MAX }, (_, at) => `名单${String(at).padStart(2, '0')}`);
    await Promise.all(
      names.slice(0, 2).map((name, at) => must(cloud, liaison, 'panel.saveView', view(name, at))),
    );
    for (const [at, name] of names.entries()) await must(cloud, liaison, 'panel.saveView', view(name, at));
    expect((await must(cloud, liaison, 'panel.listViews', {})).views).toHaveLength(VIEWS_MAX);
    expect(await refusalOf(cloud, liaison, 'panel.saveView', view('再来一个', 99))).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('two at one lead', () => {
  test('see each other while both have it open, and not longer', async () => {
    const { leadId } = await submit();
    const see = (person: Person) => must(cloud, person, 'panel.seeLead', { leadId });
    expect(await see(panel)).toEqual({ others: [] });
    const { name } = await must(cloud, panel, 'panel.getMe', {});
    expect(await see(secondPanel)).toEqual({ others: [name] });
    const [reader] = (await cloud.documents('readers')).filter((document) => document['leadId'] === leadId);
    expect(Object.keys(reader ?? {}).sort()).toEqual(['_id', 'accountId', 'leadId', 'name', 'role', 'until']);
    const database = cloud.sdk().database();
    await database.collection('readers').where({ leadId }).update({ until: '2020-01-01T00:00:00.000Z' });
    await cloud.jobs();
    expect((await cloud.documents('readers')).filter((document) => document['leadId'] === leadId)).toEqual(
      [],
    );
    expect(await see(secondPanel)).toEqual({ others: [] });
  });

  test('the township reads which side, and leaders neither leave a trace nor see one', async () => {
    const { leadId } = await submit();
    const see = async (person: Person) => (await must(cloud, person, 'panel.seeLead', { leadId })).others;
    await see(panel);
    expect(await see(await signIn(cloud, officer('liaison')))).toEqual(['县政协']);
    const leader = await signIn(cloud, officer('leader'));
    const before = (await cloud.documents('readers')).length;
    expect(await see(leader)).toEqual([]);
    expect((await cloud.documents('readers')).length).toBe(before);
  });

  test('an open page writes once in a while, not at every beat', async () => {
    const { leadId } = await submit();
    await must(cloud, panel, 'panel.seeLead', { leadId });
    const before = await cloud.snapshot();
    await must(cloud, panel, 'panel.seeLead', { leadId });
    expect(await cloud.snapshot()).toBe(before);
  });

  test('who may not read the lead learns nothing', async () => {
    const { leadId } = await submit();
    const stranger = await signIn(cloud, officer('otherLiaison'));
    expect(await refusalOf(cloud, stranger, 'panel.seeLead', { leadId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test('after random lives every group lists as many as it counts, for everybody who has a queue', async () => {
  const life = new RandomLife(cloud, 4_041);
  await life.live(150);
  const wrong: unknown[] = [];
  for (const name of ['clerk', 'liaison', 'member', 'housing', 'leader'] as const) {
    const person = await signIn(cloud, officer(name));
    const { groupCounts } = await must(cloud, person, 'panel.getQueueFigures', {});
    for (const group of QUEUE_GROUPS) {
      const { ids, total } = await walkQueue(cloud, person, { group });
      if (ids.length !== groupCounts[group] || total !== ids.length || new Set(ids).size !== ids.length)
        wrong.push({ name, group, counted: groupCounts[group], total, listed: ids.length });
    }
  }
  expect(wrong).toEqual([]);
  expect(await cloud.control('/_local/health')).toMatchObject({ unindexedQueries: [] });
});
