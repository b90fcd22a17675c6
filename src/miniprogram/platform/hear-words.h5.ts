/** As much of the Web Speech API as is used here. */
interface Recognition {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start: (track?: MediaStreamTrack) => void;
  stop: () => void;
}
interface RecognitionClass {
  new (): Recognition;
  available?: (options: { langs: string[]; processLocally: boolean }) => Promise<string>;
}

const LANGUAGE = 'zh-CN';
/** So long the last words may take after somebody has stopped. */
const LAST_WORDS_MS = 3_000;

/**
 * Writes down what is said while it is recorded; gives the way to end it and get the words. Null where this browser
 * cannot do that on the device itself: a voice is not sent to whoever made the browser.
 */
export async function hearWords(microphone: MediaStream): Promise<(() => Promise<string>) | null> {
  const { SpeechRecognition } = globalThis as { SpeechRecognition?: RecognitionClass };
  const [track] = microphone.getAudioTracks();
  if (SpeechRecognition?.available === undefined || track === undefined) return null;
  try {
    const onDevice = { langs: [LANGUAGE], processLocally: true };
    if ((await SpeechRecognition.available(onDevice)) !== 'available') return null;
    return begin(new SpeechRecognition(), track);
  } catch {
    return null;
  }
}

function begin(recognition: Recognition, track: MediaStreamTrack): () => Promise<string> {
  let words = '';
  const ended = new Promise<void>((resolve) => {
    recognition.onend = resolve;
    recognition.onerror = resolve;
  });
  recognition.onresult = ({ results }) => {
    words = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
  };
  Object.assign(recognition, { lang: LANGUAGE, continuous: true, processLocally: true });
  recognition.start(track);
  return async () => {
    recognition.stop();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]);
    return words.trim();
  };
}
