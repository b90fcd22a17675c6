import { execFileSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';

export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}
/** One page as a picture, each grey value four times as red, green, blue and opaque. */
export function pictureOf(file: string, page: number, dotsPerInch = 100): Picture {
  const output = execFileSync(
    'pdftoppm',
    ['-gray', '-r', String(dotsPerInch), '-f', `${page}`, '-l', `${page}`, file],
    {
      maxBuffer: 1 << 26,
    },
  );
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(output.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('no picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const grey = output.subarray(head[0].length);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [index, value] of grey.entries()) data.fill(value, index * 4, index * 4 + 3);
  return { width, height, data };
}

/** What a reader makes of one picture: the text, and how far apart the finder marks are; null when it sees no code. */
function readPicture(picture: Picture): { text: string; marks: number } | null {
  let marks = 0;
  try {
    const pointsOnDetect = ({ tl, tr }: { tl: { x: number }; tr: { x: number } }): void =>
      void (marks = tr.x - tl.x);
    const text = decodeQR(picture, { effort: Infinity, timeLimit: Infinity, pointsOnDetect });
    return { text, marks };
  } catch {
    return null;
  }
}

/** What a camera reads from the printed page, coming nearer until it does; the marks' distance in millimetres. */
export function scanned(file: string, page = 1): { text: string; marks: number } {
  for (const dotsPerInch of [60, 72, 90, 100, 120, 150]) {
    const read = readPicture(pictureOf(file, page, dotsPerInch));
    if (read !== null) return { text: read.text, marks: (read.marks / dotsPerInch) * 25.4 };
  }
  throw new Error(`no code could be read on page ${page}`);
}
