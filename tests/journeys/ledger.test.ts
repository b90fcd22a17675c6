import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerOutcome, LedgerRow } from '@contract/ledger';
import { must, refusalOf, signIn, type Person } from '../support/call';
import { officer } from '../support/county';
import { ledgerCounts, ledgerFile, ledgerPieces } from '../support/ledger';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

const ROWS = 380;
const LEDGER = '2024—2025 年台账';

let cloud: TestCloud;
let clerk: Person;
let pieces: Awaited<ReturnType<typeof ledgerPieces>>;
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await signIn(cloud, officer('clerk'));
  pieces = await ledgerPieces(await ledgerFile(ROWS));
});
afterAll(() => cloud.stop());

async function importPieces(some = pieces): Promise<Record<LedgerOutcome, number>> {
  const counts = { new: 0, same: 0, rejected: 0 };
  for (const rows of some) {
    const { outcomes } = await must(cloud, clerk, 'panel.importLedgerRows', {
      ledger: LEDGER,
      rows,
      keepContact: true,
    });
    for (const { outcome } of outcomes) counts[outcome] += 1;
  }
  return counts;
}

describe('an old ledger of 380 rows', () => {
  test('is looked at first, which changes nothing', async () => {
    const before = await cloud.documents('leads');
    const [rows = []] = pieces;
    const { outcomes } = await must(cloud, clerk, 'panel.checkLedgerRows', {
      ledger: LEDGER,
      rows,
      keepContact: true,
    });
    expect(outcomes.every(({ outcome }) => outcome === 'new')).toBe(true);
    expect(outcomes[0]?.sentence).toContain('已办结');
    expect(await cloud.documents('leads')).toEqual(before);
  });

  test('comes in after a power cut in the middle as if there had been none, and a second time adds nothing', async () => {
    const half = pieces.slice(0, 8);
    const first = await importPieces(half);
    cloud = await cloud.killAndRestart();
    const rest = await importPieces();
    expect(first.new + rest.new).toBe(ROWS);
    expect(rest.same).toBe(first.new);
    expect(await importPieces()).toEqual({ new: 0, same: ROWS, rejected: 0 });
    expect(await cloud.documents('leads')).toHaveLength(ROWS);
  });

  test('is counted exactly, in the months of its own dates', async () => {
    const { funnel, tables } = await must(cloud, clerk, 'panel.getStatistics', {});
    expect(funnel).toMatchObject(ledgerCounts(ROWS));
    const january = tables.month.find(({ id }) => id === '2024-01');
    expect(january?.counts.received).toBe(31);
    const entry = tables.entry.find(({ id }) => id === 'ledger');
    expect(entry?.counts.received).toBe(ROWS);
  });

  test('tells nobody anything, and makes nothing late', async () => {
    await cloud.jobs();
    // On a working day the desk hears how the day stands, whatever was imported.
    const notices = (await cloud.documents('notices')).filter(
      ({ _id }) => !String(_id).startsWith('digest-'),
    );
    expect(notices).toEqual([]);
    const stored = (await cloud.documents('leads')).map((document) => JSON.stringify(document));
    expect(stored.filter((lead) => lead.includes('"overdue":true'))).toEqual([]);
    expect(stored.filter((lead) => lead.includes('"outboxDueAt"'))).toEqual([]);
    expect(stored.filter((lead) => lead.includes('"overdue":false'))).toHaveLength(ROWS);
  });

  test('keeps names and telephones where contacts are kept, and its leads say where they came from', async () => {
    const { items } = await must(cloud, clerk, 'panel.listQueue', {
      dimension: 'entry',
      dimensionId: 'ledger',
      limit: 1,
    });
    const lead = await must(cloud, clerk, 'panel.getLead', { leadId: items[0]?.id ?? '' });
    expect(JSON.stringify(lead)).not.toContain('1000379');
    expect(JSON.stringify(lead.history)).toContain(`从台账《${LEDGER}》`);
    expect(cloud.logs()).not.toContain('1000379');
  });

  test('is remembered with its columns', async () => {
    const mapping = { name: LEDGER, headers: { date: '时间', text: '内容' }, keepContact: false };
    await must(cloud, clerk, 'panel.saveLedger', mapping);
    await must(cloud, clerk, 'panel.saveLedger', { ...mapping, keepContact: true });
    const { ledgers } = await must(cloud, clerk, 'panel.listLedgers', {});
    expect(ledgers).toEqual([{ ...mapping, keepContact: true }]);
  });
});

describe('rows that cannot be taken', () => {
  test('are rejected with their number and a sentence; the others of the piece come in', async () => {
    const rows: LedgerRow[] = [
      {
        row: 2,
        values: { date: '2025-05-01', text: '桥头的护栏断了。', name: '张三', phone: '10009990000' },
      },
      { row: 3, values: { date: '去年夏天', text: '没有日期的事。' } },
      { row: 4, values: { date: '2099-01-01', text: '将来的事。' } },
      { row: 5, values: { date: '2025-05-01', text: '' } },
      { row: 6, values: { date: '2025-05-01', text: '说不清采纳没有。', adopted: '研究研究' } },
      { row: 7, values: { date: '2025-05-01', text: '办结早于反映。', doneOn: '2025-04-01', solved: '是' } },
    ];
    const { outcomes } = await must(cloud, clerk, 'panel.importLedgerRows', {
      ledger: '另一本',
      rows,
      keepContact: false,
    });
    expect(outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'new'],
      [3, 'rejected'],
      [4, 'rejected'],
      [5, 'rejected'],
      [6, 'rejected'],
      [7, 'rejected'],
    ]);
    const stored = JSON.stringify(await cloud.documents('leads'));
    expect(stored).toContain('桥头的护栏断了');
    expect(stored).not.toContain('10009990000');
    expect(stored).not.toContain('没有日期的事');
  });

  test('come in with what the county does not know said beside them, before and after', async () => {
    const values = { date: '2025-05-02', text: '山路的护栏断了一截。', township: '火星镇', unit: '县外星局' };
    const input = { ledger: '第三本', rows: [{ row: 2, values }], keepContact: false };
    const before = await must(cloud, clerk, 'panel.checkLedgerRows', input);
    const after = await must(cloud, clerk, 'panel.importLedgerRows', input);
    for (const { outcomes } of [before, after]) {
      expect(outcomes).toMatchObject([{ outcome: 'new', isDoubtful: true }]);
      expect(outcomes[0]?.sentence).toMatch(/「已受理」。没有乡镇「火星镇」.*没有承办单位「县外星局」/);
    }
  });

  test('come in as still being handled where the matter is solved in part, with the ledger’s own words kept', async () => {
    const values = { date: '2025-05-03', text: '河堤上的路塌了两段。', solved: '部分解决' };
    const input = { ledger: '第四本', rows: [{ row: 2, values }], keepContact: false };
    const { outcomes } = await must(cloud, clerk, 'panel.importLedgerRows', input);
    expect(outcomes[0]?.sentence).toBe(
      '现在是「已受理」。解决情况写的是「部分解决」，按还在办理记，原话留着。',
    );
    const stored = JSON.stringify(await cloud.documents('leads'));
    expect(stored).toContain('第 2 行导入。台账上的解决情况：部分解决。');
  });

  test('say so where a name is too long to be kept whole, and only where names are kept', async () => {
    const values = { date: '2025-05-04', text: '水塔的门锁坏了。', name: '村民'.repeat(20) };
    const input = { ledger: '第五本', rows: [{ row: 2, values }] };
    const checked = (keepContact: boolean) =>
      must(cloud, clerk, 'panel.checkLedgerRows', { ...input, keepContact });
    expect((await checked(true)).outcomes[0]?.sentence).toContain('反映人有 40 个字，只记前 30 个字。');
    expect((await checked(false)).outcomes[0]).not.toHaveProperty('isDoubtful');
  });

  test('of more than a piece are refused whole', async () => {
    const rows = Array.from({ length: 26 }, (_, at) => ({
      row: at + 2,
      values: { date: '2025-05-01', text: `第 ${at} 件` },
    }));
    const input = { ledger: '另一本', rows, keepContact: false };
    expect((await refusalOf(cloud, clerk, 'panel.importLedgerRows', input)).code).toBe('INVALID_INPUT');
    const administrator = await signIn(cloud, officer('administrator'));
    const few = { ...input, rows: rows.slice(0, 2) };
    expect((await refusalOf(cloud, administrator, 'panel.importLedgerRows', few)).code).toBe('FORBIDDEN');
  });
});
