import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GONE,
  Operator,
  type DocumentStore,
  type Fields,
  type Transaction,
} from '../../cloudfunctions/core/adapters/document-store';
import { noticeRepository } from '../../cloudfunctions/core/adapters/notice-repository';
import { reminderRepository } from '../../cloudfunctions/core/adapters/reminder-repository';
import { sendReminders } from '../../cloudfunctions/core/app/jobs/send-reminders';
import type { Ports } from '../../cloudfunctions/core/app/ports';
import { COUNTY } from '../support/builders';

const START = Date.parse('2026-03-10T02:00:00.000Z');
const TEMPLATE = {
  id: 'T',
  fields: { number: 'character_string1', status: 'phrase2', note: 'thing3', date: 'date4' },
};
class Killed extends Error {}

/** Documents in memory: a transaction is all or nothing, and the power can go before or after any step. */
function memoryStore(step: () => void) {
  const documents = new Map<string, Fields>();
  const apply = (into: Map<string, Fields>, key: string, change: Fields): void => {
    const next = { ...into.get(key), ...change };
    into.set(key, Object.fromEntries(Object.entries(next).filter(([, value]) => value !== GONE)));
  };
  const matches = (document: Fields, field: string, wanted: unknown): boolean => {
    const command = {
      lte: (max: string) => (value: unknown) => typeof value === 'string' && value <= max,
      in: (all: unknown[]) => (value: unknown) => all.includes(value),
    };
    if (!(wanted instanceof Operator)) return document[field] === wanted;
    return (wanted.build(command as never) as (value: unknown) => boolean)(document[field]);
  };
  const store = {
    insert(collection: string, document: Fields & { _id: string }) {
      step();
      const key = `${collection}/${document._id}`;
      const isNew = !documents.has(key);
      if (isNew) documents.set(key, document);
      return Promise.resolve(isNew ? null : '_id_');
    },
    find(collection: string, where: Record<string, unknown>, { limit = 100 } = {}) {
      step();
      const own = [...documents].filter(([key]) => key.startsWith(`${collection}/`));
      const found = own.map(
        ([key, fields]) => ({ _id: key.slice(collection.length + 1), ...fields }) as Fields,
      );
      return Promise.resolve(
        found
          .filter((one) => Object.entries(where).every(([field, wanted]) => matches(one, field, wanted)))
          .slice(0, limit),
      );
    },
    async transact<Value>(body: (transaction: Transaction) => Promise<Value>): Promise<Value> {
      step();
      const draft = new Map(documents);
      const answer = await body({
        get: (collection, id) => Promise.resolve(draft.get(`${collection}/${id}`) ?? null),
        put: (collection, id, fields) => Promise.resolve(void draft.set(`${collection}/${id}`, fields)),
        change: (collection, id, change) => Promise.resolve(apply(draft, `${collection}/${id}`, change)),
      });
      documents.clear();
      for (const [key, fields] of draft) documents.set(key, fields);
      step();
      return answer;
    },
  };
  return { store: store as unknown as DocumentStore, documents };
}

type Answer = 'sent' | 'refused' | 'failed' | 'later';
function world() {
  let untilKill = Infinity;
  const step = (): void => {
    untilKill -= 1;
    if (untilKill === 0) throw new Killed();
  };
  const { store, documents } = memoryStore(step);
  const reminders = reminderRepository(store);
  const notices = noticeRepository(store);
  const sent: string[] = [];
  let now = START;
  let answer: Answer = 'sent';
  const ports = {
    clock: { now: () => new Date(now).toISOString() },
    county: () => Promise.resolve({ ...COUNTY, wechatTemplates: [TEMPLATE] }),
    reminders,
    wechat: {
      send({ fields }: { fields: Record<string, string> }) {
        step();
        if (answer === 'sent') sent.push(fields['character_string1'] ?? '');
        const outcome = answer;
        step();
        return Promise.resolve({ outcome });
      },
    },
    log: { info: () => undefined, error: () => undefined },
  } as unknown as Ports;
  const run = async (killAfter: number): Promise<void> => {
    untilKill = killAfter;
    await sendReminders(ports).catch((fault: unknown) => {
      if (!(fault instanceof Killed)) throw fault;
    });
    untilKill = Infinity;
    now += 3 * 60_000;
  };
  const tell = (name: string) =>
    notices.deliver(
      {
        id: name,
        leadId: 'L',
        number: name,
        recipientKey: 'wang',
        text: '',
        at: new Date(now).toISOString(),
        headline: '已受理',
      },
      true,
    );
  return {
    run,
    tell,
    sent,
    reminders,
    documents,
    grant: (requestId: string) => reminders.grant('wang', [TEMPLATE.id], requestId),
    left: () => reminders.left('wang', [TEMPLATE.id]),
    answerWith: (next: Answer) => (answer = next),
    receiptOf: (name: string) => documents.get(`notices/${name}`)?.['wechat'],
  };
}

const deed = fc.oneof(
  fc.record({ kind: fc.constant('grant' as const) }),
  fc.record({ kind: fc.constant('tell' as const) }),
  fc.record({ kind: fc.constant('run' as const), killAfter: fc.integer({ min: 1, max: 12 }) }),
);

describe('messages on WeChat', () => {
  it('go out once when acknowledged, are never lost, and never cost more than was granted, however often the timer is killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
        const county = world();
        const told: string[] = [];
        let grants = 0;
        for (const [index, each] of deeds.entries()) {
          const before = new Map(
            told.map((name) => [
              name,
              [county.receiptOf(name), county.sent.filter((one) => one === name).length],
            ]),
          );
          if (each.kind === 'grant') {
            grants += 1;
            await county.grant(`request-${index}`);
          } else if (each.kind === 'tell') {
            told.push(`n${index}`);
            await county.tell(`n${index}`);
          } else await county.run(each.killAfter);
          expect(await county.left()).toBeGreaterThanOrEqual(0);
          for (const [name, [receipt, times]] of before)
            if (receipt === 'sent') expect(county.sent.filter((one) => one === name).length).toBe(times);
        }
        await county.run(Infinity);
        const receipts = told.map(county.receiptOf);
        expect(receipts.every((receipt) => receipt === 'sent' || receipt === 'appOnly')).toBe(true);
        const gone = told.filter((name) => county.receiptOf(name) === 'sent');
        expect(new Set(county.sent)).toEqual(new Set(gone));
        expect(gone.length + (await county.left())).toBe(grants);
      }),
      { numRuns: 300 },
    );
  });

  it('count one request once, however often it is sent', async () => {
    const county = world();
    for (let time = 0; time < 3; time += 1) await county.grant('the-same-request');
    expect(await county.left()).toBe(1);
  });

  it('a person who has switched them off is asked no more; a fault of ours costs nobody a grant', async () => {
    const county = world();
    for (const request of ['request-1', 'request-2', 'request-3']) await county.grant(request);
    county.answerWith('failed');
    await county.tell('broken');
    await county.run(Infinity);
    expect([county.receiptOf('broken'), await county.left()]).toEqual(['failed', 3]);
    county.answerWith('refused');
    await county.tell('unwanted');
    await county.run(Infinity);
    expect([county.receiptOf('unwanted'), await county.left()]).toEqual(['refused', 0]);
  });

  it('wait while WeChat is busy, and after a day are left to the mini-program', async () => {
    const county = world();
    await county.grant('request-1');
    county.answerWith('later');
    await county.tell('patient');
    await county.run(Infinity);
    expect(county.receiptOf('patient')).toBeUndefined();
    for (let run = 0; run < 24 * 20; run += 1) await county.run(Infinity);
    expect([county.receiptOf('patient'), await county.left()]).toEqual(['failed', 1]);
  });
});
