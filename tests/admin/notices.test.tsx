import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfficerNotice } from '@contract/actions';
import { aLead } from './support/builders';
import { fakePanel, openPanel, type Answer } from './support/fake-panel';

const LATE: OfficerNotice = {
  id: 'lead-1-4-group:staff',
  leadId: 'lead-1',
  number: 'SX2603-0001',
  text: '超期了：城关镇青山街社区，道路交通，受理期限是 2026-03-09。',
  at: '2026-03-09T10:00:00.000Z',
};
const DIGEST: OfficerNotice = {
  id: 'digest-410325-2026-03-10',
  leadId: '',
  number: '',
  text: '今天的线索：新来的 3 件，今天到期 2 件，已经超期 1 件。',
  at: '2026-03-10T00:30:00.000Z',
};

const open = (answer: () => Answer<'panel.listNotices'>) =>
  openPanel(fakePanel([aLead()], { 'panel.listNotices': answer }), '/leads');
const bell = () => screen.findByRole('button', { name: /^消息/ });
const read = async () => {
  fireEvent.click(await bell());
  return screen.findByRole('dialog', { name: '消息' });
};

describe('the bell', () => {
  beforeEach(() => window.localStorage.clear());
  afterEach(cleanup);

  it('counts what has not been looked at, marks it once, and counts what comes late as new', async () => {
    let items = [DIGEST];
    const { unmount } = open(() => ({ items }));
    expect(await screen.findByRole('button', { name: '消息 1 条新的' })).toBeDefined();
    const sheet = await read();
    expect(within(sheet).getByText('新')).toBeDefined();
    fireEvent.click(within(sheet).getByRole('button', { name: '关闭' }));
    expect(await screen.findByRole('button', { name: '消息' })).toBeDefined();
    unmount();
    // It tells of yesterday and was delivered only now.
    items = [DIGEST, LATE];
    open(() => ({ items }));
    expect(await screen.findByRole('button', { name: '消息 1 条新的' })).toBeDefined();
  });

  it('leads from a message to its lead, and from the day’s message to the groups of the day', async () => {
    open(() => ({ items: [DIGEST, LATE] }));
    const sheet = await read();
    const ways = within(sheet).getAllByRole('link');
    expect(ways.map((way) => [way.textContent, way.getAttribute('href')])).toEqual([
      ['新来的', '#/leads?group=new'],
      ['今天到期', '#/leads?group=today'],
      ['已超期', '#/leads?group=late'],
      ['打开 SX2603-0001', '#/leads/lead-1'],
    ]);
  });

  it('says that there is nothing, and what will come', async () => {
    open(() => ({ items: [] }));
    expect(within(await read()).getByText('还没有消息')).toBeDefined();
  });

  it('says what went wrong and asks again', async () => {
    let works = false;
    open(() =>
      works ? { items: [LATE] } : { code: 'UNAVAILABLE', message: '暂时连不上，请过一会儿再试。' },
    );
    const sheet = await read();
    const again = await within(sheet).findByRole('button', { name: '再试一次' });
    works = true;
    fireEvent.click(again);
    expect(await within(sheet).findByText(LATE.text)).toBeDefined();
  });
});
