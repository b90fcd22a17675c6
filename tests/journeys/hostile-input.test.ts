import { PHOTO_BYTES_MAX, PHOTOS_MAX, TEXT_MAX, TRACKING_MISSES_PER_NUMBER } from '@contract/limits';
import type { EnvelopeError } from '@contract/envelope';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, must, refusalOf, sendAnything, type Person } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { farFromTheHour } from '../support/far-from-the-hour';
import { sendFile, sendPhoto } from '../support/photos';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { browser } from '../support/web';

/**
 * What nobody should send, through the functions as deployed: each is refused or handled in words, nothing leaks and
 * nothing is changed. Its parts in detail: photos, voice-and-video, bad-input, tracking-and-limits, codes,
 * repeated-requests.
 */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const MB = 1024 * 1024;
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>',
);
const HEIC = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(64)]);
/** A photograph to who looks at its first bytes, a page with a script to who looks for one. */
const POLYGLOT = Buffer.concat([JPEG, Buffer.from('<html><script>alert(document.cookie)</script></html>')]);

let people = 0;
const somebody = (): Person => resident(`hostile-${(people += 1)}`);
const leads = async (): Promise<string> => JSON.stringify(await cloud.documents('leads'));

/** Nothing of the machinery in what a person reads: no path, no stack, no code. */
const inWords = ({ message }: EnvelopeError): string => {
  expect(message).toMatch(/\p{Script=Han}{4}/u);
  expect(message).not.toMatch(/cloud:\/\/|evidence\/|\bat \w+|Error|undefined|null|\{/);
  return message;
};

async function refused(input: object, who: Person = somebody()): Promise<string> {
  const before = await leads();
  const answer = await sendAnything(
    cloud,
    { action: 'resident.submitLead', input, requestId: `r-${(people += 1)}-hostile` },
    who,
  );
  if (answer.ok) throw new Error('was taken');
  expect(await leads()).toBe(before);
  return inWords(answer.error);
}

describe('files', () => {
  test('nine photos of 20 MB: each is refused before it is sent, and nothing waits for it', async () => {
    const before = await cloud.snapshot();
    for (let photo = 0; photo < PHOTOS_MAX; photo += 1) {
      const asked = { contentType: 'image/jpeg', bytes: 20 * MB };
      const refusal = await refusalOf(cloud, somebody(), 'resident.prepareUpload', asked);
      expect(inWords(refusal)).toBe('照片太大了，请选 10 MB 以内的。');
    }
    expect(await cloud.snapshot()).toBe(before);
  });

  test('one that was announced as small and sent large is found when it is submitted', async () => {
    const who = somebody();
    const large = Buffer.concat([JPEG, Buffer.alloc(PHOTO_BYTES_MAX)]);
    const file = await sendFile(cloud, who, { contentType: 'image/jpeg', bytes: large, announced: 10 });
    expect(await refused({ text: LAMP_TEXT, evidence: [file] }, who)).toBe('照片太大了，请选 10 MB 以内的。');
  });

  test.each([
    ['a HEIC', 'image/heic', HEIC],
    ['a drawing with a script', 'image/svg+xml', SVG],
    ['a page', 'text/html', Buffer.from('<!doctype html>')],
  ])(
    '%s: its type is not taken, and under a false one it is found out',
    async (_what, contentType, bytes) => {
      const who = somebody();
      const asked = { contentType, bytes: bytes.length };
      expect(inWords(await refusalOf(cloud, who, 'resident.prepareUpload', asked))).toMatch(/JPG、PNG/);
      const file = await sendFile(cloud, who, { contentType: 'image/jpeg', bytes });
      expect(await refused({ text: LAMP_TEXT, evidence: [file] }, who)).toMatch(/不像照片/);
    },
  );

  test('a photo that is also a page is shown as a photo and runs nowhere', async () => {
    const who = somebody();
    const file = await sendFile(cloud, who, { contentType: 'image/jpeg', bytes: POLYGLOT });
    const input = { text: LAMP_TEXT, scene: ANKANG_CODE, evidence: [file] };
    const { leadId } = await must(cloud, who, 'resident.submitLead', input);
    const { photoUrls = [] } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    const { headers } = await fetch(photoUrls[0] ?? '');
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });
});

describe('words', () => {
  test('ten thousand characters are refused with the number that counts', async () => {
    expect(await refused({ text: '路灯坏了没人修，'.repeat(1_250) })).toContain(String(TEXT_MAX));
  });

  test.each([
    ['a storm of emoji', '😡🔥💥'.repeat(600)],
    ['characters of no width', '\u200b\u200c\u200d\ufeff\u2060'.repeat(300)],
    ['letters piled on letters', `路${'\u0301'.repeat(800)}灯`],
    ['a script', '<img src=x onerror=alert(1)>路灯坏了'],
  ])(
    '%s: refused in words, or a lead that somebody holds and reads as it was written',
    async (_what, text) => {
      const who = somebody();
      const answer = await ask(cloud, who, 'resident.submitLead', { text, scene: ANKANG_CODE });
      if (!answer.ok) return void inWords(answer.error);
      const seen = await must(cloud, officer('clerk'), 'staff.getLead', { leadId: answer.data.leadId });
      expect(seen.owner?.kind).toMatch(/^(countyDesk|liaison)$/);
      expect(seen.text).toBe(text.trim());
    },
  );
});

describe('what cannot be seen', () => {
  test.each([
    ['marks that turn the words around', '\u202e灯路坏了\u202c，\u2067请修。\u2069', '灯路坏了，请修。'],
    ['controls', '路灯\u0000坏了\u0007，\n请修。', '路灯坏了，\n请修。'],
    ['half a character', '路灯坏了\ud83d，请修。', '路灯坏了，请修。'],
  ])('%s: not kept, the words are', async (_what, text, kept) => {
    const { leadId } = await must(cloud, somebody(), 'resident.submitLead', { text, scene: ANKANG_CODE });
    expect((await must(cloud, officer('clerk'), 'staff.getLead', { leadId })).text).toBe(kept);
  });

  test('letters that are drawn as nothing are no text', async () => {
    expect(await refused({ text: '\u3164\u115f\u1160' })).toBeTruthy();
  });
});

describe('what is somebody else’s', () => {
  test.each([
    ['another county’s number', '4103051000015'],
    ['a query', '{"$ne":null}'],
    ['a way up', '../../410325100001'],
    ['a name of the language', '__proto__'],
  ])(
    'a forged scene, %s: the page says so in words, and the matter goes on without it',
    async (_what, scene) => {
      const { place, codeProblem } = await must(cloud, somebody(), 'resident.getIntake', { scene });
      expect([place, codeProblem]).toEqual([null, expect.stringMatching(/照样可以反映。$/)]);
      const { leadId } = await must(cloud, somebody(), 'resident.submitLead', { text: LAMP_TEXT, scene });
      const stored = (await cloud.documents('leads')).find(({ _id }) => _id === leadId);
      expect(stored?.['lead']).toMatchObject({ codeId: null, entry: 'home' });
    },
  );

  test('a scene longer than WeChat prints is refused', async () => {
    expect(await refused({ text: LAMP_TEXT, scene: '4'.repeat(65) })).toBeTruthy();
  });

  test('somebody else’s draft id is one’s own lead and never the other one’s receipt', async () => {
    const mother = somebody();
    const draft = 'the-draft-of-mother';
    const hers = await must(cloud, mother, 'resident.submitLead', { text: LAMP_TEXT }, draft);
    const thief = browser();
    const theirs = await must(cloud, thief, 'resident.submitLead', { text: '井盖破了。' }, draft);
    expect(theirs.number).not.toBe(hers.number);
    expect(JSON.stringify(theirs)).not.toContain(hers.trackingCode);
    expect((await refusalOf(cloud, thief, 'resident.getMyLead', { leadId: hers.leadId })).code).toBe(
      'NOT_FOUND',
    );
    expect((await must(cloud, mother, 'resident.getMyLead', { leadId: hers.leadId })).text).toBe(LAMP_TEXT);
  });

  test('somebody else’s photos are not to be had by naming them', async () => {
    const theirs = await sendPhoto(cloud, somebody());
    expect(await refused({ text: LAMP_TEXT, evidence: [theirs] })).toMatch(/重新选一次/);
  });

  test('a list of guesses at a tracking code, played back from many phones, opens nothing and changes nothing', async () => {
    const { number, trackingCode, leadId } = await must(cloud, somebody(), 'resident.submitLead', {
      text: LAMP_TEXT,
    });
    await farFromTheHour();
    const before = await leads();
    const list = Array.from({ length: TRACKING_MISSES_PER_NUMBER / 2 }, (_, at) =>
      String((Number(trackingCode) + 1 + at) % 1_000_000).padStart(6, '0'),
    );
    const said: string[] = [];
    for (const round of [list, [...list, trackingCode]]) {
      for (const guess of round) {
        const code = { number, trackingCode: guess };
        const deed = { ...code, version: 1, fixed: true, stars: 5 };
        const looked = await ask(cloud, browser(), 'resident.trackLead', code);
        const did = await ask(cloud, browser(), 'resident.giveFeedbackByCode', deed);
        for (const answer of [looked, did]) {
          if (answer.ok) throw new Error('a guess opened it');
          said.push(answer.error.code);
          expect(inWords(answer.error)).not.toContain(LAMP_TEXT.slice(0, 4));
        }
      }
    }
    expect(said.slice(0, TRACKING_MISSES_PER_NUMBER)).toEqual(
      said.slice(0, TRACKING_MISSES_PER_NUMBER).map(() => 'NOT_FOUND'),
    );
    expect(new Set(said.slice(TRACKING_MISSES_PER_NUMBER))).toEqual(new Set(['RATE_LIMITED']));
    expect(await leads()).toBe(before);
    expect((await must(cloud, officer('clerk'), 'staff.getLead', { leadId })).status).toBe('routed');
  });
});

test('none of it left a fault in the log, and nothing of it stands there in words', () => {
  expect(cloud.logs()).not.toMatch(/"fault"/);
  expect(cloud.logs()).not.toMatch(/路灯|井盖|alert\(/);
});
