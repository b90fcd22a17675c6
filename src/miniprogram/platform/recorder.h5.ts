import { VOICE_SECONDS_MAX } from '@contract/limits';
import { newRequestId } from '@shared/request-id';
import { keepFile } from './file-store.h5';
import speechPlugin from '../speech-plugin.json';
import { hearWords } from './hear-words.h5';
import type { Picked, Recording } from './media-types';

/** In the order they are liked: every phone plays the first, every browser makes one of them. */
const TYPES = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg'];
const BITS_PER_SECOND = 32_000;
/** Shorter is a slip of the finger. */
const SHORTEST_S = 1;

const NOT_ALLOWED = '没有让用麦克风，所以录不了。可以打字，也可以在浏览器设置里打开麦克风再来。';

/** Whether this browser can record at all. */
export const canRecord = typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

/** Starts to record one voice; ends by itself when the time is up. */
export async function record(onFull: () => void): Promise<Recording | { problem: string }> {
  let microphone: MediaStream;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return { problem: NOT_ALLOWED };
  }
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(microphone, {
    ...(mimeType ? { mimeType } : {}),
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  const words = speechPlugin.browser ? await hearWords(microphone) : null;
  const chunks: Blob[] = [];
  const startedAt = Date.now();
  let endedAt = 0;
  const ended = new Promise<void>((resolve) => {
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.onstop = () => {
      for (const track of microphone.getTracks()) track.stop();
      resolve();
    };
  });
  const end = async (): Promise<void> => {
    clearTimeout(timer);
    if (recorder.state !== 'inactive') {
      endedAt = Date.now();
      recorder.stop();
    }
    await ended;
  };
  const timer = setTimeout(onFull, VOICE_SECONDS_MAX * 1000);
  recorder.start(1000);
  return {
    stop: async () => {
      await end();
      const seconds = Math.min(VOICE_SECONDS_MAX, (endedAt - startedAt) / 1000);
      const heard = (await words?.()) ?? '';
      const picked = await kept(new Blob(chunks, { type: recorder.mimeType }), seconds);
      return heard === '' ? picked : { ...picked, words: heard };
    },
    cancel: () => {
      void words?.();
      void end();
    },
  };
}

async function kept(blob: Blob, seconds: number): Promise<Picked> {
  if (seconds < SHORTEST_S || blob.size === 0)
    return { files: [], problem: '太短了，没有录上。点一下开始，说完再点一下。' };
  const key = newRequestId();
  await keepFile(key, blob);
  const contentType = blob.type.split(';')[0] ?? blob.type;
  const file = { key, preview: '', contentType, bytes: blob.size, seconds: Math.round(seconds) };
  return { files: [file], problem: null };
}
