import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerRow } from '@contract/ledger';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

const ROWS = 30;
const csv = (): File => {
  const lines = Array.from({ length: ROWS }, (_, at) => `2025-05-01,第 ${at + 1} 盏路灯坏了`);
  const file = new File([['时间,内容', ...lines].join('\n')], '旧台账.csv');
  // jsdom's files cannot be read as bytes.
  file.arrayBuffer = () =>
    Promise.resolve(new TextEncoder().encode(['时间,内容', ...lines].join('\n')).buffer);
  return file;
};
const isNew = ({ rows }: { rows: LedgerRow[] }) => ({
  outcomes: rows.map(({ row }) => ({ row, outcome: 'new' as const, sentence: '导入后是「已受理」' })),
});

describe('an old ledger that was looked at only in part', () => {
  it('is not offered with the number of that part, for the whole would come in', async () => {
    let isDown = true;
    const panel = fakePanel([], {
      'panel.listLedgers': () => ({ ledgers: [] }),
      'panel.checkLedgerRows': (input) => (isDown && input.rows.length < 25 ? 'lost' : isNew(input)),
    });
    openPanel(panel, '/directory/ledger');
    const picker = await screen.findByLabelText('选择表格文件');
    fireEvent.change(picker, { target: { files: [csv()] } });
    fireEvent.click(await screen.findByRole('button', { name: '先看一遍' }));
    await screen.findByRole('alert');
    expect(screen.getByText('新线索', { selector: '.import__count' }).textContent).toBe('25 新线索');
    expect(screen.queryByRole('button', { name: /^导入 \d+ 条$/ })).toBeNull();
    expect(screen.getByText(`只看了前 25 行，还有 5 行没有看。看完全部才能导入。`)).toBeTruthy();
    isDown = false;
    fireEvent.click(screen.getByRole('button', { name: '先看一遍' }));
    await waitFor(() => expect(screen.getByRole('button', { name: `导入 ${ROWS} 条` })).toBeTruthy());
  });
});
