import { TRACKING_MISSES_PER_HOUR } from '@contract/limits';
import type { Receipt, TrackedLeadView } from '@contract/lead-views';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { farFromTheHour, UNTIL_THE_HOUR_MS } from '../support/far-from-the-hour';
import { sendPhoto } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { browser } from '../support/web';

/** Submitted on a grandson's phone, followed and answered on another: number and tracking code are all she holds. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const clerk = officer('clerk');
const DONE = '3月12日住建局给安康社区门口换了三盏路灯，当晚试亮正常。';
const codeOf = ({ number, trackingCode }: Receipt) => ({ number, trackingCode });
const historyOf = async ({ leadId }: Receipt) =>
  (await must(cloud, clerk, 'staff.getLead', { leadId })).history ?? [];
const newsOf = async (person: Person) => {
  await cloud.jobs();
  return (await must(cloud, person, 'resident.listNotices', {})).items.map(({ text }) => text).join();
};

async function resolved(by: Person): Promise<Receipt> {
  const receipt = await must(cloud, by, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });
  const { leadId } = receipt;
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.resolveLead', { leadId, version: 2, summary: DONE });
  return receipt;
}
const track = (by: Person, receipt: Receipt): Promise<TrackedLeadView> =>
  must(cloud, by, 'resident.trackLead', codeOf(receipt));

describe('with number and tracking code, on any device', () => {
  test('she says that it is fixed; staff read how it was said, and the phone it came from is told', async () => {
    const grandson = browser();
    const receipt = await resolved(grandson);
    const neighboursPhone = browser();
    const { allowed, version } = await track(neighboursPhone, receipt);
    expect(allowed).toEqual(['giveFeedback']);
    const said = { ...codeOf(receipt), version, fixed: true, stars: 5 };
    const after = await must(cloud, neighboursPhone, 'resident.giveFeedbackByCode', said, 'fixed-by-code');
    expect(after).toMatchObject({ status: 'closed', feedback: [{ fixed: true, stars: 5 }] });
    expect(after.timeline.find(({ event }) => event === 'FeedbackGiven')?.by).toBe('您（用查询码）');
    expect((await historyOf(receipt)).find(({ event }) => event === 'FeedbackGiven')?.by).toBe(
      '群众（用编号和查询码）',
    );
    expect(await newsOf(grandson)).toContain('有人用编号和查询码说了这件事解决没有');
    const again = await must(cloud, neighboursPhone, 'resident.giveFeedbackByCode', said, 'fixed-by-code');
    expect([again.version, again.feedback.length]).toEqual([after.version, 1]);
  });

  test('she says that it is not, with a photo from that phone, and it is worked on again', async () => {
    const receipt = await resolved(resident('grandson-2'));
    const phone = browser();
    const { version } = await track(phone, receipt);
    const photo = await sendPhoto(cloud, phone);
    const said = { ...codeOf(receipt), version, fixed: false, stars: 2, evidence: [photo] };
    expect((await refusalOf(cloud, phone, 'resident.giveFeedbackByCode', said)).field).toBe('words');
    const words = '第三盏还是不亮。';
    const after = await must(cloud, phone, 'resident.giveFeedbackByCode', { ...said, words });
    expect(after.status).toBe('reopened');
    const seen = await must(cloud, clerk, 'staff.getLead', { leadId: receipt.leadId });
    expect(seen.feedback).toMatchObject([
      { fixed: false, words, photoUrls: [expect.stringMatching(/^http/)] },
    ]);
    expect(JSON.stringify(await track(browser(), receipt))).not.toContain('evidence/');
  });

  test('she answers a question of the committee', async () => {
    const receipt = await must(cloud, resident('grandson-3'), 'resident.submitLead', { text: LAMP_TEXT });
    const { leadId } = receipt;
    await must(cloud, clerk, 'staff.askForSupplement', { leadId, version: 1, question: '是哪几盏灯？' });
    const phone = browser();
    const { version, allowed } = await track(phone, receipt);
    expect(allowed).toContain('giveSupplement');
    const answer = { ...codeOf(receipt), version, text: '北店街小学门口三盏。' };
    const after = await must(cloud, phone, 'resident.giveSupplementByCode', answer);
    expect(after.supplements).toMatchObject([{ answer: '北店街小学门口三盏。' }]);
  });

  test('she adds what was forgotten, asked by nobody: the lead goes on, and whoever has it reads it', async () => {
    const receipt = await must(cloud, resident('grandson-7'), 'resident.submitLead', { text: LAMP_TEXT });
    const phone = browser();
    const { version } = await track(phone, receipt);
    const added = { ...codeOf(receipt), version, text: '路灯杆上写着 17 号。' };
    const after = await must(cloud, phone, 'resident.giveSupplementByCode', added);
    expect(after).toMatchObject({
      status: 'routed',
      supplements: [{ question: '', answer: '路灯杆上写着 17 号。' }],
    });
    const seen = await must(cloud, clerk, 'staff.getLead', { leadId: receipt.leadId });
    expect(seen.supplements).toMatchObject([{ question: '', answer: '路灯杆上写着 17 号。' }]);
  });

  test('on the phone it came from it is simply the person', async () => {
    const own = browser();
    const receipt = await resolved(own);
    const { version } = await track(own, receipt);
    const said = { ...codeOf(receipt), version, fixed: true, stars: 4 };
    const after = await must(cloud, own, 'resident.giveFeedbackByCode', said);
    expect(after.timeline.find(({ event }) => event === 'FeedbackGiven')?.by).toBe('您');
    expect(await newsOf(own)).not.toContain('有人用编号和查询码');
  });

  test('nothing that ends the matter or changes who sees whom is on offer', async () => {
    const receipt = await must(cloud, resident('grandson-4'), 'resident.submitLead', { text: LAMP_TEXT });
    const mine = await must(cloud, resident('grandson-4'), 'resident.getMyLead', { leadId: receipt.leadId });
    expect(mine.allowed).toEqual(expect.arrayContaining(['withdrawLead', 'changeAnonymity']));
    expect((await track(browser(), receipt)).allowed).toEqual(['giveSupplement']);
  });
});

describe('without the right code', () => {
  beforeEach(farFromTheHour, UNTIL_THE_HOUR_MS);

  test('nothing is said, nothing is changed, and guessing is closed with the same counts as looking', async () => {
    const receipt = await resolved(resident('grandson-5'));
    const { version } = await track(browser(), receipt);
    const before = await historyOf(receipt);
    const wrong = receipt.trackingCode === '000000' ? '000001' : '000000';
    const guess = { number: receipt.number, trackingCode: wrong, version, fixed: true, stars: 5 };
    const codes: string[] = [];
    const phone = browser();
    for (let miss = 0; miss <= TRACKING_MISSES_PER_HOUR; miss += 1)
      codes.push((await refusalOf(cloud, phone, 'resident.giveFeedbackByCode', guess)).code);
    expect(codes).toEqual([
      ...Array.from({ length: TRACKING_MISSES_PER_HOUR }, () => 'NOT_FOUND'),
      'RATE_LIMITED',
    ]);
    expect(await historyOf(receipt)).toEqual(before);
  });

  test('a version nobody has seen is refused', async () => {
    const receipt = await resolved(resident('grandson-6'));
    const { version } = await track(browser(), receipt);
    const late = { ...codeOf(receipt), version: version - 1, fixed: true, stars: 5 };
    expect((await refusalOf(cloud, browser(), 'resident.giveFeedbackByCode', late)).code).toBe(
      'VERSION_CONFLICT',
    );
  });
});
