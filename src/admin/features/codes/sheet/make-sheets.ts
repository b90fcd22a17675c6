import { PDFDocument } from '@cantoo/pdf-lib';
import type { CodeItem, CodeSettings } from '@contract/codes';
import { A4, drawSheet, type Scannable } from './draw-sheet';
import { plainCodeText, sheetWords } from './sheet-words';
import { subsettingFontkit } from './subsetting-fontkit';

export interface SheetOrder {
  codes: readonly CodeItem[];
  countyName: string;
  settings: Pick<CodeSettings, 'deskPhone'>;
  /** The address of the resident pages. */
  h5Address: string;
  /** WeChat's own pictures by code, as PNG, for those it has made. */
  pictures: ReadonlyMap<string, Uint8Array>;
  fonts: { regular: ArrayBuffer | Uint8Array; bold: ArrayBuffer | Uint8Array };
}
export interface SheetWatcher {
  onProgress: (done: number) => void;
  signal: AbortSignal;
}

/** How long the page may be kept from answering a tap. */
const BREATH_MS = 40;

/**
 * A PDF with one A4 sheet a code, its fonts cut down to the characters used; null when it was called off on the way. The
 * page stays usable meanwhile.
 */
export async function makeSheets(
  order: SheetOrder,
  { onProgress, signal }: SheetWatcher,
): Promise<Uint8Array | null> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(subsettingFontkit);
  pdf.setTitle(titleOf(order), { showInWindowTitleBar: true });
  pdf.setLanguage('zh-CN');
  pdf.setCreator('直通');
  const fonts = {
    regular: await pdf.embedFont(order.fonts.regular, { subset: true }),
    bold: await pdf.embedFont(order.fonts.bold, { subset: true }),
  };
  let breathed = performance.now();
  for (const [index, code] of order.codes.entries()) {
    if (signal.aborted) return null;
    const picture = order.pictures.get(code.id);
    const words = sheetWords(code, order.settings, order.countyName, picture !== undefined);
    const scannable: Scannable = picture
      ? { picture: await pdf.embedPng(picture) }
      : { text: plainCodeText(code.id, order.h5Address) };
    drawSheet(pdf.addPage(A4), words, scannable, fonts);
    if (performance.now() - breathed > BREATH_MS) {
      onProgress(index + 1);
      await new Promise((resolve) => setTimeout(resolve));
      breathed = performance.now();
    }
  }
  if (signal.aborted) return null;
  onProgress(order.codes.length);
  return pdf.save({ objectsPerTick: 50 });
}

function titleOf({ codes, countyName }: SheetOrder): string {
  const [first] = codes;
  return codes.length === 1 && first
    ? `${first.placeName}的二维码`
    : `${countyName}的二维码，${codes.length} 张`;
}
