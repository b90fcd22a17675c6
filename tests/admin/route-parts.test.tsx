import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Route } from '@contract/lead';
import { aLead } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

const unsure = (route: Partial<Route> = {}): OfficerLeadView => {
  const { route: standing, ...lead } = aLead();
  if (!standing) throw new Error('the sample lead has a route');
  return {
    ...lead,
    version: 3,
    allowed: ['confirmRoute', 'rerouteLead', 'markOutOfScope'],
    route: { ...standing, certain: false, ...route },
  };
};
const confirmed = (lead: OfficerLeadView): OfficerLeadView => ({
  ...lead,
  version: 4,
  allowed: ['rerouteLead'],
});
const opened = (lead: OfficerLeadView) => {
  const panel = fakePanel([lead], { 'panel.confirmRoute': () => confirmed(lead) });
  openPanel(panel, '/leads/lead-1');
  return { panel, asked: () => panel.asked.find(({ action }) => action === 'panel.confirmRoute') };
};

describe('a lead the rules were not sure of', () => {
  it('offers the candidates with share and words, and one tap confirms', async () => {
    const { asked } = opened(unsure());
    const list = await screen.findByRole('list', { name: '可能的类别' });
    const [first, second] = within(list).getAllByRole('button');
    expect(first?.textContent).toMatch(/道路交通.*约 62%.*因为说到「积水」/);
    expect(second?.textContent).toMatch(/供水供电.*约 21%/);
    fireEvent.click(second as HTMLElement);
    expect(await screen.findByText(/类别已确认/)).toBeTruthy();
    expect(asked()?.input).toEqual({ leadId: 'lead-1', version: 3, categoryId: 'k2' });
    expect(screen.queryByRole('list', { name: '可能的类别' })).toBeNull();
  });

  it('is confirmed by the number of a candidate on the keyboard, and by no other number', async () => {
    const { asked } = opened(unsure());
    await screen.findByRole('list', { name: '可能的类别' });
    fireEvent.keyDown(window, { key: '3' });
    expect(asked()).toBeUndefined();
    fireEvent.keyDown(window, { key: '1' });
    expect(await screen.findByText(/类别已确认/)).toBeTruthy();
    expect(asked()?.input).toMatchObject({ categoryId: 'k1' });
  });

  it('offers nothing of less than 5 %, neither to a tap nor to a key', async () => {
    const candidates = [
      { categoryId: 'k1', probability: 0.62, words: ['积水'] },
      { categoryId: 'k2', probability: 0.04, words: [] },
    ];
    const { asked } = opened(unsure({ candidates }));
    const list = await screen.findByRole('list', { name: '可能的类别' });
    expect(within(list).getAllByRole('button')).toHaveLength(1);
    fireEvent.keyDown(window, { key: '2' });
    expect(asked()).toBeUndefined();
  });

  it('of which nothing is likely is left to the form for any other category', async () => {
    const candidates = [{ categoryId: 'k1', probability: 0.02, words: [] }];
    const { asked } = opened(unsure({ candidates, categoryId: 'other', rule: 'countyDesk' }));
    fireEvent.keyDown(window, { key: '1' });
    expect(await screen.findByRole('button', { name: '是别的类别' })).toBeTruthy();
    expect(screen.queryByRole('list', { name: '可能的类别' })).toBeNull();
    expect(screen.queryByRole('button', { name: /都不是/ })).toBeNull();
    fireEvent.keyDown(window, { key: '1' });
    expect(asked()).toBeUndefined();
  });

  it('can be left where it stands when it is none of them', async () => {
    const { asked } = opened(unsure({ categoryId: 'other', rule: 'countyDesk' }));
    fireEvent.click(await screen.findByRole('button', { name: /都不是，就归/ }));
    expect(await screen.findByText(/类别已确认/)).toBeTruthy();
    expect(asked()?.input).toMatchObject({ categoryId: 'other' });
  });

  it('is not repeated among the other commands, and asks nothing of those who may not confirm', async () => {
    opened(unsure());
    const commands = await screen.findByRole('region', { name: '可以办的事' });
    expect(within(commands).queryByRole('button', { name: '确认类别' })).toBeNull();
    cleanup();
    opened({ ...unsure(), allowed: [] });
    await screen.findByText('为什么分到这里');
    expect(screen.queryByRole('list', { name: '可能的类别' })).toBeNull();
  });
});

describe('a lead that sounds like a matter for another door', () => {
  it('says which, why, and opens the form with door and note filled in', async () => {
    opened(
      unsure({
        outOfScope: { kind: 'lawsuit', door: 'court', words: ['起诉'], note: '打官司请找法院。' },
      }),
    );
    expect(await screen.findByText(/听起来像官司和法律问题/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '告诉群众去那里' }));
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByLabelText<HTMLSelectElement>('该去哪里').value).toBe('court');
    expect(within(sheet).getByDisplayValue('打官司请找法院。')).toBeTruthy();
  });
});

describe('why a lead came here', () => {
  it('is told when asked for: then, since, and what today’s table would do', async () => {
    const names = { category: '道路交通', sector: '经济界', committee: '', units: [], township: '城关镇' };
    const panel = fakePanel([aLead()], {
      'panel.explainRoute': () => ({
        then: { names, reasons: ['群众说到「积水」，按县里的词表归「道路交通」。'] },
        since: '工作人员看过，仍归「道路交通」。',
        today: { names: { ...names, category: '城乡建设' }, reasons: ['地点来自扫码：城关镇。'] },
        differs: true,
        differences: ['类别会从「道路交通」变为「城乡建设」。'],
      }),
    });
    openPanel(panel, '/leads/lead-1');
    const summary = await screen.findByText(/当时为什么这样分/);
    expect(panel.asked.some(({ action }) => action === 'panel.explainRoute')).toBe(false);
    const details = summary.closest('details');
    if (!details) throw new Error('the explanation can be opened');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(await screen.findByText('类别会从「道路交通」变为「城乡建设」。')).toBeTruthy();
    expect(screen.getByText('工作人员看过，仍归「道路交通」。')).toBeTruthy();
    expect(screen.getByText('群众说到「积水」，按县里的词表归「道路交通」。')).toBeTruthy();
  });
});
