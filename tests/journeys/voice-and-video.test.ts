import type { SubmitLeadInput } from '@contract/commands';
import { VIDEO_BYTES_MAX, VOICE_BYTES_MAX } from '@contract/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, signIn, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { reportUp } from '../support/papers';
import { sendFile } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const WEBM = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381', 'hex');
const MP4 = Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex');
const clerk = officer('clerk');

const sent = (person: Person, contentType: string, bytes: Uint8Array): Promise<string> =>
  sendFile(cloud, person, { contentType, bytes });
const voiceOf = (person: Person) => sent(person, 'audio/webm;codecs=opus', WEBM);

async function speak(person: Person, more: Partial<SubmitLeadInput> = {}) {
  const evidence = [await voiceOf(person)];
  const voice = { seconds: 23 };
  const input = { text: '', scene: ANKANG_CODE, evidence, voice, ...more };
  return must(cloud, person, 'resident.submitLead', input);
}

test('who only speaks is received, waits at the county desk, and goes where the words belong once they are written down', async () => {
  const speaker = resident('speaker');
  const { leadId } = await speak(speaker);
  const before = await must(cloud, clerk, 'staff.getLead', { leadId });
  expect(before).toMatchObject({
    text: '',
    owner: { kind: 'countyDesk' },
    voice: { seconds: 23, transcript: null },
  });
  expect((await fetch(before.voice?.url ?? '')).status).toBe(200);
  const [row] = (await must(cloud, clerk, 'staff.listQueue', { number: before.number })).items;
  expect(row?.excerpt).toBe('（语音 23 秒，还没有写成文字）');

  const asked = { leadId, version: before.version, text: LAMP_TEXT };
  const after = await must(cloud, clerk, 'staff.confirmTranscript', asked, 'written-down');
  expect(after).toMatchObject({
    text: LAMP_TEXT,
    owner: { kind: 'liaison' },
    voice: { transcript: { text: LAMP_TEXT, by: { kind: 'officer' } } },
  });
  expect(after.route?.words.length).toBeGreaterThan(0);
  expect(after.history?.at(-1)).toMatchObject({ event: 'TranscriptConfirmed' });
  expect(JSON.stringify(after.history?.at(-1))).not.toContain(LAMP_TEXT.slice(0, 8));
  const { version } = await must(cloud, clerk, 'staff.confirmTranscript', asked, 'written-down');
  expect(version).toBe(after.version);
  expect(await must(cloud, speaker, 'resident.getMyLead', { leadId })).toMatchObject({
    text: LAMP_TEXT,
    voice: { transcript: { by: { kind: 'officer', name: '县政协' } } },
  });
  const again = { ...asked, version: after.version };
  expect((await refusalOf(cloud, clerk, 'staff.confirmTranscript', again)).code).toBe('WRONG_STATE');
});

test('nothing is reported up while a recording is not written down', async () => {
  const { leadId } = await speak(resident('unheard'));
  let { version } = await must(cloud, clerk, 'staff.getLead', { leadId });
  const next = async (verb: 'acceptLead' | 'adoptLead') =>
    ({ version } = await must(cloud, clerk, `staff.${verb}`, { leadId, version }, `${verb}-unheard`));
  await next('acceptLead');
  await next('adoptLead');
  const desk = await signIn(cloud, clerk);
  const asked = { leadIds: [leadId], kind: 'opinionBrief' as const };
  expect((await refusalOf(cloud, desk, 'panel.startPaper', asked)).code).toBe('INVALID_INPUT');
  const written = { leadId, version, text: LAMP_TEXT };
  const after = await must(cloud, clerk, 'staff.confirmTranscript', written, 'written-unheard');
  // It was accepted already: who has it keeps it.
  expect(after.owner).toEqual({ kind: 'countyDesk' });
  expect((await reportUp(cloud, desk, [leadId])).number).toBe(1);
});

test('a transcript that the resident read over routes the lead at once', async () => {
  const { leadId } = await speak(resident('careful'), { voice: { seconds: 60.4, transcript: LAMP_TEXT } });
  expect(await must(cloud, clerk, 'staff.getLead', { leadId })).toMatchObject({
    text: LAMP_TEXT,
    voice: { seconds: 60, transcript: { by: { kind: 'resident' } } },
    owner: { kind: 'liaison' },
  });
});

test('a voice tells who speaks: only those who may know the contact hear it, all others read it', async () => {
  for (const [anonymity, hears] of [
    ['committeeOnly', { clerk: true, liaison: false, member: false }],
    ['hiddenFromUnit', { clerk: true, liaison: true, member: false }],
  ] as const) {
    const person = resident(`voice-${anonymity}`);
    const evidence = [await voiceOf(person), await sent(person, 'video/mp4', MP4)];
    const voice = { seconds: 5, transcript: '请看路灯。' };
    const input = { text: LAMP_TEXT, scene: ANKANG_CODE, evidence, voice, anonymity };
    const { leadId, number, trackingCode } = await must(cloud, person, 'resident.submitLead', input);
    for (const name of ['clerk', 'liaison', 'member'] as const) {
      const view = await must(cloud, officer(name), 'staff.getLead', { leadId });
      expect([name, view.voice?.url != null, view.videoUrls?.length]).toEqual([
        name,
        hears[name],
        hears[name] ? 1 : 0,
      ]);
      expect(view.voice?.transcript?.text).toBe('请看路灯。');
    }
    const tracked = await must(cloud, resident('t'), 'resident.trackLead', { number, trackingCode });
    expect(tracked.voice).toMatchObject({ url: null, transcript: { text: '请看路灯。' } });
    expect(tracked).not.toHaveProperty('videoUrls');
    expect(await must(cloud, officer('leader'), 'staff.getLead', { leadId })).toMatchObject({
      voice: { url: null },
    });
  }
});

test('a pinned spot is kept to about ten metres, for those who go there', async () => {
  const person = resident('pinned');
  const point = { latitude: 34.134_567_89, longitude: 112.083_456_78 };
  const input = { text: LAMP_TEXT, scene: ANKANG_CODE, point };
  const { leadId, number, trackingCode } = await must(cloud, person, 'resident.submitLead', input);
  const kept = { latitude: 34.1346, longitude: 112.0835 };
  for (const name of ['clerk', 'liaison'] as const)
    expect((await must(cloud, officer(name), 'staff.getLead', { leadId })).point).toEqual(kept);
  for (const name of ['member', 'leader'] as const)
    expect(await must(cloud, officer(name), 'staff.getLead', { leadId })).not.toHaveProperty('point');
  expect(await must(cloud, resident('t'), 'resident.trackLead', { number, trackingCode })).not.toHaveProperty(
    'point',
  );
});

test('one recording and one video at most, each of its size; without either there must be words', async () => {
  const person = resident('many');
  const two = [await voiceOf(person), await voiceOf(person)];
  for (const input of [
    { text: LAMP_TEXT, evidence: two },
    { text: ' ', evidence: [] },
    { text: '', voice: { seconds: 5 } },
    { text: '', evidence: [await sent(person, 'video/mp4', MP4)] },
  ])
    expect((await refusalOf(cloud, person, 'resident.submitLead', input)).code).toBe('INVALID_INPUT');
  const tooLarge = { 'audio/webm': VOICE_BYTES_MAX + 1, 'video/mp4': VIDEO_BYTES_MAX + 1 };
  for (const [contentType, bytes] of Object.entries(tooLarge))
    expect(await refusalOf(cloud, person, 'resident.prepareUpload', { contentType, bytes })).toMatchObject({
      field: 'bytes',
    });
  const video = { contentType: 'video/mp4', bytes: 10 };
  expect((await refusalOf(cloud, clerk, 'staff.prepareUpload', video)).field).toBe('contentType');
});
