import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MEASURES, TABLE_DIMENSIONS, type Dimension, type StatisticsRow } from '@contract/statistics';
import { fakePanel, openPanel } from './support/fake-panel';
import { CODE_FIGURES, STATISTICS } from './support/builders';

afterEach(cleanup);

describe('the statistics page', () => {
  it('prints both ratios with their denominators', async () => {
    openPanel(fakePanel(), '/statistics');
    expect(await screen.findByText('采纳率 15.8%，60 ÷ 380')).toBeTruthy();
    expect(screen.getByText('解决率 7.4%，28 ÷ 380')).toBeTruthy();
  });

  it('makes every figure of the funnel a link to the list it counts', async () => {
    openPanel(fakePanel(), '/statistics');
    await screen.findByText(/采纳率/);
    for (const measure of MEASURES) {
      const link = document.querySelector(`[data-figure="${measure}"]`);
      expect(link?.textContent).toBe(String(STATISTICS.funnel[measure]));
      expect(link?.getAttribute('href')).toBe(`#/leads?measure=${measure}`);
    }
  });

  it('makes every number of every table a link to the list it counts', async () => {
    openPanel(fakePanel(), '/statistics');
    const adopted = await screen.findByRole('link', { name: '城关镇，采纳 40 条' });
    expect(adopted.getAttribute('href')).toBe('#/leads?measure=adopted&dimension=township&dimensionId=t1');
    const rows = TABLE_DIMENSIONS.reduce((sum, dimension) => sum + STATISTICS.tables[dimension].length, 0);
    expect(screen.getAllByRole('link', { name: /，.* 条$/ })).toHaveLength(rows * MEASURES.length);
  });

  it('fetches the figures of codes when somebody wants them, each a link to its list, and says so when they do not come', async () => {
    let isDown = true;
    const panel = fakePanel([], {
      'panel.getCodeFigures': () =>
        isDown ? { code: 'UNAVAILABLE', message: '系统忙，请稍后再试。' } : CODE_FIGURES,
    });
    openPanel(panel, '/statistics');
    const open = await screen.findByRole('button', { name: '看每个码各收到多少' });
    expect(panel.asked.some(({ action }) => action === 'panel.getCodeFigures')).toBe(false);
    fireEvent.click(open);
    const again = await screen.findByRole('button', { name: '再试一次' });
    isDown = false;
    fireEvent.click(again);
    const adopted = await screen.findByRole('link', { name: '城关镇安康社区，采纳 40 条' });
    expect(adopted.getAttribute('href')).toBe(
      '#/leads?measure=adopted&dimension=code&dimensionId=4103251000018',
    );
  });

  it('says in words that nothing came in a period, with no bare frame and no made-up number', async () => {
    const none = Object.fromEntries(TABLE_DIMENSIONS.map((one) => [one, []])) as unknown as Record<
      Dimension,
      StatisticsRow[]
    >;
    const empty = { ...STATISTICS, tables: none, quality: { township: [], unit: [] } };
    openPanel(fakePanel([], { 'panel.getStatistics': () => empty }), '/statistics');
    expect(await screen.findByText('这段时间没有收到线索。')).toBeTruthy();
    expect(screen.getAllByText('这段时间没有。')).toHaveLength(2);
  });

  it('draws a month in which nothing came as a nought between the others, not left out', async () => {
    const months = STATISTICS.months
      .slice(0, 1)
      .flatMap((row) => ['2026-03', '2025-11'].map((id) => ({ ...row, id, name: id })));
    openPanel(fakePanel([], { 'panel.getStatistics': () => ({ ...STATISTICS, months }) }), '/statistics');
    const line = await screen.findByRole('region', { name: '每个月' });
    const drawn = within(line)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    expect(drawn).toEqual(['2026年3月', '2026年2月', '2026年1月', '2025年12月', '2025年11月']);
  });

  it('hides the way to the figures from whom they are refused, and says so at the address itself', async () => {
    const panel = fakePanel([], {
      'panel.getStatistics': () => ({ code: 'FORBIDDEN', message: '您没有权限做这件事。' }),
    });
    openPanel(panel, '/statistics');
    expect(await screen.findByText('这一页不在您的权限里')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('link', { name: '统计' })).toBeNull());
  });
});
