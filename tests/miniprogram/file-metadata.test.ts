import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankVideoMetadata, jpegWithoutMetadata, sniff } from '@shared/file-metadata';

const text = (words: string): number[] => [...Buffer.from(words, 'latin1')];
const segment = (marker: number, payload: readonly number[]): number[] => [
  ...[0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff],
  ...payload,
];
/** EXIF with an orientation, a maker and a piece of GPS behind it. */
const exif = (turned: number): number[] =>
  segment(0xe1, [
    ...text('Exif\0\0MM\0*\0\0\0\x08\0\x02'),
    ...[0x01, 0x0f, 0x00, 0x02, 0, 0, 0, 0x0b, 0, 0, 0, 0x26],
    ...[0x01, 0x12, 0x00, 0x03, 0, 0, 0, 0x01, 0x00, turned, 0, 0],
    ...text('GPS 34.13 112.08 Xiaomi'),
  ]);
const PICTURE = [0xff, 0xda, 0, 4, 1, 2, 3, 4, 5, 0xff, 0xd9];
const jpeg = (...segments: number[][]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...PICTURE]);
const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1');

describe('a JPEG', () => {
  test('loses EXIF, GPS, maker, XMP and comments, and keeps picture, tables and colour profile', () => {
    const tables = segment(0xdb, [1, 2, 3]);
    const profile = segment(0xe2, text('ICC_PROFILE\0profile'));
    const xmp = segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0张三'));
    const cleaned = jpegWithoutMetadata(
      jpeg(exif(1), xmp, profile, segment(0xed, text('IPTC')), segment(0xfe, text('comment')), tables),
    );
    expect(latin(cleaned)).toBe(latin(jpeg(profile, tables)));
  });

  test('taken with the phone held sideways is still shown upright: that one entry stays', () => {
    const cleaned = jpegWithoutMetadata(jpeg(exif(6)));
    expect(latin(cleaned)).not.toMatch(/GPS|Xiaomi/);
    expect(cleaned?.length).toBe(2 + 36 + PICTURE.length);
    expect(latin(jpegWithoutMetadata(cleaned ?? new Uint8Array()))).toBe(latin(cleaned));
  });

  test('that is broken, or none at all, is none', () => {
    for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1, 0, 0], text('<svg><script/></svg>')])
      expect(jpegWithoutMetadata(Uint8Array.from(bytes))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const cleaned = jpegWithoutMetadata(Uint8Array.from([0xff, 0xd8, ...rest]));
        expect(cleaned === null || cleaned.length <= rest.length + 2 + 36).toBe(true);
      }),
    );
  });
});

const box = (name: string, ...inside: number[][]): number[] => {
  const payload = inside.flat();
  const size = payload.length + 8;
  return [...[size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255], ...text(name), ...payload];
};

describe('a video', () => {
  const place = box('udta', text('\xa9xyz+34.1345+112.0834/'));
  const film = (...inMovie: number[][]): Uint8Array =>
    Uint8Array.from([
      ...box('ftyp', text('isom\0\0\0\0isom')),
      ...box('moov', box('mvhd', text('head')), box('trak', place, box('tkhd', text('tk'))), ...inMovie),
      ...box('mdat', text('pictures')),
    ]);

  test('loses place and model, and not one byte moves', () => {
    const bytes = film(place, box('meta', text('com.apple.quicktime.location.ISO6709')));
    const before = bytes.length;
    expect(blankVideoMetadata(bytes)).toBe(true);
    expect(latin(bytes)).not.toMatch(/34\.1345|apple|xyz/);
    expect(bytes.length).toBe(before);
    expect(latin(bytes)).toContain('pictures');
    expect(latin(bytes).match(/free/g)).toHaveLength(3);
  });

  test('that is cut off or none at all is refused', () => {
    expect(blankVideoMetadata(film().subarray(0, 60))).toBe(false);
    expect(blankVideoMetadata(Uint8Array.from(text('GIF89a..........')))).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (rest) => {
        blankVideoMetadata(Uint8Array.from([...box('ftyp', text('isom\0\0\0\0isom')), ...rest]));
      }),
    );
  });
});

test('a file is what its first bytes say', () => {
  const heads: [string, string | null][] = [
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\x89PNG\r\n', 'png'],
    ['RIFF....WEBPVP8 ', 'webp'],
    ['\0\0\0\x18ftypheic', 'heic'],
    ['\0\0\0\x18ftypisom', 'video'],
    ['<svg xmlns="http', null],
    ['%PDF-1.7', null],
    ['', null],
  ];
  for (const [head, kind] of heads) expect(sniff(Uint8Array.from(text(head)))).toBe(kind);
});
