import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  FrameAnchorType,
  HeightRule,
  HorizontalPositionAlign,
  LineRuleType,
  PageNumber,
  ShadingType,
  Paragraph,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';
import { REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { PaperView } from '@contract/papers';
import {
  CHARACTER_PITCH,
  CHARACTER_SPACING,
  FONT,
  FOOTER,
  LINE_PITCH,
  MARGINS,
  mm,
  PAGE,
  RED,
  SIZE,
  TEXT,
  THICK,
  THIN,
  TWO_CHARACTERS,
} from './layout';
import {
  documentDate,
  numberedSuggestions,
  paragraphsOf,
  suggestionsHeading,
  widthOf,
  type Part,
} from './paragraphs';

/** What a paper on paper is made of. */
export type PaperSheet = Pick<
  PaperView,
  'kind' | 'organ' | 'sign' | 'state' | 'text' | 'issuedOn' | 'withdrawn'
>;

/**
 * The paper laid out by GB/T 9704-2012: red head, number and signer, title, addressee, text on the grid of 22 lines of 28
 * characters, suggestions, organ and date, 版记 at the foot of the last page, page numbers on the outer side. Pure: packing
 * it into a file is the caller's.
 */
export function paperDocument(sheet: PaperSheet): Document {
  return officialDocument([...head(sheet), ...matter(sheet), ...ending(sheet)], sheet.text.title);
}

/** Any document on the standard's page, with its grid and its page numbers. */
export function officialDocument(children: Paragraph[], title: string): Document {
  return new Document({
    title,
    creator: '直通',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fontOf(FONT.body), size: SIZE.three, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [{ ...section(), children }],
  });
}

const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

function section(): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      page: { size: PAGE, margin: { ...MARGINS, header: mm(15), footer: FOOTER, gutter: 0 } },
      grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH },
    },
    footers: {
      default: new Footer({ children: [pageNumber('odd')] }),
      even: new Footer({ children: [pageNumber('even')] }),
    },
  };
}

/** 四号 半角 宋体 between two dashes, one character in from the outer side. */
function pageNumber(side: 'odd' | 'even'): Paragraph {
  const run = { font: fontOf(FONT.pageNumber), size: SIZE.four, snapToGrid: false };
  const oneCharacter = SIZE.four * 10;
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: oneCharacter } : { left: oneCharacter },
    spacing: { line: SIZE.four * 10, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({ ...run, text: '— ' }),
      new TextRun({ ...run, children: [PageNumber.CURRENT] }),
      new TextRun({ ...run, text: ' —' }),
    ],
  });
}

export interface Type {
  font?: string;
  size?: number;
  color?: string;
}
/** Words in one type; 三号 is spaced so that 28 of them fill a line. */
export const run = (text: string, { font = FONT.body, size = SIZE.three, color }: Type = {}): TextRun =>
  new TextRun({
    text,
    font: fontOf(font),
    size,
    ...(size === SIZE.three ? { characterSpacing: CHARACTER_SPACING } : {}),
    ...(color === undefined ? {} : { color }),
  });

/** A line of the grid; what is set larger takes the lines it needs. */
export function line(children: TextRun[], options: IParagraphOptions = {}, lines = 1): Paragraph {
  return new Paragraph({
    spacing: { line: LINE_PITCH * lines, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    // Nothing stands outside the text's edges, punctuation neither.
    overflowPunctuation: false,
    ...options,
    children,
  });
}
const blank = (count: number): Paragraph[] => Array.from({ length: count }, () => line([]));

/** 版头: the organ and the kind in red, number and signer on one line, the red line under them. */
function head({ organ, kind, sign, state, text, withdrawn }: PaperSheet): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  const oneCharacter = Math.round(CHARACTER_PITCH);
  const number = state === 'draft' ? '（草稿）' : `${sign}${withdrawn === null ? '' : '（作废）'}`;
  return [
    // 35 mm from the upper edge of the text to the organ's name.
    line([run(organ, { font: FONT.title, size: SIZE.organ, color: RED })], {
      ...centred,
      spacing: { line: LINE_PITCH * 2, lineRule: LineRuleType.EXACT, before: mm(35) },
    }),
    line([run(REPORT_KIND_LABELS[kind], { font: FONT.title, size: SIZE.kind, color: RED })], centred, 2),
    ...blank(1),
    new Paragraph({
      indent: { left: oneCharacter, right: oneCharacter },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT.width - oneCharacter }],
      spacing: { line: LINE_PITCH, lineRule: LineRuleType.EXACT },
      children: [run(number), run(`\t签发人：`), run(text.signer, { font: FONT.subheading })],
    }),
    new Paragraph({
      spacing: { line: mm(4), lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 0, color: RED } },
      children: [],
    }),
  ];
}

/** 标题, 主送, 正文, the suggestions as its last part. */
function matter({ text }: PaperSheet): Paragraph[] {
  const suggestions = numberedSuggestions(text.suggestions.map((suggestion) => suggestion.text));
  const body = [
    ...paragraphsOf(text.body),
    ...paragraphsOf([suggestionsHeading(text.body), ...suggestions].join('\n')),
  ];
  return [
    ...blank(2),
    line([run(text.title, { font: FONT.title, size: SIZE.two })], { alignment: AlignmentType.CENTER }),
    ...blank(1),
    line([run(`${text.addressee}：`)]),
    ...(suggestions.length === 0 ? paragraphsOf(text.body) : body).map(paragraph),
  ];
}

/** A paragraph of the text in the type of its level. */
export function paragraph({ level, heading, text }: Part): Paragraph {
  const font = level === 1 ? FONT.heading : level === 2 ? FONT.subheading : FONT.body;
  return line([...(heading === '' ? [] : [run(heading, { font })]), ...(text === '' ? [] : [run(text)])], {
    indent: { firstLine: TWO_CHARACTERS },
    alignment: AlignmentType.BOTH,
    keepNext: text === '' && heading !== '',
  });
}

/** 发文机关署名 and 成文日期: the date four characters from the right, the organ centred over it. */
function ending(sheet: PaperSheet): Paragraph[] {
  const { organ, issuedOn } = sheet;
  const date = issuedOn === null ? '（成文日期）' : documentDate(issuedOn);
  const over = Math.max(0, 4 + (widthOf(date) - widthOf(organ)) / 2);
  const right = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER_PITCH) },
  });
  return [
    ...blank(1),
    line([run(organ)], { ...right(over), keepNext: true }),
    // A frame belongs to the paragraph behind it: the page that holds the date holds the 版记 at its foot.
    ...imprint(sheet),
    line([run(date)], right(4)),
  ];
}

/** 版记 at the foot of the last page: 抄送, 印发机关 and the day of printing between lines as wide as the text. */
function imprint({ organ, text, issuedOn }: PaperSheet): Paragraph[] {
  const frame = {
    type: 'alignment' as const,
    width: TEXT.width,
    height: LINE_PITCH * 2,
    rule: HeightRule.ATLEAST,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
  };
  // A line that goes on stands under the first character behind the colon.
  const hanging = Math.round((1 + widthOf('抄送：')) * SIZE.four * 10);
  const words = (text: string): Paragraph =>
    new Paragraph({
      frame,
      indent: { left: hanging, hanging },
      spacing: { line: LINE_PITCH, lineRule: LineRuleType.EXACT },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT.width - SIZE.four * 10 }],
      children: [run(text, { size: SIZE.four })],
    });
  // Lines are low black paragraphs: borders that differ from one paragraph to the next would tear the frame apart.
  const rule = (thickness: number): Paragraph =>
    new Paragraph({
      frame,
      shading: { type: ShadingType.CLEAR, fill: '000000', color: 'auto' },
      spacing: { line: thickness, lineRule: LineRuleType.EXACT },
      children: [],
    });
  const printed = issuedOn === null ? '' : `${documentDate(issuedOn)}印发`;
  const copies = text.copyTo.trim().replace(/[。.]$/u, '');
  return [
    rule(THICK),
    ...(copies === '' ? [] : [words(`　抄送：${copies}。`), rule(THIN)]),
    words(`　${organ}办公室\t${printed}`),
    rule(THICK),
  ];
}
