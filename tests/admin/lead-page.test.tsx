import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { STATUS_LABELS } from '@contract/labels-zh';
import { aLead, CLERK, DIRECTORY } from './support/builders';
import { fakePanel, openPanel } from './support/fake-panel';

afterEach(cleanup);

const openCommand = async (name: string): Promise<HTMLElement> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
};
const ofAction = <T extends { action: string }>(asked: T[], action: string): T[] =>
  asked.filter((request) => request.action === action);

describe('the lead on one page', () => {
  it('offers exactly the commands the server allows', async () => {
    openPanel(fakePanel([aLead({ allowed: ['adoptLead', 'declineLead'] })]), '/leads/lead-1');
    const panel = await screen.findByRole('region', { name: '可以办的事' });
    expect(
      within(panel)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['采纳', '不采纳']);
  });

  it('shows why the lead came here: the rule, the words, the place', async () => {
    openPanel(fakePanel(), '/leads/lead-1');
    expect(await screen.findByText('「积水」')).toBeTruthy();
    expect(screen.getByText('（按群众用词）')).toBeTruthy();
    expect(screen.getByText('（来自扫码）')).toBeTruthy();
    expect(document.querySelector('mark')?.textContent).toBe('积水');
  });

  it('leaves out what this person may not read', async () => {
    const lead = aLead({
      audience: 'unit',
      route: undefined,
      contactMasked: undefined,
      hasContact: undefined,
      anonymity: undefined,
    });
    openPanel(fakePanel([lead]), '/leads/lead-1');
    await screen.findByRole('heading', { name: lead.number });
    expect(screen.queryByText('为什么分到这里')).toBeNull();
    expect(screen.queryByText('联系方式')).toBeNull();
  });

  it('sends an accepted lead with the version that was looked at and a request id', async () => {
    const panel = fakePanel([aLead({ version: 4 })], {
      'panel.acceptLead': () =>
        aLead({ version: 5, status: 'accepted', allowed: ['adoptLead', 'declineLead'] }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('受理');
    fireEvent.click(within(sheet).getByRole('button', { name: '受理' }));
    expect(await screen.findByText(/已受理，群众能看到进展/)).toBeTruthy();
    expect(screen.getAllByText(STATUS_LABELS.accepted).length).toBeGreaterThan(0);
    const [request] = ofAction(panel.asked, 'panel.acceptLead');
    expect(request?.input).toEqual({ leadId: 'lead-1', version: 4 });
    expect(request?.requestId).toMatch(/^[a-z0-9]{24}$/);
  });

  it('keeps the request id when the answer was lost and the same words are sent again', async () => {
    let tries = 0;
    const panel = fakePanel([aLead({ allowed: ['addNote'] })], {
      'panel.addNote': () => ((tries += 1) === 1 ? 'lost' : aLead({ version: 2 })),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('备注');
    fireEvent.change(within(sheet).getByLabelText('备注'), { target: { value: '已电话问过村里' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '记下备注' }));
    expect(await within(sheet).findByText(/没有连上/)).toBeTruthy();
    fireEvent.click(within(sheet).getByRole('button', { name: '记下备注' }));
    expect(await screen.findByText(/备注已记下/)).toBeTruthy();
    const ids = ofAction(panel.asked, 'panel.addNote').map(({ requestId }) => requestId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('tells what changed after a stale save, keeps the words, and sends the new version under a new id', async () => {
    const before = aLead({ version: 2, status: 'accepted', allowed: ['declineLead', 'adoptLead'] });
    const after = aLead({
      ...before,
      version: 3,
      history: [
        ...(before.history ?? []),
        { at: '2026-03-10T01:58:00.000Z', event: 'NoteAdded', by: '王敏', text: '问过住建局' },
      ],
    });
    const leads = [before];
    const panel = fakePanel(leads, {
      'panel.declineLead': ({ version }) => {
        if (version === 3) return aLead({ version: 4, status: 'declined', allowed: [] });
        leads[0] = after;
        return {
          code: 'VERSION_CONFLICT',
          message: '刚才有人更新了这条线索，请刷新后再办。您写的内容还在。',
        };
      },
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('不采纳');
    const reason = within(sheet).getByLabelText('为什么没有采纳');
    fireEvent.change(reason, { target: { value: '这段路已列入今年计划' } });
    fireEvent.change(within(sheet).getByLabelText('可以去哪里'), { target: { value: '到镇便民服务中心' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '不采纳，发给群众' }));
    expect(await within(sheet).findByText(/王敏：问过住建局/)).toBeTruthy();
    expect((reason as HTMLTextAreaElement).value).toBe('这段路已列入今年计划');
    fireEvent.click(within(sheet).getByRole('button', { name: '不采纳，发给群众' }));
    expect(await screen.findByText(/已答复群众/)).toBeTruthy();
    const [first, second] = ofAction(panel.asked, 'panel.declineLead');
    expect(second?.input).toMatchObject({ version: 3, reason: '这段路已列入今年计划' });
    expect(second?.requestId).not.toBe(first?.requestId);
  });

  it('asks nobody to answer for words that are no longer there', async () => {
    const full = '3 月 12 日已把小学门口的积水抽干，换了两处下水口，当晚下雨没有再积水。';
    const doubts = [{ kind: 'explainsNothing' as const, sentence: '只有几个字，看不出办了什么。' }];
    const panel = fakePanel([aLead({ allowed: ['recordReply'] })], {
      'panel.checkReply': ({ text }) => ({ doubts: text === full ? [] : doubts }),
      'panel.recordReply': ({ text }) =>
        text === full
          ? aLead({ version: 2 })
          : { code: 'REPLY_DOUBTFUL', message: '这样的答复群众看不明白。', doubts },
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('答复');
    const text = within(sheet).getByLabelText('答复内容');
    const send = within(sheet).getByRole('button', { name: '提交答复' });
    fireEvent.change(text, { target: { value: '收悉，已转办。' } });
    fireEvent.click(send);
    await within(sheet).findByLabelText(/这样发的理由/);
    fireEvent.click(send);
    expect(await within(sheet).findByText('请填写这样发的理由。')).toBeTruthy();
    fireEvent.change(text, { target: { value: full } });
    expect(within(sheet).queryByText('请填写这样发的理由。')).toBeNull();
    fireEvent.click(send);
    await waitFor(() => expect(ofAction(panel.asked, 'panel.recordReply')).toHaveLength(2));
  });

  it('lets a unit send photos with its one reply', async () => {
    const ticket = { url: 'https://files.test/', method: 'PUT' as const, fields: {}, headers: {} };
    let sent = 0;
    const panel = fakePanel([aLead({ allowed: ['recordReply'] })], {
      'panel.checkReply': () => ({ doubts: [] }),
      'panel.prepareUpload': () => ({ ...ticket, fileId: `cloud://photo-${(sent += 1)}` }),
      'panel.recordReply': () => aLead({ version: 2 }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('答复');
    fireEvent.change(within(sheet).getByLabelText('答复内容'), { target: { value: '三盏路灯都换了新的。' } });
    const files = ['a.jpg', 'b.jpg', 'c.jpg'].map(
      (name) => new File(['photo'], name, { type: 'image/jpeg' }),
    );
    fireEvent.change(within(sheet).getByLabelText(/^照片/), { target: { files } });
    await within(sheet).findByRole('img', { name: '第 3 张照片' });
    fireEvent.click(within(sheet).getByRole('button', { name: '去掉第 2 张照片' }));
    fireEvent.click(within(sheet).getByRole('button', { name: '提交答复' }));
    await waitFor(() =>
      expect(ofAction(panel.asked, 'panel.recordReply')[0]?.input).toMatchObject({
        text: '三盏路灯都换了新的。',
        evidence: ['cloud://photo-1', 'cloud://photo-3'],
      }),
    );
  });

  it('shows how the resident will read a refusal before it is sent', async () => {
    openPanel(fakePanel([aLead({ allowed: ['declineLead'] })]), '/leads/lead-1');
    const sheet = await openCommand('不采纳');
    fireEvent.change(within(sheet).getByLabelText('为什么没有采纳'), { target: { value: '交通局九月开工' } });
    const page = within(sheet).getByRole('figure');
    expect(page.textContent).toContain('这件事没有采纳，原因和去处都写在下面。');
    expect(page.textContent).toContain('交通局九月开工');
  });

  it('says, where two people decide, that a colleague confirms before anything is sent', async () => {
    const panel = fakePanel([aLead({ allowed: ['declineLead'] })], {
      'panel.getDirectory': () => ({ ...DIRECTORY, secondPairOfEyes: true }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('不采纳');
    expect(await within(sheet).findByRole('button', { name: '提出不采纳，等同事确认' })).toBeTruthy();
    expect(within(sheet).queryByRole('button', { name: /发给群众/ })).toBeNull();
    expect(within(sheet).getByText(/由另一位同事确认，确认了群众才会收到/)).toBeTruthy();
    fireEvent.change(within(sheet).getByLabelText('为什么没有采纳'), { target: { value: '交通局九月开工' } });
    expect(within(sheet).getByRole('figure').textContent).toContain('同事确认以后，群众会这样看到');
  });

  it('shows what in an urgent call looks like somebody’s own, to be changed or ticked', async () => {
    const panel = fakePanel([aLead({ allowed: ['broadcastLead'] })], {
      'panel.checkPublication': ({ text }) => ({
        flags: text.includes('高明') ? [{ kind: 'name', words: '高明' }] : [],
      }),
      'panel.broadcastLead': () => aLead({ version: 2 }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('紧急呼叫');
    fireEvent.change(within(sheet).getByLabelText('什么急事，要人做什么'), {
      target: { value: '今晚到高明桥头看看。' },
    });
    fireEvent.click(await within(sheet).findByRole('checkbox', { name: '姓名「高明」不是个人信息' }));
    fireEvent.click(within(sheet).getByRole('button', { name: '发出紧急呼叫' }));
    await waitFor(() =>
      expect(ofAction(panel.asked, 'panel.broadcastLead')[0]?.input).toMatchObject({ confirmed: ['高明'] }),
    );
  });

  it('sends nothing while a field is empty and says which', async () => {
    const panel = fakePanel([aLead({ allowed: ['declineLead'] })]);
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('不采纳');
    fireEvent.click(within(sheet).getByRole('button', { name: '不采纳，发给群众' }));
    expect(await within(sheet).findByText('请填写可以去哪里。')).toBeTruthy();
    expect(ofAction(panel.asked, 'panel.declineLead')).toHaveLength(0);
  });

  it('puts a refusal about a field beside that field', async () => {
    const panel = fakePanel([aLead({ allowed: ['mergeLead'] })], {
      'panel.mergeLead': () => ({ code: 'INVALID_INPUT', message: '没有这个编号。', field: 'intoNumber' }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('并案');
    fireEvent.change(within(sheet).getByLabelText('并到哪一条'), { target: { value: 'sx2603-0002' } });
    fireEvent.change(within(sheet).getByLabelText('为什么是同一件事'), { target: { value: '同一段路' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '并案' }));
    const problem = await within(sheet).findByText('没有这个编号。');
    expect(within(sheet).getByLabelText('并到哪一条').getAttribute('aria-describedby')).toContain(problem.id);
    expect(ofAction(panel.asked, 'panel.mergeLead')[0]?.input).toMatchObject({ intoNumber: 'SX2603-0002' });
  });

  it('keeps what was typed when the sheet is closed and opened again', async () => {
    openPanel(fakePanel([aLead({ allowed: ['addNote'] })]), '/leads/lead-1');
    const sheet = await openCommand('备注');
    fireEvent.change(within(sheet).getByLabelText('备注'), { target: { value: '写到一半' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '先不办' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await openCommand('备注');
    expect((within(again).getByLabelText('备注') as HTMLTextAreaElement).value).toBe('写到一半');
  });

  it('shows the contact once, after a reason', async () => {
    const panel = fakePanel([aLead()], {
      'panel.revealContact': () => ({
        contact: { name: '王建国', phone: '13800000012' },
        lead: aLead({ version: 2, contactReveals: 1 }),
      }),
    });
    openPanel(panel, '/leads/lead-1');
    const sheet = await openCommand('查看联系方式');
    fireEvent.change(within(sheet).getByLabelText('为什么要看'), { target: { value: '约到现场' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '查看，并留下记录' }));
    const phone = await screen.findByText('13800000012');
    // Who looked, and when, runs across the number: in every part of it.
    const marks = phone.closest('.contact-shown')?.querySelectorAll('[data-watermark] span') ?? [];
    expect(marks.length).toBeGreaterThan(10);
    for (const mark of marks) expect(mark.textContent).toMatch(new RegExp(`^${CLERK.name} \\d{4}`));
    expect(screen.getByText(/查看$/, { selector: '.contact-shown__by' }).textContent).toContain(CLERK.name);
    fireEvent.click(screen.getByRole('button', { name: '看过了，关上' }));
    await waitFor(() => expect(screen.queryByText('13800000012')).toBeNull());
    expect(screen.getByText(/已被查看 1 次/)).toBeTruthy();
  });
});

describe('earlier leads about the same', () => {
  const EARLIER = {
    leadId: 'lead-9',
    number: '260301-000009',
    status: 'accepted' as const,
    submittedAt: '2026-03-01T02:00:00.000Z',
    placeName: '东河镇水磨村',
    excerpt: '门口积水没人管，孩子上学要蹚水。',
    veryLike: true,
    samePlace: 'village' as const,
    words: ['积水'],
    mayTakeIn: true,
  };
  const withEarlier = (mayTakeIn = true) =>
    fakePanel([aLead({ allowed: ['mergeLead'] })], {
      'panel.getSimilar': () => ({ items: [{ ...EARLIER, mayTakeIn }] }),
    });

  it('are shown with their reason, and one tap fills in the merging', async () => {
    openPanel(withEarlier(), '/leads/lead-1');
    expect(await screen.findByText('很像')).toBeTruthy();
    expect(screen.getByText(/同一个村（社区）/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '并到 260301-000009' }));
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByLabelText('并到哪一条')).toHaveProperty('value', '260301-000009');
    expect(within(sheet).getByLabelText('为什么是同一件事')).toHaveProperty(
      'value',
      '同一个村（社区），都说到「积水」',
    );
  });

  it('offer no merging into what takes in no other', async () => {
    openPanel(withEarlier(false), '/leads/lead-1');
    await screen.findByText('很像');
    expect(screen.queryByRole('button', { name: /并到/ })).toBeNull();
  });

  it('are not asked for by a unit', async () => {
    const unit = fakePanel([aLead({ audience: 'unit' })]);
    openPanel(unit, '/leads/lead-1');
    await screen.findByRole('heading', { name: aLead().number });
    expect(ofAction(unit.asked, 'panel.getSimilar')).toEqual([]);
  });
});
