import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DIMENSIONS, MEASURES } from '@contract/statistics';
import { fakePanel, openPanel } from './support/fake-panel';
import { STATISTICS } from './support/builders';

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
    const rows = DIMENSIONS.reduce((sum, dimension) => sum + STATISTICS.tables[dimension].length, 0);
    expect(screen.getAllByRole('link', { name: /，.* 条$/ })).toHaveLength(rows * MEASURES.length);
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
