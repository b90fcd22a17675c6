import type { BoardQuery, BoardState } from '@contract/board';
import type { PublicLead, QueueItem } from '@contract/lead-views';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, signIn, type Person } from '../support/call';
import { ANKANG_VILLAGE, CHENGGUAN, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** The demonstration county as anybody reads it, beside the panel as the committee does. */
let cloud: TestCloud;
let panel: Person;
const anybody = resident('anybody');
beforeAll(async () => {
  cloud = await startTestCloud({ content: 'demo' });
  panel = await signIn(cloud, officer('clerk'));
});
afterAll(() => cloud.stop());

/** The whole list, page by page. */
async function walkBoard(query: BoardQuery) {
  const items: PublicLead[] = [];
  const first = await must(cloud, anybody, 'resident.listPublished', query);
  for (let page = first; ;) {
    items.push(...page.items);
    if (page.nextCursor === null) break;
    page = await must(cloud, anybody, 'resident.listPublished', { ...query, cursor: page.nextCursor });
  }
  return { ...first, items };
}

async function publishedInPanel(): Promise<QueueItem[]> {
  const { items } = await must(cloud, panel, 'panel.listQueue', { measure: 'published', limit: 100 });
  return items;
}

test('the figures of the board are the panel’s, and as long as the list, for the county and for every township', async () => {
  const { funnel, tables } = await must(cloud, panel, 'panel.getStatistics', {});
  const county = await walkBoard({});
  expect(county.figures).toMatchObject({
    received: funnel.received,
    adopted: funnel.adopted,
    resolved: funnel.resolved,
    published: funnel.published,
  });
  expect([county.total, county.items.length]).toEqual([funnel.published, funnel.published]);
  expect(county.total).toBeGreaterThan(5);
  const { townships } = await must(cloud, anybody, 'resident.listPlaces', {});
  for (const { id, name } of townships) {
    const counts = tables.township.find((row) => row.id === id)?.counts;
    const { received = 0, adopted = 0, resolved = 0, published = 0 } = counts ?? {};
    const board = await walkBoard({ placeId: id });
    expect(board.figures, name).toEqual({ placeName: name, received, adopted, resolved, published });
    expect([board.total, board.items.length], name).toEqual([published, published]);
  }
});

test('what is cut by how it stands is as long as it says, and the same leads as in the panel', async () => {
  const rows = await publishedInPanel();
  const meant: Record<BoardState, (row: QueueItem) => boolean> = {
    adopted: ({ adoption }) => adoption === 'adopted',
    solved: ({ resolution }) => resolution === 'resolved',
    underway: ({ resolution, status }) => resolution === 'open' && status !== 'declined',
  };
  for (const [state, belongs] of Object.entries(meant) as [BoardState, (row: QueueItem) => boolean][]) {
    const { items, total } = await walkBoard({ state });
    const expected = rows.filter(belongs).map(({ id }) => id);
    expect(items.map(({ id }) => id).sort(), state).toEqual(expected.sort());
    expect(total, state).toBe(expected.length);
  }
});

test('words find what was published, by characters, by pinyin and by first letters', async () => {
  const titles = async (words: string) => (await walkBoard({ words })).items.map(({ title }) => title);
  const lamp = '背街的路灯亮了';
  for (const words of ['路灯', '灯亮了', 'ludeng', 'LuDeng', 'ldl', '路灯 电缆']) {
    expect(await titles(words), words).toContain(lamp);
  }
  expect(await titles('没有这样的事')).toEqual([]);
  expect(await titles('路灯 烧烤')).toEqual([]);
  const found = await walkBoard({ words: '路灯', placeId: CHENGGUAN });
  expect(found.total).toBe(found.items.length);
  expect(found.figures).toBeNull();
  expect((await walkBoard({ words: '路灯', placeId: '410325101' })).total).toBeLessThan(found.total + 1);
});

test('nothing of a resident can be found by words: only what was published', async () => {
  const input = { text: '我叫欧阳标记，安康社区的路灯又坏了。', placeId: ANKANG_VILLAGE };
  await must(cloud, resident('marked'), 'resident.submitLead', input);
  expect((await walkBoard({ words: '欧阳标记' })).total).toBe(0);
});

test('too little to look for, and a place that is none, are told in words', async () => {
  expect((await refusalOf(cloud, anybody, 'resident.listPublished', { words: 'l' })).message).toMatch(/多写/);
  const nowhere = await refusalOf(cloud, anybody, 'resident.listPublished', { placeId: '000000' });
  expect(nowhere).toMatchObject({ code: 'INVALID_INPUT', field: 'placeId' });
});

test('the people of a place are told by name and sector, the stations with hours, the nearest first, and no private telephone', async () => {
  const near = await must(cloud, anybody, 'resident.getNeighbourhood', { placeId: ANKANG_VILLAGE });
  expect(near.townshipName).toBe('城关镇');
  expect(near.liaison).not.toBeNull();
  expect(near.convener).not.toBeNull();
  expect(near.members.length).toBeGreaterThan(3);
  expect(near.members.every(({ name, sectorName }) => name !== '' && sectorName !== '')).toBe(true);
  expect(near.stations[0]?.placeId).toBe(ANKANG_VILLAGE);
  expect(near.stations[1]?.placeId.startsWith(CHENGGUAN)).toBe(true);
  expect(near.stations.every(({ address, hours }) => address !== '' && hours !== '')).toBe(true);
  const { stations, ...people } = near;
  expect(JSON.stringify(people)).not.toMatch(/\d{7}/);
  expect(stations.map(({ kind }) => kind)).toContain('parlour');
  const { townships } = await must(cloud, anybody, 'resident.listPlaces', {});
  for (const { id, name } of townships) {
    const { stations: there } = await must(cloud, anybody, 'resident.getNeighbourhood', { placeId: id });
    expect(there[0]?.placeId, name).toBe(id);
  }
  expect(await refusalOf(cloud, anybody, 'resident.getNeighbourhood', { placeId: '000000' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});
