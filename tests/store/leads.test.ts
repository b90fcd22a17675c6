import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutboxMessage } from '../../cloudfunctions/core/app/ports';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { leadNamed, repositoriesOn, writeOf } from './store-support';

/** What the use cases rely on, on the real SDK against a cloud that refuses every query without an index. */
let cloud: TestCloud;
let here: ReturnType<typeof repositoriesOn>;
let elsewhere: ReturnType<typeof repositoriesOn>;
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'nothing' });
  here = repositoriesOn(cloud);
  elsewhere = repositoriesOn(cloud);
});
afterAll(() => cloud.stop());

describe('inserting', () => {
  test('stores the whole record, which comes back as it was', async () => {
    const write = leadNamed('100');
    expect(await here.leads.insert(write)).toBe('inserted');
    expect(await elsewhere.leads.find('L-000100')).toEqual(write.record);
    expect(await elsewhere.leads.findByNumber('260310-000100')).toEqual(write.record);
  });

  test('tells the id of a repeated request from a number that is taken, and overwrites neither', async () => {
    const first = leadNamed('101');
    await here.leads.insert(first);
    const sameId = leadNamed('101', ['LeadAccepted']);
    expect(await here.leads.insert(sameId)).toBe('sameId');
    const other = leadNamed('102');
    const sameNumber = writeOf({ ...other.record, lead: { ...other.record.lead, number: '260310-000101' } });
    expect(await here.leads.insert(sameNumber)).toBe('sameNumber');
    expect(await here.leads.find('L-000101')).toEqual(first.record);
    expect(await here.leads.find('L-000102')).toBeNull();
  });

  test('sixteen times at once happens once', async () => {
    const writes = Array.from({ length: 16 }, (_, index) =>
      (index % 2 ? here : elsewhere).leads.insert(leadNamed('103')),
    );
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'sameId')).toHaveLength(15);
  });

  test('sixteen leads with one number at once: one has it', async () => {
    const writes = Array.from({ length: 16 }, (_, index) => {
      const { record } = leadNamed(`2${index}`);
      return here.leads.insert(writeOf({ ...record, lead: { ...record.lead, number: '260310-777777' } }));
    });
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'sameNumber')).toHaveLength(15);
  });
});

describe('saving', () => {
  test('writes only over the version it was made from', async () => {
    await here.leads.insert(leadNamed('110'));
    const accepted = leadNamed('110', ['LeadAccepted'], 2);
    expect(await here.leads.save(accepted, 1)).toBe(true);
    expect(await elsewhere.leads.save(leadNamed('110', ['LeadWithdrawn'], 2), 1)).toBe(false);
    expect(await here.leads.find('L-000110')).toMatchObject({ version: 2, lead: { status: 'accepted' } });
  });

  test('eight at once on one version: one wins', async () => {
    await here.leads.insert(leadNamed('111'));
    const saves = Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? here : elsewhere).leads.save(leadNamed('111', ['LeadAccepted'], 2), 1),
    );
    expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
  });

  test('a lead that is not there saves nothing', async () => {
    expect(await here.leads.save(leadNamed('112', [], 2), 1)).toBe(false);
    expect(await here.leads.find('L-000112')).toBeNull();
  });

  test('replaces what is nested instead of mixing it', async () => {
    const before = leadNamed('113', ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']);
    await here.leads.insert(before);
    const { record } = leadNamed('113', ['LeadAccepted'], 2);
    await here.leads.save(writeOf(record), 1);
    expect((await here.leads.find('L-000113'))?.lead).toEqual(record.lead);
  });

  test('together writes all or none', async () => {
    await here.leads.insert(leadNamed('120'));
    await here.leads.insert(leadNamed('121'));
    const both = [
      { write: leadNamed('120', ['LeadAccepted'], 2), expected: 1 },
      { write: leadNamed('121', ['LeadAccepted'], 2), expected: 7 },
    ];
    expect(await here.leads.saveTogether(both)).toBe(false);
    expect(await here.leads.find('L-000120')).toMatchObject({ version: 1 });
    const right = both.map(({ write }) => ({ write, expected: 1 }));
    expect(await here.leads.saveTogether(right)).toBe(true);
    for (const id of ['L-000120', 'L-000121'])
      expect(await here.leads.find(id)).toMatchObject({ version: 2 });
  });

  test('together eight times at once: one wins, and the two leads agree', async () => {
    await here.leads.insert(leadNamed('122'));
    await here.leads.insert(leadNamed('123'));
    const writes = (pair: string[]) =>
      pair.map((name) => ({ write: leadNamed(name, ['LeadAccepted'], 2), expected: 1 }));
    const sides = Array.from({ length: 8 }, (_, index) =>
      writes(index % 2 ? ['122', '123'] : ['123', '122']),
    );
    // One transaction at a time for each SDK, as in a function: eight functions.
    const saved = await Promise.all(sides.map((side) => repositoriesOn(cloud).leads.saveTogether(side)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    for (const id of ['L-000122', 'L-000123'])
      expect(await here.leads.find(id)).toMatchObject({ version: 2 });
  });
});

describe('the outbox', () => {
  const message = (id: string): OutboxMessage => ({
    id,
    recipientKey: 'openid-zhang',
    leadId: 'L-000001',
    number: '260310-000001',
    text: '已受理',
    at: '2026-03-10T03:00:00.000Z',
  });
  const withOutbox = (name: string, ids: string[]) => {
    const { record } = leadNamed(name);
    return writeOf({ ...record, outbox: ids.map(message) });
  };

  test('lists leads whose messages are due, and forgets those that were delivered', async () => {
    await here.leads.insert(withOutbox('130', ['m-1', 'm-2']));
    const due = await here.leads.listWithOutbox('2026-03-11T00:00:00.000Z', 10);
    expect(due.map(({ lead }) => lead.id)).toEqual(['L-000130']);
    expect(await here.leads.listWithOutbox('2026-03-10T00:00:00.000Z', 10)).toEqual([]);

    expect(await here.leads.clearOutbox('L-000130', 1, ['m-1'])).toBe(true);
    expect((await here.leads.find('L-000130'))?.outbox.map(({ id }) => id)).toEqual(['m-2']);
    expect(await here.leads.clearOutbox('L-000130', 1, ['m-2'])).toBe(true);
    expect(await here.leads.listWithOutbox('2026-03-11T00:00:00.000Z', 10)).toEqual([]);
  });

  test('keeps what a newer version put into it', async () => {
    await here.leads.insert(withOutbox('131', ['m-3']));
    const { record } = leadNamed('131', ['LeadAccepted'], 2);
    await here.leads.save(writeOf({ ...record, outbox: [message('m-3'), message('m-4')] }), 1);
    expect(await here.leads.clearOutbox('L-000131', 1, ['m-3'])).toBe(false);
    expect((await here.leads.find('L-000131'))?.outbox).toHaveLength(2);
  });

  test('delivers a message once, however many functions try at once', async () => {
    const delivery = { ...message('m-5'), leadId: 'L-000130', number: '260310-000130' };
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 ? here : elsewhere).notices.deliver(delivery)),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await here.notices.list(['openid-zhang', 'somebody-else'], 10)).toHaveLength(1);
  });
});

test('misses that come at once are all counted', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? here : elsewhere).misses.add('number@hour', '2026-03-10T03:00:00.000Z'),
    ),
  );
  expect(await here.misses.count(['number@hour', 'other@hour'])).toEqual([20, 0]);
});

test('a queue is listed newest first, page by page, without gaps or repeats', async () => {
  const key = 's:adopted' as const;
  for (let index = 0; index < 25; index += 1)
    await here.leads.insert(leadNamed(`3${String(index).padStart(2, '0')}`, ['LeadAccepted', 'LeadAdopted']));
  const seen: string[] = [];
  for (let before: string | null = null; ;) {
    const rows = await here.leads.listQueue({ keys: [key], by: 'newest', after: before, limit: 7 });
    seen.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (last === undefined || rows.length < 7) break;
    before = last.order;
  }
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  expect(seen).toHaveLength(25);
});
