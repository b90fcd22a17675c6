import { VOICE_SECONDS_MAX } from '@contract/limits';
import { keepVoice } from '../platform/keep-voice';
import { mayUsePersonalThings } from '../platform/privacy';
import type { Picked } from '../platform/media-types';

/** As much of 微信同声传译 (WechatSI) as is used here: it records and writes down at the same time. */
export interface Recogniser {
  onStart: () => void;
  onRecognize: (heard: { result: string }) => void;
  onStop: (heard: { result: string; tempFilePath: string; duration: number }) => void;
  onError: () => void;
  start: (options: { duration: number; lang: 'zh_CN' }) => void;
  stop: () => void;
}

/** What was recorded, and the words the machine heard in it; '' where it heard none. */
export type Heard = Picked & { words: string };

/** Somebody is being listened to. */
export interface Listening {
  stop: () => Promise<Heard>;
  cancel: () => void;
}

/** The plugin's own recogniser; null where this build, or this account, has none. */
export function findRecogniser(): Recogniser | null {
  try {
    const plugin = requirePlugin('WechatSI') as { getRecordRecognitionManager?: () => Recogniser };
    return plugin.getRecordRecognitionManager?.() ?? null;
  } catch {
    return null;
  }
}

/** Listens from a tap; `say` gets the words as they are understood. Null: it cannot be done, record without it. */
export async function listen(
  recogniser: Recogniser | null,
  say: (words: string) => void,
  onFull: () => void,
): Promise<Listening | null> {
  if (recogniser === null || !(await mayUsePersonalThings())) return null;
  return new Promise((resolve) => {
    let isCancelled = false;
    let give: (heard: Heard) => void = () => undefined;
    const ended = new Promise<Heard>((done) => (give = done));
    recogniser.onStart = () =>
      resolve({
        stop: () => {
          recogniser.stop();
          return ended;
        },
        cancel: () => {
          isCancelled = true;
          recogniser.stop();
        },
      });
    recogniser.onRecognize = ({ result }) => say(result);
    recogniser.onStop = ({ result, tempFilePath, duration }) => {
      if (isCancelled) return;
      void keepVoice(tempFilePath, duration / 1000).then((picked) =>
        give({ ...picked, words: result.trim() }),
      );
      if (duration >= VOICE_SECONDS_MAX * 1000 - 200) onFull();
    };
    recogniser.onError = () => {
      give({ files: [], problem: null, words: '' });
      resolve(null);
    };
    recogniser.start({ duration: VOICE_SECONDS_MAX * 1000, lang: 'zh_CN' });
  });
}
