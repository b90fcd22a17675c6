import type { SubmitLeadInput } from '@contract/commands';
import type { Receipt } from '@contract/lead-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusalOf, signIn, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { isLead } from '../support/recount';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { browser } from '../support/web';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const ELDER = { name: '李秀英', phone: '13700000002' };
const file = (by: Person, onBehalf: SubmitLeadInput['onBehalf'], more: Partial<SubmitLeadInput> = {}) =>
  must(cloud, by, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE, onBehalf, ...more });
const codeOf = ({ number, trackingCode }: Receipt) => ({ number, trackingCode });
const seenBy = (name: Parameters<typeof officer>[0], { leadId }: Receipt) =>
  must(cloud, officer(name), 'staff.getLead', { leadId });
const newsOf = async (person: Person) =>
  (await must(cloud, person, 'resident.listNotices', {})).items.map(({ text }) => text).join();

describe('a lead filed for an elder', () => {
  test('is confirmed by number and code on another device, and staff see both', async () => {
    const helper = resident('grandson');
    const receipt = await file(helper, { relation: 'elder', news: 'helper', ...ELDER });
    expect((await seenBy('clerk', receipt)).onBehalf).toMatchObject({
      relation: 'elder',
      standing: 'unconfirmed',
    });
    const seen = await must(cloud, browser(), 'resident.answerForPerson', { ...codeOf(receipt), mine: true });
    expect(seen.onBehalf).toMatchObject({ standing: 'confirmed', onHelpersDevice: false });
    const view = await seenBy('clerk', receipt);
    expect(view.onBehalf).toMatchObject({ standing: 'confirmed' });
    expect(view.history?.map(({ by, text }) => `${by}：${text}`)).toContain(
      '本人：本人确认：是我的事，内容属实。',
    );
  });

  test('says so when it was confirmed on the device that filed it', async () => {
    const helper = browser();
    const receipt = await file(helper, { relation: 'elder', news: 'helper' });
    await must(cloud, helper, 'resident.answerForPerson', { ...codeOf(receipt), mine: true });
    expect((await seenBy('clerk', receipt)).onBehalf).toMatchObject({ onHelpersDevice: true });
  });

  test('is looked into by staff after a no, and withdrawn with the elder’s name', async () => {
    const receipt = await file(resident('busybody'), { relation: 'neighbour', news: 'both', ...ELDER });
    const no = { ...codeOf(receipt), mine: false, words: '我没让他说。' };
    await must(cloud, browser(), 'resident.answerForPerson', no, 'the-elders-no');
    const clerk = officer('clerk');
    const { version, allowed, next } = await seenBy('clerk', receipt);
    expect(next).toContain('先联系本人核实');
    expect(allowed).toContain('withdrawForPerson');
    await cloud.jobs();
    const { items } = await must(cloud, clerk, 'staff.listNotices', {});
    expect(
      items
        .filter(({ number }) => number === receipt.number)
        .map(({ text }) => text)
        .join(),
    ).toContain('不是他的意思');
    const withdrawal = { leadId: receipt.leadId, version, reason: '电话问过，本人不想反映。' };
    await must(cloud, clerk, 'staff.withdrawForPerson', withdrawal);
    expect((await seenBy('clerk', receipt)).status).toBe('withdrawn');
    const stored = (await cloud.documents('leads')).filter(isLead).find(({ _id }) => _id === receipt.leadId);
    expect(JSON.stringify(stored)).not.toContain(ELDER.phone);
    await cloud.jobs();
    expect(await newsOf(resident('busybody'))).toContain('县政协问过本人，撤回了');
  });

  test('sent again, the same answer is one answer', async () => {
    const receipt = await file(resident('son'), { relation: 'elder', news: 'helper' });
    const elder = browser();
    const answer = { ...codeOf(receipt), mine: true };
    await Promise.all(
      Array.from({ length: 5 }, () => must(cloud, elder, 'resident.answerForPerson', answer, 'one-answer')),
    );
    const view = await seenBy('clerk', receipt);
    expect(view.history?.filter(({ event }) => event === 'PersonConfirmed')).toHaveLength(1);
  });

  test('is answered by nobody without the code, nor is one’s own lead', async () => {
    const receipt = await file(resident('daughter'), { relation: 'elder', news: 'helper' });
    const wrong = {
      number: receipt.number,
      trackingCode: receipt.trackingCode === '000000' ? '000001' : '000000',
    };
    expect(
      (await refusalOf(cloud, browser(), 'resident.answerForPerson', { ...wrong, mine: true })).code,
    ).toBe('NOT_FOUND');
    const own = await must(cloud, resident('self'), 'resident.submitLead', { text: LAMP_TEXT });
    const refusal = await refusalOf(cloud, browser(), 'resident.answerForPerson', {
      ...codeOf(own),
      mine: true,
    });
    expect(refusal).toMatchObject({ code: 'WRONG_STATE', message: '这件事是本人自己提交的，不用再确认。' });
  });
});

describe('the news', () => {
  const accept = async ({ leadId }: Receipt) => {
    const { version } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version });
    await cloud.jobs();
  };

  test('goes to the helper alone where that was chosen', async () => {
    const helper = resident('news-helper');
    const receipt = await file(helper, { relation: 'elder', news: 'helper', ...ELDER });
    const elder = browser();
    await must(cloud, elder, 'resident.answerForPerson', { ...codeOf(receipt), mine: true });
    await accept(receipt);
    expect(await newsOf(helper)).toContain('已收下');
    expect(await newsOf(elder)).toBe('');
  });

  test('goes to the person’s own device once they confirmed there, and to nobody else where they want it so', async () => {
    const helper = resident('news-person');
    const receipt = await file(helper, { relation: 'elder', news: 'person', ...ELDER });
    const elder = browser();
    await must(cloud, elder, 'resident.answerForPerson', { ...codeOf(receipt), mine: true });
    await accept(receipt);
    expect(await newsOf(helper)).toBe('');
    expect(await newsOf(elder)).toContain('已收下');
    const { items } = await must(cloud, elder, 'resident.listNotices', {});
    expect(items.every(({ joined }) => joined)).toBe(true);
    expect((await must(cloud, elder, 'resident.listMyLeads', {})).items).toEqual([]);
  });

  test('is asked of the liaison by telephone as long as no device of the person’s is known', async () => {
    const receipt = await file(resident('news-call'), { relation: 'elder', news: 'both', ...ELDER });
    await accept(receipt);
    const asked = (await must(cloud, officer('liaison'), 'staff.listNotices', {})).items;
    const text = asked
      .filter(({ number }) => number === receipt.number)
      .map((notice) => notice.text)
      .join();
    expect(text).toContain('请打电话告诉本人「已受理」');
    expect(text).not.toMatch(/李秀英|13700000002/);
  });
});

describe('who the elder is', () => {
  test('is masked, revealed with a reason, and never read by who may not', async () => {
    const helper = resident('careful');
    const contact = { name: '王强', phone: '13600000003' };
    const receipt = await file(helper, { relation: 'elder', news: 'helper', ...ELDER }, { contact });
    const clerk = await signIn(cloud, officer('clerk'));
    const { leadId } = receipt;
    const view = await must(cloud, clerk, 'panel.getLead', { leadId });
    expect(view.personMasked).toBe('李**，137****02');
    expect(JSON.stringify(view)).not.toMatch(/李秀英|13700000002/);
    const { version } = view;
    const shown = await must(cloud, clerk, 'panel.revealContact', {
      leadId,
      version,
      reason: '核实是不是本人的意思',
    });
    expect(shown).toMatchObject({ contact, person: ELDER });
    const mine = await must(cloud, helper, 'resident.getMyLead', { leadId });
    expect(mine.contactReveals).toBe(1);
    for (const name of ['member', 'leader', 'liaison'] as const) {
      const text = JSON.stringify(await seenBy(name, receipt).catch(() => null));
      expect(text).not.toMatch(/李秀英|13700000002/);
    }
    expect(JSON.stringify(await must(cloud, browser(), 'resident.trackLead', codeOf(receipt)))).not.toMatch(
      /李\*|李秀英|1370/,
    );
    expect(cloud.logs()).not.toMatch(/李秀英|13700000002/);
  });

  test('a liaison who files for a villager has brought it in', async () => {
    const receipt = await file(officer('liaison'), { relation: 'villager', news: 'person', ...ELDER });
    expect((await seenBy('clerk', receipt)).entry).toBe('liaison');
  });

  test('a child is named only by a guardian who agrees', async () => {
    const child = { relation: 'child', news: 'helper', name: '小明' } as const;
    const input = { text: LAMP_TEXT, onBehalf: child };
    const refusal = await refusalOf(cloud, resident('parent'), 'resident.submitLead', input);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'onBehalf.guardianConsents' });
    await file(resident('parent'), { ...child, guardianConsents: true });
  });
});
