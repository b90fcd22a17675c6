import { PHOTO_BYTES_MAX, PHOTOS_MAX } from '@contract/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { PHOTO, sendBytes, sendPhoto } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const photographer = resident('photographer');

const ticketFor = (person: Person) =>
  must(cloud, person, 'resident.prepareUpload', { contentType: 'image/png', bytes: PHOTO.length });

const uploaded = (person: Person): Promise<string> => sendPhoto(cloud, person);
const submit = (person: Person, evidence: string[]) =>
  must(cloud, person, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE, evidence });

test('a photo goes up by its ticket and comes back, byte by byte, to those who work on the lead', async () => {
  const { leadId, number, trackingCode } = await submit(photographer, [await uploaded(photographer)]);
  for (const name of ['clerk', 'liaison', 'member'] as const) {
    const { photoUrls = [] } = await must(cloud, officer(name), 'staff.getLead', { leadId });
    expect(photoUrls).toHaveLength(1);
    const answer = await fetch(photoUrls[0] ?? '');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PHOTO)).toBe(true);
  }
  expect((await must(cloud, photographer, 'resident.getMyLead', { leadId })).photoUrls).toHaveLength(1);
  expect(await must(cloud, officer('leader'), 'staff.getLead', { leadId })).not.toHaveProperty('photoUrls');
  expect(
    await must(cloud, resident('tracker'), 'resident.trackLead', { number, trackingCode }),
  ).not.toHaveProperty('photoUrls');
});

test('a photo is not to be had without its short-lived address', async () => {
  const { leadId } = await submit(photographer, [await uploaded(photographer)]);
  const { photoUrls } = await must(cloud, photographer, 'resident.getMyLead', { leadId });
  const url = new URL(photoUrls[0] ?? '');
  const without = new URL(url);
  without.search = '';
  const longer = new URL(url);
  longer.searchParams.set('e', String(Date.now() + 10 ** 9));
  for (const address of [without, longer]) expect((await fetch(address)).status).toBe(403);
  expect(Number(url.searchParams.get('e')) - Date.now()).toBeLessThanOrEqual(60 * 60 * 1000);
});

test('a ticket takes one path: what it signs cannot be sent elsewhere', async () => {
  const mine = await ticketFor(photographer);
  const theirs = await ticketFor(resident('victim'));
  const status = await sendBytes({
    ...mine,
    url: theirs.url,
    fields: { ...mine.fields, key: theirs.fields['key'] ?? '' },
  });
  expect(status).toBe(403);
});

test('photos of somebody else, made-up ids and too many of them are refused, and nothing is stored', async () => {
  const theirs = await uploaded(resident('other-photographer'));
  const mine = await uploaded(photographer);
  const folder = mine.slice(0, mine.lastIndexOf('/'));
  const foreign = [
    theirs,
    `${theirs}/${folder.slice(folder.indexOf('evidence'))}/a.png`,
    `${theirs}?x=/${folder.slice(folder.indexOf('evidence'))}/a.png`,
    `${folder}/../${theirs.slice(theirs.indexOf('evidence/') + 9)}`,
    `https://example.invalid/${folder.slice(folder.indexOf('evidence'))}/a.png`,
    `${folder}/a b.png`,
    `${folder}/`,
    'cloud://',
    '',
  ];
  const before = await cloud.snapshot();
  for (const fileId of foreign) {
    const input = { text: LAMP_TEXT, evidence: [fileId] };
    expect([fileId, (await refusalOf(cloud, photographer, 'resident.submitLead', input)).code]).toEqual([
      fileId,
      'INVALID_INPUT',
    ]);
  }
  const many = Array.from({ length: PHOTOS_MAX + 1 }, () => mine);
  expect(
    (await refusalOf(cloud, photographer, 'resident.submitLead', { text: LAMP_TEXT, evidence: many })).field,
  ).toBe('evidence');
  expect(await cloud.snapshot()).toBe(before);
});

test('a photo that never arrived is asked for again, and nothing is stored', async () => {
  const { fileId } = await ticketFor(photographer);
  const before = await cloud.snapshot();
  const input = { text: LAMP_TEXT, evidence: [fileId, await uploaded(photographer)] };
  expect(await refusalOf(cloud, photographer, 'resident.submitLead', input)).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'evidence',
    message: '有照片或录音没有传到，请再传一次。',
  });
  expect(await cloud.snapshot()).toBe(before);
});

test('a page or a script that calls itself a photo is refused', async () => {
  for (const bytes of [
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    '<!doctype html><p>',
    'GIF89a',
  ]) {
    const ticket = await ticketFor(photographer);
    await sendBytes(ticket, Buffer.from(bytes));
    const input = { text: LAMP_TEXT, evidence: [ticket.fileId] };
    expect((await refusalOf(cloud, photographer, 'resident.submitLead', input)).message).toContain('打不开');
  }
});

test('tickets are for photos of a sensible size', async () => {
  for (const contentType of ['image/svg+xml', 'text/html', 'application/pdf', '']) {
    const refusal = await refusalOf(cloud, photographer, 'resident.prepareUpload', {
      contentType,
      bytes: 10,
    });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'contentType' });
  }
  const large = { contentType: 'image/png', bytes: PHOTO_BYTES_MAX + 1 };
  expect((await refusalOf(cloud, photographer, 'resident.prepareUpload', large)).message).toContain('10 MB');
});
