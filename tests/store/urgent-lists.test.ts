import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutOfScopeSuspicion } from '@contract/lead';
import type { QueueQuery } from '../../cloudfunctions/core/app/ports';
import { ROUTE, SUBMITTED_AT } from '../support/builders';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { leadNamed, repositoriesOn } from './store-support';

/** Lists by urgency on the real SDK, against a cloud that refuses every query without an index. */
const EMERGENCY: OutOfScopeSuspicion = { kind: 'emergency', door: 'police', words: ['拿刀'], note: '' };
const DAY = 24 * 3_600_000;
let cloud: TestCloud;
let here: ReturnType<typeof repositoriesOn>;
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'nothing' });
  here = repositoriesOn(cloud);
  // Every third one sounds like an emergency, and comes later than most.
  for (let index = 0; index < 12; index += 1) {
    const at = new Date(Date.parse(SUBMITTED_AT) + index * DAY).toISOString();
    const outOfScope = index % 3 === 2 ? EMERGENCY : null;
    const first = { at, routed: { route: { ...ROUTE, outOfScope } } };
    await here.leads.insert(leadNamed(index, [], 1, first));
  }
});
afterAll(() => cloud.stop());

/** The names of the leads of a list, walked in pages of so many. */
async function walk(query: Partial<QueueQuery>, limit: number): Promise<number[]> {
  const names: number[] = [];
  for (let after: string | null = null; ;) {
    const rows = await here.leads.listQueue({ keys: ['all'], by: 'urgency', ...query, after, limit });
    names.push(...rows.map(({ summary }) => Number(summary.number.slice(7))));
    if (rows.length < limit) return names;
    after = rows.at(-1)?.order ?? null;
  }
}

const EMERGENCIES = [2, 5, 8, 11];
const OTHERS = [0, 1, 3, 4, 6, 7, 9, 10];

test('what may be an emergency stands first, then what is due first; in pages of any size', async () => {
  for (const limit of [1, 3, 4, 5, 100])
    expect([limit, await walk({}, limit)]).toEqual([limit, [...EMERGENCIES, ...OTHERS]]);
});

test('the same within what is due between two moments, and nothing from outside it', async () => {
  const due = { from: '', to: new Date(Date.parse(SUBMITTED_AT) + 9 * DAY).toISOString() };
  const whole = await walk({ due }, 100);
  expect(whole.length).toBeGreaterThan(4);
  expect(whole.length).toBeLessThan(12);
  const inWindow = (names: number[]): number[] => names.filter((name) => whole.includes(name));
  expect(whole).toEqual([...inWindow(EMERGENCIES), ...inWindow(OTHERS)]);
  expect(inWindow(EMERGENCIES).length).toBeGreaterThan(0);
  for (const limit of [1, 2, 3]) expect(await walk({ due }, limit)).toEqual(whole);
  const rest = await walk({ due: { from: due.to, to: '9' } }, 2);
  expect([...whole, ...rest].sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
});
