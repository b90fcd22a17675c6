import { afterEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_DRAFT, toSubmission } from '../../src/miniprogram/data/draft';
import { hearWords } from '../../src/miniprogram/platform/hear-words.h5';
import { findRecogniser, listen, type Recogniser } from '../../src/miniprogram/speech/recognise';

const phone = vi.hoisted(() => ({ agreed: true }));
vi.mock('../../src/miniprogram/platform/privacy', () => ({
  mayUsePersonalThings: () => Promise.resolve(phone.agreed),
}));
vi.mock('../../src/miniprogram/platform/keep-voice', () => ({
  keepVoice: (path: string, seconds: number) =>
    Promise.resolve({
      files: [{ key: path, preview: '', contentType: 'audio/mpeg', bytes: 9, seconds }],
      problem: null,
    }),
}));
afterEach(() => {
  phone.agreed = true;
  vi.unstubAllGlobals();
});

/** WeChat's plugin: starts at once, or is refused. */
function plugin({ refused = false } = {}): Recogniser {
  const nothing = (): void => undefined;
  const made: Recogniser = {
    onStart: nothing,
    onRecognize: nothing,
    onStop: nothing,
    onError: nothing,
    start: () => (refused ? made.onError() : made.onStart()),
    stop: () => made.onStop({ result: '路灯坏了。 ', tempFilePath: 'a.mp3', duration: 5_000 }),
  };
  return made;
}

describe('in WeChat, with 微信同声传译', () => {
  test('the words are shown as they are understood, and come with the recording', async () => {
    const recogniser = plugin();
    const said: string[] = [];
    const listening = await listen(
      recogniser,
      (words) => said.push(words),
      () => undefined,
    );
    recogniser.onRecognize({ result: '路灯' });
    expect(await listening?.stop()).toMatchObject({
      words: '路灯坏了。',
      files: [{ key: 'a.mp3', seconds: 5 }],
    });
    expect(said).toEqual(['路灯']);
  });

  test('without the plugin, refused by it, or without leave, it is recorded without words', async () => {
    expect(findRecogniser()).toBeNull();
    const nothing = (): void => undefined;
    expect(await listen(null, nothing, nothing)).toBeNull();
    expect(await listen(plugin({ refused: true }), nothing, nothing)).toBeNull();
    phone.agreed = false;
    expect(await listen(plugin(), nothing, nothing)).toBeNull();
  });

  test('a minute is all: the page is told when the time is up', async () => {
    const recogniser = plugin();
    const onFull = vi.fn();
    await listen(recogniser, () => undefined, onFull);
    recogniser.onStop({ result: '', tempFilePath: 'a.mp3', duration: 60_000 });
    expect(onFull).toHaveBeenCalledOnce();
  });
});

describe('in a browser', () => {
  const microphone = { getAudioTracks: () => [{}] } as unknown as MediaStream;
  class Recognition {
    static state = 'available';
    static available = vi.fn(() => Promise.resolve(Recognition.state));
    processLocally = false;
    onresult: (event: { results: { transcript: string }[][] }) => void = () => undefined;
    onend: () => void = () => undefined;
    start = vi.fn(() => expect(this.processLocally).toBe(true));
    stop = (): void => {
      this.onresult({ results: [[{ transcript: '桥栏' }], [{ transcript: '断了' }]] });
      this.onend();
    };
  }

  test('what is said is written down on the device itself', async () => {
    vi.stubGlobal('SpeechRecognition', Recognition);
    expect(await (await hearWords(microphone))?.()).toBe('桥栏断了');
    expect(Recognition.available).toHaveBeenCalledWith({ langs: ['zh-CN'], processLocally: true });
  });

  test('a browser that would send the voice away, or knows nothing of it, is not asked to', async () => {
    expect(await hearWords(microphone)).toBeNull();
    vi.stubGlobal('SpeechRecognition', Recognition);
    Recognition.state = 'downloadable';
    expect(await hearWords(microphone)).toBeNull();
    vi.stubGlobal('SpeechRecognition', class {});
    expect(await hearWords(microphone)).toBeNull();
  });
});

test('words a machine heard are sent only once somebody said that they are right', () => {
  const file = { key: 'a', preview: '', contentType: 'audio/mpeg', bytes: 9, seconds: 5, fileId: 'f' };
  const heard = { ...file, transcript: '路灯坏了。', unconfirmed: true as const };
  expect(toSubmission({ ...EMPTY_DRAFT, voice: heard }).voice?.transcript).toBe('');
  const { unconfirmed: _, ...sure } = heard;
  expect(toSubmission({ ...EMPTY_DRAFT, voice: sure }).voice?.transcript).toBe('路灯坏了。');
});
