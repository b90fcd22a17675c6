import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '@contract/actions';
import { must, refusalOf } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { PHOTO, sendFile } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
const clerk = officer('clerk');
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** What staff would put on the board of a lead that is resolved. */
async function resolved(input: InputOf<'resident.submitLead'>): Promise<string> {
  const { leadId } = await must(cloud, resident('wang-board'), 'resident.submitLead', input);
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.resolveLead', {
    leadId,
    version: 2,
    summary: '3月12日住建局给安康社区门口换了三盏路灯，当晚试亮正常。',
  });
  return leadId;
}

test('nothing that may tell who somebody is reaches the board before each such place was looked at', async () => {
  const contact = { name: '张桂兰', phone: '13900000001' };
  const input = { text: LAMP_TEXT, scene: ANKANG_CODE, contact };
  const leadId = await resolved(input);
  const title = '路灯修好了';
  const text = '村民高明反映的路灯修好了，有事打13812345678，或找张桂兰。';
  const { flags } = await must(cloud, clerk, 'staff.checkPublication', { leadId, title, text });
  expect(flags.map(({ kind, words }) => `${kind} ${words}`).sort()).toEqual([
    'name 高明',
    'phone 13812345678',
    'submitter 张桂兰',
  ]);
  const publish = { leadId, version: 3, title, text };
  const refusal = await refusalOf(cloud, clerk, 'staff.publishLead', publish);
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'confirmed' });
  const confirmed = flags.map(({ words }) => words);
  const still = await refusalOf(cloud, clerk, 'staff.publishLead', { ...publish, confirmed });
  expect(still.message).toContain('张桂兰');
  expect((await must(cloud, resident('anybody'), 'resident.listPublished', {})).items).toEqual([]);

  const edited = { ...publish, text: '村民高明反映的路灯修好了。' };
  await must(cloud, clerk, 'staff.publishLead', { ...edited, confirmed: ['高明'] });
  const board = await must(cloud, resident('anybody'), 'resident.listPublished', {});
  expect(board.items.map((item) => item.text)).toEqual([edited.text]);
  expect(cloud.logs()).not.toMatch(/张桂兰|高明|138123/);
});

test('whom a lead was filed for is named on the board as little as who filed it, whatever is confirmed', async () => {
  const leadId = await resolved({
    text: LAMP_TEXT,
    scene: ANKANG_CODE,
    onBehalf: { relation: 'neighbour', news: 'helper', name: '安静', phone: '66312345' },
  });
  const title = '路灯修好了';
  const text = '替安静说的路灯修好了，有事打 6631 2345。';
  const { flags } = await must(cloud, clerk, 'staff.checkPublication', { leadId, title, text });
  expect(flags.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
    'submitter 安静',
    'submitter 6631 2345',
  ]);
  const confirmed = flags.map(({ words }) => words);
  const publish = { leadId, version: 3, title, text, confirmed };
  const { message } = await refusalOf(cloud, clerk, 'staff.publishLead', publish);
  expect(message).toContain('安静');
});

test('whose lead was merged into it is named on the board as little as who filed it, whatever is confirmed', async () => {
  const into = await must(cloud, resident('one'), 'resident.submitLead', {
    text: LAMP_TEXT,
    scene: ANKANG_CODE,
  });
  const contact = { name: '安静', phone: '66319876' };
  const other = { text: '路灯坏了好几盏，晚上走路看不清。', scene: ANKANG_CODE, contact };
  const { leadId: merged } = await must(cloud, resident('other'), 'resident.submitLead', other);
  const merge = { leadId: merged, version: 1, intoNumber: into.number, reason: '同一处路灯' };
  await must(cloud, clerk, 'staff.mergeLead', merge);
  const { leadId } = into;
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 2 });
  await must(cloud, clerk, 'staff.resolveLead', {
    leadId,
    version: 3,
    summary: '换了三盏灯，当晚试亮正常。',
  });
  const words = { title: '路灯修好了', text: '安静说的路灯修好了，有事打 6631 9876。' };
  const { flags } = await must(cloud, clerk, 'staff.checkPublication', { leadId, ...words });
  expect(flags.map(({ kind, words: found }) => `${kind} ${found}`)).toEqual([
    'submitter 安静',
    'submitter 6631 9876',
  ]);
  const confirmed = flags.map(({ words: found }) => found);
  const publish = { leadId, version: 4, ...words, confirmed };
  expect((await refusalOf(cloud, clerk, 'staff.publishLead', publish)).message).toContain('安静');
});

test('what is published is the words that were written for it: no photo, recording or video goes with them', async () => {
  const witness = resident('witness');
  const evidence = await Promise.all(
    [
      { contentType: 'image/png', bytes: PHOTO },
      { contentType: 'audio/webm;codecs=opus', bytes: Buffer.from('1a45dfa39f4286810142f781', 'hex') },
      { contentType: 'video/mp4', bytes: Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex') },
    ].map((file) => sendFile(cloud, witness, file)),
  );
  const { leadId } = await must(cloud, witness, 'resident.submitLead', {
    text: LAMP_TEXT,
    scene: ANKANG_CODE,
    evidence,
    voice: { seconds: 4, transcript: LAMP_TEXT },
  });
  await must(cloud, clerk, 'staff.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'staff.adoptLead', { leadId, version: 2 });
  const words = { title: '社区门口的路灯', text: '社区门口的路灯坏了，正在修。' };
  await must(cloud, clerk, 'staff.publishLead', { leadId, version: 3, ...words });
  const board = await must(cloud, resident('anybody'), 'resident.listPublished', {});
  const shown = board.items.find(({ id }) => id === leadId);
  expect(shown).toMatchObject(words);
  expect(Object.keys(shown ?? {}).sort()).toEqual(ON_THE_BOARD);
  const home = await must(cloud, resident('anybody'), 'resident.getHome', {});
  const told = JSON.stringify([board, home]);
  for (const trace of [...evidence, 'cloud://', 'http', LAMP_TEXT]) expect(told, trace).not.toContain(trace);
});

/** Everything the board tells of a matter. */
const ON_THE_BOARD = [
  'categoryName',
  'cosign',
  'cosigns',
  'id',
  'placeName',
  'publishedAt',
  'resolution',
  'status',
  'text',
  'title',
];
