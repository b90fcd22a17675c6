import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakePanel, openPanel } from './support/fake-panel';
import { LEADER, QUARTER, STATISTICS } from './support/builders';

afterEach(cleanup);

const panel = () =>
  fakePanel([], { 'panel.getStatistics': ({ period }) => (period ? { ...QUARTER, period } : STATISTICS) });

describe('the figures of a quarter', () => {
  it('say what is counted, open lists of the quarter, and stand beside those of the one before', async () => {
    openPanel(panel(), '/statistics?period=2026-Q1');
    expect(await screen.findByText(/2026年第一季度里收到的线索，到现在各办到哪一步/)).toBeTruthy();
    const adopted = document.querySelector('[data-figure="adopted"]');
    expect(adopted?.getAttribute('href')).toBe('#/leads?measure=adopted&period=2026-Q1');
    expect(screen.getByText('2025年第四季度 50 条（16.7%）')).toBeTruthy();
    const late = screen.getByRole('link', { name: '超过期限 12 条，打开名单' });
    expect(late.getAttribute('href')).toBe('#/leads?trait=late&period=2026-Q1');
  });

  it('have a table behind every chart: heard at once, with links once it is opened', async () => {
    openPanel(panel(), '/statistics');
    const [months] = await screen.findAllByRole('table', { name: '月份' });
    expect(months?.querySelectorAll('a')).toHaveLength(0);
    expect(months?.textContent).toContain('2026年3月');
    const [open] = screen.getAllByRole('button', { name: '看表格、开名单' });
    if (open) fireEvent.click(open);
    expect(screen.getAllByRole('table', { name: '月份' })[0]?.querySelectorAll('a')).toHaveLength(3);
  });

  it('open the leads that took just so many days', async () => {
    openPanel(panel(), '/statistics');
    const [days] = await screen.findAllByRole('button', { name: '逐天看' });
    if (days) fireEvent.click(days);
    const link = screen.getByRole('link', { name: '受理用了 3 天 1 条，打开名单' });
    expect(link.getAttribute('href')).toBe('#/leads?pace=accept&days=3');
  });
});

describe('the overview', () => {
  it('is where a leader begins, and every number of it opens its list', async () => {
    openPanel(
      fakePanel([], {
        'panel.getMe': () => LEADER,
      }),
      '/',
    );
    const promised = await screen.findByRole('link', { name: '承诺的日子已过 1 条，打开名单' });
    expect(promised.getAttribute('href')).toBe('#/leads?group=late&trait=promised');
    expect(screen.getByRole('link', { name: '收到 380 条，打开名单' }).getAttribute('href')).toBe(
      '#/leads?measure=received',
    );
  });
});

describe('the one-page report', () => {
  it('prints figures with denominators, changes, the organ and the date', async () => {
    openPanel(panel(), '/report?period=2026-Q1');
    expect(await screen.findByRole('heading', { name: '2026年第一季度群众线索办理情况' })).toBeTruthy();
    expect(screen.getByText('15.8%（÷ 380）')).toBeTruthy();
    expect(screen.getByText('政协嵩县委员会办公室')).toBeTruthy();
    const adopted = screen.getByRole('link', { name: '采纳 60 条，打开名单' });
    expect(adopted.getAttribute('href')).toBe('#/leads?measure=adopted&period=2026-Q1');
  });
});
