import { newRequestId } from '@shared/request-id';
import { keepFile, readBytes } from './file-store';
import type { Picked } from './media-types';

/** WeChat's recorder writes AAC, its listening plugin MP3: what a file is, its first bytes tell. */
const ENDINGS = { 'audio/aac': 'aac', 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a' } as const;

function typeOf(bytes: Uint8Array): keyof typeof ENDINGS {
  const [first = 0, second = 0] = bytes;
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.slice(4) === 'ftyp') return 'audio/mp4';
  // Both begin with eleven ones; in AAC the two bits of the layer are empty.
  const isFrame = first === 0xff && second >= 0xe0;
  return head.startsWith('ID3') || (isFrame && (second & 0b110) !== 0) ? 'audio/mpeg' : 'audio/aac';
}

/** Keeps a recording that lies under a temporary path; a slip of the finger is none. */
export async function keepVoice(path: string, seconds: number): Promise<Picked> {
  if (seconds < 1) return { files: [], problem: '太短了，没有录上。点一下开始，说完再点一下。' };
  const bytes = await readBytes(path);
  const contentType = typeOf(bytes);
  const key = await keepFile(`${newRequestId()}.${ENDINGS[contentType]}`, bytes);
  const file = { key, preview: '', contentType, bytes: bytes.length, seconds: Math.round(seconds) };
  return { files: [file], problem: null };
}
