import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { BulkInput } from '@contract/bulk';
import type { OfficerLeadView } from '@contract/lead-views';
import type { SavedView } from '@contract/views';
import { aLead, CALM_DAY, CLERK } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

/** Four leads; the third is past accepting. */
const fourLeads = (): OfficerLeadView[] =>
  [1, 2, 3, 4].map((number) =>
    aLead({
      id: `lead-${number}`,
      number: `260309-00000${number}`,
      version: number + 10,
      ...(number === 3 ? { status: 'inProgress', allowed: ['addNote'] } : {}),
    }),
  );
const done = ({ items }: BulkInput) => ({
  outcomes: items.map(({ leadId }) => ({ leadId, done: true as const })),
});
/** One of them is refused, the others are done. */
const refusing = (refused: string, { items }: BulkInput) => ({
  outcomes: items.map(({ leadId }) =>
    leadId === refused
      ? { leadId, done: false as const, code: 'VERSION_CONFLICT' as const, message: '刚才有人改过。' }
      : { leadId, done: true as const },
  ),
});
const open = async (answers: Parameters<typeof fakePanel>[1] = {}, address = '/leads') => {
  const panel = fakePanel(fourLeads(), { 'panel.bulk': done, ...answers });
  openPanel(panel, address);
  await screen.findAllByRole('link', { name: /^260309-/ });
  const given = () => panel.asked.filter(({ action }) => action === 'panel.bulk');
  return { panel, given };
};
const press = (...keys: string[]): void => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};
const boxes = (): HTMLInputElement[] =>
  screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^选中 26/ });
const chosen = (): number => boxes().filter(({ checked }) => checked).length;

describe('the day at a glance', () => {
  it('shows every group with its figure, each a link to its list', async () => {
    const groupCounts = { new: 4, mine: 40, today: 1, late: 12, waiting: 66 };
    await open({
      'panel.getQueueFigures': () => ({ total: 4, statusCounts: {}, groupCounts, markCounts: {} }),
    });
    const day = screen.getByRole('navigation', { name: '今天' });
    const links = within(day).getAllByRole('link');
    expect(links.map((link) => link.querySelector('.day-group__count')?.textContent)).toEqual([
      '4',
      '40',
      '1',
      '12',
      '66',
    ]);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['new', 'mine', 'today', 'late', 'waiting'].map((group) => `#/leads?group=${group}`),
    );
  });

  it('tells what waits for a liaison whom a township does not have, with a way to it', async () => {
    const figures = { total: 4, statusCounts: {}, groupCounts: CALM_DAY };
    await open({ 'panel.getQueueFigures': () => ({ ...figures, markCounts: { unmanned: 3 } }) });
    const day = screen.getByRole('navigation', { name: '今天' });
    expect(day.textContent).toContain('另有 3 条在空着联络员的乡镇，没有别人能受理，请机关直接办。');
    expect(within(day).getByRole('link', { name: '看这 3 条' }).getAttribute('href')).toBe(
      '#/leads?mark=unmanned',
    );
  });

  it('is walked by g and a letter, and the address follows', async () => {
    await open();
    press('g', 'l');
    await waitFor(() => expect(window.location.hash).toBe('#/leads?group=late'));
    press('g', 'm');
    await waitFor(() => expect(window.location.hash).toBe('#/leads?group=mine'));
    press('g', 'a');
    await waitFor(() => expect(window.location.hash).toBe('#/leads'));
  });

  it('lets somebody with several offices look from one of them, and keeps it in the address', async () => {
    const grants = [
      { role: 'liaison', townshipId: 't1' } as const,
      { role: 'unitOfficer', unitId: 'u1' } as const,
    ];
    const { panel } = await open({ 'panel.getMe': () => ({ ...CLERK, grants }) });
    const office = await screen.findByRole('combobox', { name: '以哪个身份看' });
    fireEvent.change(office, { target: { value: 'unitOfficer:u1' } });
    await waitFor(() => expect(window.location.hash).toBe('#/leads?as=unitOfficer%3Au1'));
    await waitFor(() =>
      expect(panel.asked.filter(({ action }) => action === 'panel.listQueue').at(-1)?.input).toMatchObject({
        as: 'unitOfficer:u1',
      }),
    );
    press('g', 'n');
    await waitFor(() => expect(window.location.hash).toBe('#/leads?group=new&as=unitOfficer%3Au1'));
  });
});

describe('choosing rows', () => {
  it('takes one with x, and all up to here with shift and x', async () => {
    await open();
    press('j', 'x');
    expect(chosen()).toBe(1);
    press('j', 'j', 'X');
    expect(chosen()).toBe(3);
    expect(screen.getByText('已选 3 条', { selector: '[role="status"]' })).toBeTruthy();
    press('Escape');
    expect(chosen()).toBe(0);
  });

  it('offers a command only while every chosen lead allows it', async () => {
    const { given } = await open();
    press('j', 'x', 'j', 'j', 'X');
    const bar = screen.getByRole('region', { name: '选中的线索' });
    expect(within(bar).queryByRole('button', { name: '受理' })).toBeNull();
    fireEvent.click(within(bar).getByRole('button', { name: '只留能受理的 2 条' }));
    expect(chosen()).toBe(2);
    fireEvent.click(within(bar).getByRole('button', { name: '受理' }));
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    await waitFor(() => expect(given()).toHaveLength(1));
    expect(given()[0]?.input).toEqual({
      command: 'acceptLead',
      words: {},
      items: [
        { leadId: 'lead-1', version: 11 },
        { leadId: 'lead-2', version: 12 },
      ],
    });
  });

  it('asks for the words of a command that needs them, once for all', async () => {
    const { given } = await open();
    fireEvent.click(boxes()[0] as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: '不属受理范围' }));
    const sheet = await screen.findByRole('dialog', { name: '不属受理范围 1 条' });
    fireEvent.click(within(sheet).getByRole('button', { name: '不属受理范围 1 条' }));
    expect(within(sheet).getByText('请选一个。')).toBeTruthy();
    fireEvent.change(within(sheet).getByLabelText('该去哪里'), { target: { value: 'court' } });
    fireEvent.change(within(sheet).getByLabelText('跟群众说明'), { target: { value: '由法院判。' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '不属受理范围 1 条' }));
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    await waitFor(() =>
      expect(given()[0]?.input).toMatchObject({ words: { door: 'court', note: '由法院判。' } }),
    );
  });
});

describe('an order for many', () => {
  it('is held, and z takes it back before anything was sent', async () => {
    const { given } = await open();
    press('j', 'a');
    expect(await screen.findByText('受理 1 条')).toBeTruthy();
    press('z');
    await waitFor(() => expect(screen.queryByText('受理 1 条')).toBeNull());
    expect(given()).toEqual([]);
  });

  it('gives the chosen rows back with z, and the keyboard its place', async () => {
    const { given } = await open();
    press('j', 'x', 'j', 'x');
    fireEvent.click(screen.getByRole('button', { name: '受理' }));
    await screen.findByText('受理 2 条');
    expect(chosen()).toBe(0);
    screen.getByRole('button', { name: '撤销' }).focus();
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(chosen()).toBe(2);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '选中的线索' }));
    press('a');
    await screen.findByText('受理 2 条');
    expect(given()).toEqual([]);
  });

  it('accepts nothing that nobody went to', async () => {
    const { given } = await open();
    press('a');
    expect(screen.queryByText('受理 1 条')).toBeNull();
    expect(given()).toEqual([]);
  });

  it('is sent off by the next one, each under a request id of its own', async () => {
    const { given } = await open();
    press('j', 'a');
    await screen.findByText('受理 1 条');
    expect(document.activeElement?.textContent).toBe('260309-000002');
    press('a');
    await waitFor(() => expect(given()).toHaveLength(1));
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    await waitFor(() => expect(given()).toHaveLength(2));
    expect(new Set(given().map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('is sent when the page is left', async () => {
    const { given } = await open();
    press('j', 'a');
    await screen.findByText('受理 1 条');
    fireEvent.click(screen.getByRole('link', { name: '260309-000003' }));
    await screen.findByRole('heading', { name: '260309-000003' });
    await waitFor(() => expect(given()).toHaveLength(1));
  });

  it('lists what was not done with its reason, and leaves the rest done', async () => {
    const message = '刚才李静（政协机关）改过：备注：先问问村里。请打开看过再办。';
    await open({
      'panel.bulk': ({ items }) => ({
        outcomes: items.map(({ leadId }) =>
          leadId === 'lead-2'
            ? { leadId, done: false as const, code: 'VERSION_CONFLICT' as const, message }
            : { leadId, done: true as const },
        ),
      }),
    });
    press('j', 'x', 'j', 'x', 'a');
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    const sheet = await screen.findByRole('dialog', { name: '1 条没有办成' });
    expect(within(sheet).getByText(message)).toBeTruthy();
    expect(within(sheet).getByText(/其余 1 条已受理/)).toBeTruthy();
    expect(within(sheet).getByRole('link', { name: '260309-000002' })).toBeTruthy();
  });

  it('says what was not done also where the next order was given meanwhile, and after it', async () => {
    const { given } = await open({ 'panel.bulk': (input) => refusing('lead-1', input) });
    press('j', 'a');
    await screen.findByText('受理 1 条');
    press('a');
    await waitFor(() => expect(given()).toHaveLength(1));
    expect(screen.queryByRole('dialog', { name: '1 条没有办成' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    const sheet = await screen.findByRole('dialog', { name: '1 条没有办成' });
    expect(within(sheet).getByRole('link', { name: '260309-000001' })).toBeTruthy();
    expect(given()).toHaveLength(2);
  });

  it('can be gone on with where no answer came and the next order was given meanwhile', async () => {
    const { given } = await open({
      'panel.bulk': (input) =>
        input.items.some(({ leadId }) => leadId === 'lead-1') && given().length === 1 ? 'lost' : done(input),
    });
    press('j', 'a');
    await screen.findByText('受理 1 条');
    press('a');
    await waitFor(() => expect(given()).toHaveLength(1));
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    fireEvent.click(await screen.findByRole('button', { name: '接着发' }));
    await waitFor(() => expect(given()).toHaveLength(3));
    expect(given()[2]?.requestId).toBe(given()[0]?.requestId);
  });

  it('says what was not done also to somebody who has left the page', async () => {
    await open({ 'panel.bulk': (input) => refusing('lead-1', input) });
    press('j', 'a');
    await screen.findByText('受理 1 条');
    fireEvent.click(screen.getByRole('link', { name: '260309-000003' }));
    await screen.findByRole('heading', { name: '260309-000003' });
    expect(await screen.findByText('1 条没有受理成，原样没动，请回到待办再看。')).toBeTruthy();
  });

  it('keeps its request id when the answer was lost and it is sent again', async () => {
    let isDown = true;
    const { given } = await open({ 'panel.bulk': (input) => (isDown ? 'lost' : done(input)) });
    press('j', 'a');
    fireEvent.click(await screen.findByRole('button', { name: '现在就发' }));
    const again = await screen.findByRole('button', { name: '接着发' });
    isDown = false;
    fireEvent.click(again);
    await waitFor(() => expect(given()).toHaveLength(2));
    expect(given()[0]?.requestId).toBe(given()[1]?.requestId);
  });
});

describe('lists of one’s own', () => {
  it('are kept under a name with the filter, deleted, and put back', async () => {
    let views: SavedView[] = [];
    await open(
      {
        'panel.listViews': () => ({ views }),
        'panel.saveView': (view) => ({ views: (views = [...views, view]) }),
        'panel.deleteView': ({ id }) => ({ views: (views = views.filter((view) => view.id !== id)) }),
      },
      '/leads?group=late',
    );
    fireEvent.click(screen.getByRole('button', { name: /存下这个名单/ }));
    fireEvent.change(screen.getByRole('textbox', { name: '名单叫什么' }), { target: { value: '先催这些' } });
    fireEvent.click(screen.getByRole('button', { name: '存下' }));
    const chip = await screen.findByRole('link', { name: '先催这些' });
    expect(chip.getAttribute('href')).toBe('#/leads?group=late');
    expect(views).toMatchObject([{ name: '先催这些', filter: { group: 'late' } }]);
    fireEvent.click(screen.getByRole('button', { name: '整理' }));
    const [kept] = views;
    fireEvent.click(await screen.findByRole('button', { name: /^删除/ }));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(views).toEqual([kept]));
  });
});

describe('the page of a lead', () => {
  it('says who else has it open', async () => {
    openPanel(fakePanel([aLead()], { 'panel.seeLead': () => ({ others: ['裴瑞芳'] }) }), '/leads/lead-1');
    expect(await screen.findByText('裴瑞芳也在看')).toBeTruthy();
  });
});

it('an empty group says so in its own words', async () => {
  openPanel(
    fakePanel([], {
      'panel.getQueueFigures': () => ({
        total: 0,
        statusCounts: {},
        groupCounts: CALM_DAY,
        markCounts: {},
      }),
    }),
    '/leads?group=late',
  );
  expect(await screen.findByText('没有超期的')).toBeTruthy();
});
