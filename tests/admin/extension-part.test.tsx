import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OfficerLeadView } from '@contract/lead-views';
import { aLead } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

/** A lead whose unit asks for eight more days, as the desk reads it. */
const asking = (changes: Partial<OfficerLeadView> = {}): OfficerLeadView =>
  aLead({
    version: 7,
    status: 'inProgress',
    handOverUnitName: '县住房和城乡建设局',
    extensionAsked: { workingDays: 8, reason: '灯头要从省城调货。', at: '2026-03-10T01:00:00.000Z' },
    allowed: ['extendDeadline', 'refuseExtension', 'addNote'],
    ...changes,
  });
const part = async (): Promise<HTMLElement> =>
  (await screen.findByRole('heading', { name: '申请延期' })).closest('section') as HTMLElement;
const press = async (name: string): Promise<HTMLElement> => {
  fireEvent.click(within(await part()).getByRole('button', { name }));
  return screen.findByRole('dialog');
};

describe('a unit that asks for more time', () => {
  it('stands on the lead in one line, with who asks, how much and why, and both answers', async () => {
    openPanel(fakePanel([asking()]), '/leads/lead-1');
    const shown = within(await part());
    expect(shown.getByText('县住房和城乡建设局申请延期 8 个工作日：灯头要从省城调货。')).toBeTruthy();
    expect(shown.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '延期',
      '不同意延期',
    ]);
  });

  it('is given what it asks for, as it stands in the form, or as the desk changes it', async () => {
    const panel = fakePanel([asking()], {
      'panel.extendDeadline': () => asking({ version: 8, extensionAsked: null }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await press('延期');
    const days = within(sheet).getByLabelText('再加几个工作日');
    const reason = within(sheet).getByLabelText('为什么要延期');
    expect((days as HTMLInputElement).value).toBe('8');
    expect((reason as HTMLTextAreaElement).value).toBe('灯头要从省城调货。');
    fireEvent.change(days, { target: { value: '5' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '延期' }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: '申请延期' })).toBeNull());
    const given = panel.asked.find(({ action }) => action === 'panel.extendDeadline');
    expect(given?.input).toEqual({
      leadId: 'lead-1',
      version: 7,
      workingDays: 5,
      reason: '灯头要从省城调货。',
    });
  });

  it('is told why not, in words of the desk’s own', async () => {
    const panel = fakePanel([asking()], {
      'panel.refuseExtension': () => asking({ version: 8, extensionAsked: null }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await press('不同意延期');
    const reason = within(sheet).getByLabelText('为什么不同意');
    expect((reason as HTMLTextAreaElement).value).toBe('');
    fireEvent.change(reason, { target: { value: '先修最暗的两盏。' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '不同意延期' }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: '申请延期' })).toBeNull());
    const given = panel.asked.find(({ action }) => action === 'panel.refuseExtension');
    expect(given?.input).toMatchObject({ version: 7, reason: '先修最暗的两盏。' });
  });

  it('reads its own ask, and that the date stands, without a button to answer it', async () => {
    openPanel(fakePanel([asking({ audience: 'unit', allowed: ['recordReply'] })]), '/leads/lead-1');
    const shown = within(await part());
    expect(shown.getByText(/原来的期限照算/)).toBeTruthy();
    expect(shown.queryAllByRole('button')).toEqual([]);
  });

  it('is nowhere on a lead of which nobody asks', async () => {
    openPanel(fakePanel([asking({ extensionAsked: null })]), '/leads/lead-1');
    await screen.findByRole('region', { name: '可以办的事' });
    expect(screen.queryByRole('heading', { name: '申请延期' })).toBeNull();
  });
});

describe('a reason that is pasted and too long', () => {
  it('stays whole in the form and is refused in words, so that its end is not lost without one', async () => {
    const panel = fakePanel([asking()]);
    openPanel(panel, '/leads/lead-1');
    const sheet = await press('延期');
    const reason = within(sheet).getByLabelText('为什么要延期');
    const pasted = '长'.repeat(5_000);
    fireEvent.change(reason, { target: { value: pasted } });
    expect((reason as HTMLTextAreaElement).value).toHaveLength(5_000);
    fireEvent.click(within(sheet).getByRole('button', { name: '延期' }));
    expect(await within(sheet).findByText(/^最多写 \d+ 个字，现在有 5000 个字。$/)).toBeTruthy();
    expect(panel.asked.some(({ action }) => action === 'panel.extendDeadline')).toBe(false);
  });
});
