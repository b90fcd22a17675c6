import type { Pen } from '../../platform/picture-types';

/** Everything the picture of a receipt says. No name, no telephone; the code to scan holds no tracking code. */
export interface ReceiptWords {
  countyName: string;
  number: string;
  trackingCode: string;
  submittedAt: string;
  placeName: string;
  firstWords: string;
  /** Rows of the code to scan, dark where true; null where nobody knows the address of the pages. */
  code: readonly (readonly boolean[])[] | null;
}

/** Wide enough for every phone, letters large enough for old eyes when it fills the screen. */
export const RECEIPT_WIDTH = 750;
const EDGE = 56;
const SERIF = '"Songti SC","STSong","Noto Serif CJK SC","SimSun",serif';
const SANS = '"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif';
const INK = '#1e2320';
const QUIET = '#454b46';
const PAPER = '#fffdf8';
const PINE = '#14524b';
const FIRST_WORDS_LINES = 2;
const CODE_SIZE = 240;

/** How high the picture is. */
export const receiptHeight = ({ code }: ReceiptWords): number => (code === null ? 890 : 1190);

/** Paints the receipt from top to bottom: who gave it, the two numbers, when, where, how it began, and where to look. */
export function paintReceipt(pen: Pen, words: ReceiptWords): void {
  const height = receiptHeight(words);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, RECEIPT_WIDTH, height);
  pen.fillStyle = PINE;
  pen.fillRect(0, 0, RECEIPT_WIDTH, 16);
  pen.textAlign = 'left';
  write(pen, `${words.countyName}政协 · 收到了`, { y: 96, size: 44, font: SERIF, weight: 700 });
  label(pen, '编号', 170);
  write(pen, words.number, { y: 240, size: 62, font: SERIF, weight: 700 });
  label(pen, '查询码', 320);
  write(pen, Array.from(words.trackingCode).join(' '), { y: 416, size: 88, font: SERIF, weight: 700 });
  pen.fillStyle = '#d6cbb5';
  pen.fillRect(EDGE, 462, RECEIPT_WIDTH - 2 * EDGE, 2);
  let y = 520;
  for (const line of [words.submittedAt, words.placeName].filter(Boolean)) {
    write(pen, line, { y, size: 34 });
    y += 54;
  }
  for (const line of linesOf(pen, `「${words.firstWords}」`)) {
    write(pen, line, { y, size: 34, colour: QUIET });
    y += 52;
  }
  const hint = height - (words.code === null ? 110 : 400);
  write(pen, '凭这两个号，用谁的手机都能查进度。', { y: hint, size: 34, weight: 700 });
  write(pen, '别把查询码给不相干的人。', { y: hint + 52, size: 32, colour: QUIET });
  if (words.code !== null) paintCode(pen, words.code, hint + 92);
}

function label(pen: Pen, text: string, y: number): void {
  write(pen, text, { y, size: 32, colour: QUIET });
}

interface Writing {
  y: number;
  size: number;
  x?: number;
  font?: string;
  weight?: number;
  colour?: string;
}

function write(
  pen: Pen,
  text: string,
  { x = EDGE, y, size, font = SANS, weight = 400, colour = INK }: Writing,
): void {
  pen.fillStyle = colour;
  pen.font = `${weight} ${size}px ${font}`;
  pen.fillText(text, x, y);
}

/** The words in as many lines as there is room for; what is left over is cut off with dots. */
function linesOf(pen: Pen, text: string): string[] {
  pen.font = `400 34px ${SANS}`;
  const room = RECEIPT_WIDTH - 2 * EDGE;
  const lines: string[] = [''];
  for (const character of Array.from(text.replace(/\s+/g, ' '))) {
    const line = lines.at(-1) ?? '';
    if (pen.measureText(line + character).width <= room) lines[lines.length - 1] = line + character;
    else if (lines.length < FIRST_WORDS_LINES) lines.push(character);
    else {
      lines[lines.length - 1] = `${line.slice(0, -1)}…`;
      break;
    }
  }
  return lines;
}

function paintCode(pen: Pen, rows: NonNullable<ReceiptWords['code']>, top: number): void {
  const cell = Math.floor(CODE_SIZE / rows.length);
  pen.fillStyle = '#ffffff';
  pen.fillRect(EDGE - 12, top - 12, cell * rows.length + 24, cell * rows.length + 24);
  pen.fillStyle = '#000000';
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(EDGE + x * cell, top + y * cell, cell, cell);
    }),
  );
  const beside = EDGE + cell * rows.length + 44;
  write(pen, '扫一扫，', { x: beside, y: top + 80, size: 34 });
  write(pen, '再输查询码，', { x: beside, y: top + 134, size: 34 });
  write(pen, '就能看办到哪一步。', { x: beside, y: top + 188, size: 34 });
}
