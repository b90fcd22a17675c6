/*
 * What a camera writes beside the picture: where, when, with which phone, sometimes a name. It is taken out on the
 * device, before a file is kept or sent, whatever the phone's own tools did.
 */

/** What the first bytes say a file is; null where they say nothing this app takes. */
export type Sniffed = 'jpeg' | 'png' | 'webp' | 'heic' | 'video' | null;

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'];

/** What a file is by its first sixteen bytes, whatever its name says. */
export function sniff(head: Uint8Array): Sniffed {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (head[0] === 0x89 && ascii(head, 1, 3) === 'PNG') return 'png';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP') return 'webp';
  if (ascii(head, 4, 4) !== 'ftyp') return null;
  return HEIC_BRANDS.includes(ascii(head, 8, 4)) ? 'heic' : 'video';
}

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const APP1 = 0xe1;
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** JFIF, the colour profile and Adobe's colour hint: needed to show the picture as it was taken. */
const isNeeded = (marker: number, segment: Uint8Array): boolean =>
  marker === 0xe0 || marker === 0xee || (marker === 0xe2 && ascii(segment, 4, 11) === 'ICC_PROFILE');

/**
 * A JPEG with its picture and nothing beside it: no EXIF, no GPS, no thumbnail, no comment. Which way up it is stays,
 * where the camera said so. Null for what is not a whole JPEG.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return joined([...parts, bytes.subarray(at)]);
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) {
      const turned = orientationOf(segment);
      if (turned > 1 && parts.length === 1) parts.push(onlyOrientation(turned));
    } else if (marker !== COMMENT && (!isApplication(marker) || isNeeded(marker, segment))) {
      parts.push(segment);
    }
    if (end <= at + 2) return null;
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const ORIENTATION_TAG = 0x0112;
const TIFF_AT = 10;

/** 1 to 8 as EXIF counts; 1 where it does not say. */
function orientationOf(segment: Uint8Array): number {
  if (ascii(segment, 4, 4) !== 'Exif' || segment.length < TIFF_AT + 14) return 1;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.length);
  const little = view.getUint16(TIFF_AT) === 0x4949;
  const first = TIFF_AT + view.getUint32(TIFF_AT + 4, little);
  if (first + 2 > segment.length) return 1;
  const count = view.getUint16(first, little);
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12;
    if (entry + 12 > segment.length) return 1;
    if (view.getUint16(entry, little) === ORIENTATION_TAG) {
      const turned = view.getUint16(entry + 8, little);
      return turned >= 1 && turned <= 8 ? turned : 1;
    }
  }
  return 1;
}

/** The smallest EXIF there is: one entry, which way up. */
const onlyOrientation = (turned: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, APP1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, turned, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);

/** Boxes that hold more boxes on the way to what a phone writes about itself. */
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf'];
/** What a phone writes about itself and where it is. */
const TELLING = ['udta', 'meta', 'uuid'];

/**
 * The same video with what the phone wrote about place, time and model blanked out in place, so that nothing moves.
 * False where the bytes are not a whole MP4 or MOV.
 */
export function blankVideoMetadata(bytes: Uint8Array): boolean {
  if (sniff(bytes.subarray(0, 16)) !== 'video') return false;
  return blankBoxes(bytes, 0, bytes.length);
}

function blankBoxes(bytes: Uint8Array, from: number, to: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = from;
  while (at + 8 <= to) {
    const short = view.getUint32(at);
    const name = ascii(bytes, at + 4, 4);
    const isLong = short === 1;
    if (isLong && at + 16 > to) return false;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const header = isLong ? 16 : 8;
    if (size < header || at + size > to) return false;
    if (TELLING.includes(name)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4);
      bytes.fill(0, at + header, at + size);
    } else if (CONTAINERS.includes(name) && !blankBoxes(bytes, at + header, at + size)) return false;
    at += size;
  }
  return at === to;
}
