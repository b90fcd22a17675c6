import type { Browser, Page } from 'playwright-core';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const u16 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])));
const u32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([u16(tag, type), u32(count), value]);
const rational = (...parts: number[]): Buffer => Buffer.concat(parts.flatMap((part) => [u32(part), u32(1)]));

/** What a phone writes into its photos: its make, and where it was, to the second of an arc. */
function exifWithPlace(): Buffer {
  const make = bytes('HUAWEI\0\0');
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const makeAt = gpsAt + 2 + 4 * 12 + 4;
  const first = Buffer.concat([
    u16(2),
    entry(0x010f, 2, 7, u32(makeAt)),
    entry(0x8825, 4, 1, u32(gpsAt)),
    u32(0),
  ]);
  const latitudeAt = makeAt + make.length;
  const gps = Buffer.concat([
    u16(4),
    entry(1, 2, 2, bytes('N\0\0\0')),
    entry(2, 5, 3, u32(latitudeAt)),
    entry(3, 2, 2, bytes('E\0\0\0')),
    entry(4, 5, 3, u32(latitudeAt + 24)),
    u32(0),
  ]);
  const tiff = Buffer.concat([
    bytes('MM\0*'),
    u32(8),
    first,
    gps,
    make,
    rational(34, 8, 4),
    rational(112, 5, 0),
  ]);
  const payload = Buffer.concat([bytes('Exif\0\0'), tiff]);
  return Buffer.concat([u16(0xffe1, payload.length + 2), payload]);
}

/** A photo as a phone takes it, this many pixels wide and high, with EXIF and GPS in it. */
export async function photoFromPhone(browser: Browser, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(
    async ([wide, high]) => {
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = high;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      const sky = pen.createLinearGradient(0, 0, wide, high);
      sky.addColorStop(0, '#8fb7d9');
      sky.addColorStop(1, '#5b6b3a');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, wide, high);
      // Leaves and gravel: what makes a photo as large as a photo is.
      for (let stroke = 0; stroke < (wide * high) / 300; stroke += 1) {
        pen.fillStyle = `hsl(${(stroke * 37) % 140} ${30 + (stroke % 50)}% ${20 + (stroke % 60)}%)`;
        pen.fillRect((stroke * 7919) % wide, (stroke * 104729) % high, 3 + (stroke % 17), 2 + (stroke % 11));
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
      const read = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
      let text = '';
      for (let at = 0; at < read.length; at += 8_192)
        text += String.fromCharCode(...read.subarray(at, at + 8_192));
      return btoa(text);
    },
    [width, height] as const,
  );
  await page.close();
  const plain = Buffer.from(base64, 'base64');
  return Buffer.concat([plain.subarray(0, 2), exifWithPlace(), plain.subarray(2)]);
}

/** Whether anything in the bytes tells where or with what they were taken. */
export const tellsPlace = (photo: Buffer): boolean =>
  /Exif|HUAWEI|http:\/\/ns\.adobe/.test(photo.toString('latin1'));

/** Picks files on the submit page as the phone's own picker would. */
export async function pick(
  page: Page,
  button: string,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.locator(button).last().click();
  await (await chooser).setFiles(files);
}
