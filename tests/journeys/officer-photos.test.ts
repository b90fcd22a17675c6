import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, HOUSING_UNIT, LAMP_TEXT, officer, resident } from '../support/county';
import { PHOTO, sendFile } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const SEEN = '到现场看了，小区门口三盏灯都不亮，群众晚上打着手电走。';
const DONE = '3月12日已把三盏路灯换成新灯，当晚试亮正常。以后坏了可打路灯班电话报修。';
const wang = resident('wang-photos');

const uploaded = (person: Person): Promise<string> =>
  sendFile(cloud, person, { contentType: 'image/png', bytes: PHOTO }, 'staff.prepareUpload');
const submit = () => must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });
const read = (name: Parameters<typeof officer>[0], leadId: string) =>
  must(cloud, officer(name), 'staff.getLead', { leadId });

test('photos of a visit are shown to who works on the lead, not to the resident nor to the unit', async () => {
  const { leadId, number, trackingCode } = await submit();
  const fileId = await uploaded(officer('liaison'));
  await must(cloud, officer('liaison'), 'staff.recordVisit', {
    leadId,
    version: 1,
    text: SEEN,
    evidence: [fileId, fileId],
  });
  for (const name of ['clerk', 'liaison', 'member'] as const) {
    const view = await read(name, leadId);
    expect(view.visits).toMatchObject([{ text: SEEN, photoUrls: [expect.stringContaining('http')] }]);
    const answer = await fetch(view.visits?.[0]?.photoUrls?.[0] ?? '');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PHOTO)).toBe(true);
    expect(JSON.stringify(view)).not.toContain('cloud://');
  }
  const views = [
    await must(cloud, wang, 'resident.getMyLead', { leadId }),
    await must(cloud, resident('tracker'), 'resident.trackLead', { number, trackingCode }),
    await read('leader', leadId),
  ];
  for (const view of views) {
    expect(view).not.toHaveProperty('visits');
    expect(JSON.stringify(view)).not.toContain('evidence/');
  }
});

test('photos of a reply reach the resident with the reply, once it is released', async () => {
  const { leadId, number, trackingCode } = await submit();
  await must(cloud, officer('liaison'), 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, officer('clerk'), 'staff.handOver', {
    leadId,
    version: 2,
    unitId: HOUSING_UNIT,
    workingDays: 10,
  });
  const evidence = [await uploaded(officer('housing'))];
  const replied = await must(cloud, officer('housing'), 'staff.recordReply', {
    leadId,
    version: 3,
    text: DONE,
    evidence,
  });
  expect(replied.reply?.photoUrls).toHaveLength(1);
  expect((await read('clerk', leadId)).reply?.photoUrls).toHaveLength(1);
  expect(JSON.stringify(await must(cloud, wang, 'resident.getMyLead', { leadId }))).not.toContain(
    'evidence/',
  );

  await must(cloud, officer('clerk'), 'staff.resolveLead', { leadId, version: 4, summary: DONE });
  const shown = await must(cloud, wang, 'resident.getMyLead', { leadId });
  expect(shown.releasedReply?.photoUrls).toHaveLength(1);
  const tracked = await must(cloud, resident('tracker'), 'resident.trackLead', { number, trackingCode });
  expect(tracked.releasedReply).not.toHaveProperty('photoUrls');
});

test('photos of a colleague, of a resident and made-up ones are refused, and nothing is recorded', async () => {
  const { leadId } = await submit();
  const residents = await must(cloud, officer('liaison'), 'resident.prepareUpload', {
    contentType: 'image/png',
    bytes: 4,
  });
  // Even the same person's, where it was uploaded as a resident.
  for (const fileId of [
    await uploaded(officer('member')),
    residents.fileId,
    'cloud://x/evidence/y.png',
    '',
  ]) {
    const input = { leadId, version: 1, text: SEEN, evidence: [fileId] };
    const refusal = await refusalOf(cloud, officer('liaison'), 'staff.recordVisit', input);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'evidence' });
  }
  expect((await read('liaison', leadId)).visits).toEqual([]);
});

test('a page that calls itself a photo, and a photo that never arrived, are shown to nobody', async () => {
  const { leadId } = await submit();
  const liaison = officer('liaison');
  const page = { contentType: 'image/png', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') };
  const ticket = await must(cloud, liaison, 'staff.prepareUpload', { contentType: 'image/png', bytes: 4 });
  for (const [fileId, said] of [
    [await sendFile(cloud, liaison, page, 'staff.prepareUpload'), '不像照片'],
    [ticket.fileId, '没有传到'],
  ] as const) {
    const input = { leadId, version: 1, text: SEEN, evidence: [fileId] };
    const refusal = await refusalOf(cloud, liaison, 'staff.recordVisit', input);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'evidence' });
    expect(refusal.message).toContain(said);
  }
  expect((await read('liaison', leadId)).visits).toEqual([]);
});

test('who only looks on uploads nothing', async () => {
  const photo = { contentType: 'image/png', bytes: 4 };
  for (const name of ['leader', 'administrator'] as const)
    expect((await refusalOf(cloud, officer(name), 'staff.prepareUpload', photo)).code).toBe('FORBIDDEN');
});
