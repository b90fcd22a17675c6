import type { EvidenceKind } from '@contract/lead';
import { PHOTO_BYTES_MAX, VIDEO_BYTES_MAX, VOICE_BYTES_MAX } from '@contract/limits';

type Signature = 'jpeg' | 'png' | 'webp' | 'iso' | 'ebml' | 'mp3' | 'aac' | 'ogg' | 'wav';
export interface FileKind {
  kind: EvidenceKind;
  signature: readonly Signature[];
}

/** What each ending holds, and how its bytes begin. */
export const FILE_KINDS: Partial<Record<string, FileKind>> = {
  jpg: { kind: 'photo', signature: ['jpeg'] },
  png: { kind: 'photo', signature: ['png'] },
  webp: { kind: 'photo', signature: ['webp'] },
  mp4: { kind: 'video', signature: ['iso'] },
  mov: { kind: 'video', signature: ['iso'] },
  m4a: { kind: 'voice', signature: ['iso'] },
  weba: { kind: 'voice', signature: ['ebml'] },
  ogg: { kind: 'voice', signature: ['ogg'] },
  mp3: { kind: 'voice', signature: ['mp3'] },
  aac: { kind: 'voice', signature: ['aac', 'iso'] },
  wav: { kind: 'voice', signature: ['wav'] },
};

/** The ending under which a file of this type is kept; undefined for a type that is not taken. */
export const ENDINGS: Partial<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
};

export const BYTES_MAX: Record<EvidenceKind, number> = {
  photo: PHOTO_BYTES_MAX,
  voice: VOICE_BYTES_MAX,
  video: VIDEO_BYTES_MAX,
};

/** So many bytes tell what a file is. */
export const HEAD_BYTES = 16;

/** Whether a file that begins so can be what its ending says. */
export const looksLike = ({ signature }: FileKind, head: Uint8Array): boolean =>
  signature.some((each) => SIGNATURES[each](head));

const at = (head: Uint8Array, from: number, text: string): boolean =>
  [...text].every((character, index) => head[from + index] === character.charCodeAt(0));

const SIGNATURES: Record<Signature, (head: Uint8Array) => boolean> = {
  jpeg: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  png: (head) => head[0] === 0x89 && at(head, 1, 'PNG'),
  webp: (head) => at(head, 0, 'RIFF') && at(head, 8, 'WEBP'),
  iso: (head) => at(head, 4, 'ftyp'),
  ebml: (head) => head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3,
  ogg: (head) => at(head, 0, 'OggS'),
  mp3: (head) => at(head, 0, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  aac: (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0,
  wav: (head) => at(head, 0, 'RIFF') && at(head, 8, 'WAVE'),
};
