import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { OutcomeList } from '../../src/admin/features/directory/import/outcome-list';

afterEach(cleanup);

const rows = (count: number, outcome: string) =>
  Array.from({ length: count }, (_, at) => ({
    row: at + 2,
    name: '路灯坏了',
    outcome,
    words: '',
    sentence: '',
  }));

describe('a long table of rows', () => {
  it('says how many are not listed, and sends nobody to the rejects for rows that come in', () => {
    render(<OutcomeList rows={rows(380, 'new')} />);
    expect(screen.getByText('只列出前 100 行，还有 280 行。')).toBeTruthy();
  });

  it('says where the rejected ones are that are not listed', () => {
    render(<OutcomeList rows={rows(120, 'rejected')} />);
    expect(screen.getByText(/还有 20 行。不能导入的，点「下载没有导入的行」看全部。/)).toBeTruthy();
  });
});
