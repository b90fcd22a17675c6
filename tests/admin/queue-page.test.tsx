import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutOfScopeSuspicion } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import { aLead, rowOf } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

const threeLeads = (): OfficerLeadView[] =>
  ['lead-1', 'lead-2', 'lead-3'].map((id, index) =>
    aLead({ id, number: `260309-00000${index + 1}`, overdue: index === 1 }),
  );
const rowLinks = (): Promise<HTMLElement[]> => screen.findAllByRole('link', { name: /^260309-/ });
const lastAsked = (panel: ReturnType<typeof fakePanel>): unknown =>
  panel.asked.filter(({ action }) => action === 'panel.listQueue').at(-1)?.input;

describe('the way back from a lead', () => {
  const openThird = async (): Promise<void> => {
    const third = (await rowLinks())[2];
    if (!third) throw new Error('the third row is missing');
    fireEvent.click(third);
    await screen.findByRole('heading', { name: '260309-000003' });
  };
  const focused = (): string | null => document.activeElement?.textContent ?? null;

  it('leads to the row that was left, by the link and by the browser alike', async () => {
    openPanel(fakePanel(threeLeads()), '/leads?status=routed');
    await openThird();
    fireEvent.click(screen.getByRole('link', { name: '← 回到名单' }));
    await rowLinks();
    await waitFor(() => expect(focused()).toBe('260309-000003'));
    await openThird();
    window.history.back();
    await rowLinks();
    await waitFor(() => expect(focused()).toBe('260309-000003'));
  });

  it('leads to the row of the lead read last, when one lead led to the next', async () => {
    openPanel(fakePanel(threeLeads()), '/leads');
    await openThird();
    fireEvent.keyDown(document.body, { key: 'k' });
    await screen.findByRole('heading', { name: '260309-000002' });
    fireEvent.keyDown(document.body, { key: 'u' });
    await rowLinks();
    await waitFor(() => expect(focused()).toBe('260309-000002'));
  });

  it('ends with another list, which begins at its top', async () => {
    openPanel(fakePanel(threeLeads()), '/leads?status=accepted');
    await openThird();
    const { scrollTo } = window;
    const went: unknown[] = [];
    window.scrollTo = (...to: unknown[]) => void went.push(to);
    fireEvent.click(screen.getByRole('link', { name: '线索' }));
    const links = await rowLinks();
    expect(links).not.toContain(document.activeElement);
    expect(went).toEqual([[0, 0]]);
    went.length = 0;
    fireEvent.click(screen.getByRole('link', { name: /^已分派/ }));
    await waitFor(() => expect(went).toEqual([[0, 0]]));
    window.scrollTo = scrollTo;
  });
});

describe('the queue', () => {
  it('asks for exactly the filter that stands in the address', async () => {
    const panel = fakePanel(threeLeads());
    openPanel(panel, '/leads?measure=adopted&dimension=township&dimensionId=t1');
    await rowLinks();
    expect(lastAsked(panel)).toEqual({
      measure: 'adopted',
      dimension: 'township',
      dimensionId: 't1',
      limit: 30,
    });
    expect(screen.getByRole('button', { name: /乡镇：城关镇/ })).toBeTruthy();
  });

  it('marks the one lead that may be an emergency, and no other', async () => {
    const [first, ...others] = threeLeads();
    const danger: OutOfScopeSuspicion = { kind: 'emergency', door: 'ambulance', words: ['昏迷'], note: '' };
    if (!first?.route) throw new Error('the sample lead has a route');
    const urgent = { ...first, route: { ...first.route, outOfScope: danger } };
    openPanel(fakePanel([urgent, ...others]), '/leads');
    await rowLinks();
    const marks = screen.getAllByText('可能是急事');
    expect(marks.map((mark) => mark.closest('tr')?.textContent)).toEqual([
      expect.stringContaining('260309-000001'),
    ]);
  });

  it('does not send on words in the address that mean nothing', async () => {
    const panel = fakePanel(threeLeads());
    openPanel(panel, '/leads?status=nonsense&measure=%24ne&dimension=township');
    await rowLinks();
    expect(lastAsked(panel)).toEqual({ limit: 30 });
  });

  it('writes a chosen condition into the address and takes it away again', async () => {
    const panel = fakePanel(threeLeads());
    openPanel(panel, '/leads?status=routed');
    await rowLinks();
    fireEvent.change(screen.getByRole('combobox', { name: /按乡镇/ }), { target: { value: 'category/k2' } });
    await waitFor(() =>
      expect(window.location.hash).toBe('#/leads?status=routed&dimension=category&dimensionId=k2'),
    );
    fireEvent.click(await screen.findByRole('button', { name: /类别：供水供电/ }));
    await waitFor(() => expect(window.location.hash).toBe('#/leads?status=routed'));
  });

  it('is worked by keyboard: j and k move, / goes to the number search, ? explains', async () => {
    openPanel(fakePanel(threeLeads()), '/leads');
    const links = await rowLinks();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).toBe(links[0]);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(links[2]);
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(document.activeElement).toBe(links[1]);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByPlaceholderText('输入编号查找'));
    (document.activeElement as HTMLElement).blur();
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('dialog', { name: '键盘用法' })).toBeTruthy();
  });

  it('says the whole length of the list and fetches the next page with the cursor', async () => {
    const leads = threeLeads();
    const panel = fakePanel(leads, {
      'panel.listQueue': ({ cursor }) => ({
        items: (cursor ? leads.slice(2) : leads.slice(0, 2)).map(rowOf),
        nextCursor: cursor ? null : 'after-2',
      }),
    });
    openPanel(panel, '/leads');
    expect(await rowLinks()).toHaveLength(2);
    expect(screen.getByText('已列出 2 条，共 3 条')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    await waitFor(() => expect(screen.getAllByRole('link', { name: /^260309-/ })).toHaveLength(3));
    expect(lastAsked(panel)).toEqual({ limit: 30, cursor: 'after-2' });
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();
  });

  it('says so when nothing matches and leads back to everything', async () => {
    openPanel(fakePanel([]), '/leads?number=260309-999999');
    expect(await screen.findByText('没有编号是 260309-999999 的线索')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看全部线索' }));
    await waitFor(() => expect(window.location.hash).toBe('#/leads'));
  });

  it('offers another try when the system is busy, and none when it is forbidden', async () => {
    let isBusy = true;
    const leads = threeLeads();
    const panel = fakePanel(leads, {
      'panel.listQueue': () =>
        isBusy
          ? { code: 'UNAVAILABLE', message: '系统暂时忙，内容没有丢，请稍后再试。' }
          : { items: leads.map(rowOf), nextCursor: null },
    });
    openPanel(panel, '/leads');
    const again = await screen.findByRole('button', { name: '再试一次' });
    isBusy = false;
    fireEvent.click(again);
    expect(await rowLinks()).toHaveLength(3);
    cleanup();
    openPanel(
      fakePanel([], { 'panel.listQueue': () => ({ code: 'FORBIDDEN', message: '您没有权限做这件事。' }) }),
      '/leads',
    );
    expect(await screen.findByText('您没有权限做这件事。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  });
});
