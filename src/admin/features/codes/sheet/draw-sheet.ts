import { rgb, type PDFFont, type PDFImage, type PDFPage, type RGB } from '@cantoo/pdf-lib';
import { encode } from 'uqr';
import type { SheetWords } from './sheet-words';

/** A4 in millimetres; everything below is measured from the upper left corner. */
const WIDTH = 210;
const HEIGHT = 297;
const POINTS_PER_MM = 72 / 25.4;
const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;
export const A4: [number, number] = [mm(WIDTH), mm(HEIGHT)];

const colour = (hex: string): RGB =>
  rgb(
    ...([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]),
  );
const PINE = colour('#14524b');
const INK = colour('#1e2320');
const GREY = colour('#454b46');
const CINNABAR = colour('#a3301d');
const WHITE = colour('#ffffff');
const WASH = colour('#e1ebe4');

/** With the light around it; the code itself is nine centimetres and more: read from two metres away, by old cameras too. */
const CODE_SIZE = 114;
const CODE_TOP = 83;
/** Light around the code, in modules. */
const QUIET = 4;

export interface SheetFonts {
  regular: PDFFont;
  bold: PDFFont;
}
/** What is scanned: the text of a plain code, or WeChat's own picture. */
export type Scannable = { text: string } | { picture: PDFImage };

/** Draws one sheet onto an A4 page. */
export function drawSheet(page: PDFPage, words: SheetWords, code: Scannable, fonts: SheetFonts): void {
  const pen = new Pen(page, fonts);
  drawHead(pen, words);
  drawPlace(pen, words);
  if ('picture' in code) {
    const [x, y] = pen.at((WIDTH - CODE_SIZE) / 2, CODE_TOP + CODE_SIZE);
    page.drawImage(code.picture, { x, y, width: mm(CODE_SIZE), height: mm(CODE_SIZE) });
  } else drawCode(pen, code.text);
  drawCorners(pen);
  drawSteps(pen, words.steps);
  drawUrgent(pen, words);
  drawFoot(pen, words);
}

function drawHead(pen: Pen, { brand, title, promise }: SheetWords): void {
  pen.box(0, 0, WIDTH, 58, PINE);
  pen.box(0, 59.2, WIDTH, 0.8, PINE);
  pen.centred(brand, 15, 15, { color: WHITE });
  pen.centred(title, 38, 60, { color: WHITE, isBold: true });
  pen.centred(promise, 51, 17, { color: WHITE });
}

/** The place as large as its name allows; what hangs there beneath it. */
function drawPlace(pen: Pen, { place, which }: SheetWords): void {
  const isAlone = which === '';
  pen.centred(place, isAlone ? 76.5 : 72.5, isAlone ? 38 : 32, { color: INK, isBold: true });
  if (!isAlone) pen.centred(which, 80.3, 16, { color: GREY });
}

/** Dark modules as one path of horizontal runs, a hair wider than they are so that no seams show between rows. */
function drawCode(pen: Pen, text: string): void {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1.01h${from - x - 1}z`);
    }
  }
  const [x, y] = pen.at((WIDTH - CODE_SIZE) / 2, CODE_TOP);
  pen.page.drawSvgPath(runs.join(''), { x, y, scale: mm(CODE_SIZE) / size, color: INK, borderWidth: 0 });
}

/** Brackets that say: aim here. */
function drawCorners(pen: Pen): void {
  const [left, right] = [(WIDTH - CODE_SIZE) / 2 - 1, (WIDTH + CODE_SIZE) / 2 + 1];
  const [top, bottom] = [CODE_TOP - 0.5, CODE_TOP + CODE_SIZE + 0.5];
  const [arm, thick] = [12, 1.4];
  for (const x of [left, right - arm]) {
    pen.box(x, top, arm, thick, PINE);
    pen.box(x, bottom - thick, arm, thick, PINE);
  }
  for (const x of [left, right - thick]) {
    pen.box(x, top, thick, arm, PINE);
    pen.box(x, bottom - arm, thick, arm, PINE);
  }
}

const STEPS_TOP = 206;
const STEP_HEIGHT = 8.6;

function drawSteps(pen: Pen, steps: readonly string[]): void {
  const size = 17.5;
  const widest = Math.max(...steps.map((step) => pen.widthOf(step, size)));
  const left = (WIDTH - widest - 11) / 2;
  for (const [index, step] of steps.entries()) {
    const baseline = STEPS_TOP + index * STEP_HEIGHT;
    const [x, y] = pen.at(left + 3.6, baseline - 2.3);
    pen.page.drawCircle({ x, y, size: mm(3.6), color: PINE });
    const number = String(index + 1);
    pen.text(number, left + 3.6 - pen.widthOf(number, 15, true) / 2, baseline - 0.4, 15, {
      color: WHITE,
      isBold: true,
    });
    pen.text(step, left + 11, baseline, size, { color: INK });
  }
}

function drawUrgent(pen: Pen, { urgent, numbers }: SheetWords): void {
  const [top, height] = [237, 28];
  pen.box(15, top, WIDTH - 30, height, CINNABAR);
  pen.box(15.8, top + 0.8, WIDTH - 31.6, height - 1.6, WHITE);
  pen.centred(urgent, top + 10, 18, { color: CINNABAR, isBold: true });
  const third = (WIDTH - 50) / numbers.length;
  for (const [index, { name, number }] of numbers.entries()) {
    const width = pen.widthOf(name, 16) + 3 + pen.widthOf(number, 30, true);
    const left = 25 + third * index + (third - width) / 2;
    pen.text(name, left, top + 23, 16, { color: INK });
    pen.text(number, left + pen.widthOf(name, 16) + 3, top + 23.5, 30, { color: CINNABAR, isBold: true });
  }
}

function drawFoot(pen: Pen, { help, caution, codeNumber }: SheetWords): void {
  pen.box(0, 268, WIDTH, HEIGHT - 268, WASH);
  pen.centred(help, 276.5, 17, { color: INK, isBold: true });
  pen.centred(caution, 284, 14, { color: INK });
  pen.centred(codeNumber, 291, 12, { color: GREY });
}

interface Style {
  color: RGB;
  isBold?: boolean;
}

/** Writes in millimetres from the upper left corner; the page itself counts points from the lower left. */
class Pen {
  constructor(
    readonly page: PDFPage,
    private readonly fonts: SheetFonts,
  ) {}

  at(x: number, y: number): [number, number] {
    return [mm(x), mm(HEIGHT - y)];
  }

  box(x: number, y: number, width: number, height: number, color: RGB): void {
    const [left, bottom] = this.at(x, y + height);
    this.page.drawRectangle({ x: left, y: bottom, width: mm(width), height: mm(height), color });
  }

  widthOf(text: string, size: number, isBold = false): number {
    return this.font(isBold).widthOfTextAtSize(text, size) / POINTS_PER_MM;
  }

  text(text: string, x: number, baseline: number, size: number, { color, isBold = false }: Style): void {
    const [left, bottom] = this.at(x, baseline);
    this.page.drawText(text, { x: left, y: bottom, size, font: this.font(isBold), color });
  }

  /** In the middle of the page, smaller where it would not fit. */
  centred(text: string, baseline: number, size: number, style: Style): void {
    const room = WIDTH - 24;
    const fitting = size * Math.min(1, room / this.widthOf(text, size, style.isBold));
    this.text(text, (WIDTH - this.widthOf(text, fitting, style.isBold)) / 2, baseline, fitting, style);
  }

  private font(isBold: boolean): PDFFont {
    return isBold ? this.fonts.bold : this.fonts.regular;
  }
}
