import { Packer } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAPER_MAX, paperLength } from '@contract/papers';
import { paperDocument, type PaperSheet } from '@shared/papers/paper-document';
import { inMillimetres, partOf, rendered, type Line, type Rendered } from './support/office';

/** A paper of the greatest length, with every level of heading. Its plain sentences hold no punctuation, so that lines fill. */
const SENTENCES = '永'.repeat(28 * 40);
const BODY = [
  '一、群众反映的情况',
  '（一）两处最堵',
  SENTENCES,
  '（二）引导不够。游客不知道哪里能停。',
  '1.这是第三级',
  '（1）这是第四级',
].join('\n');
const SHEET: PaperSheet = {
  kind: 'opinionBrief',
  organ: '政协嵩县委员会',
  sign: '嵩政协〔2026〕7号',
  state: 'issued',
  issuedOn: '2026-03-05',
  withdrawn: null,
  text: {
    title: '关于九店至县城县道损坏严重的情况反映',
    addressee: '县委、县政府',
    copyTo: '县交通运输局、县公安局',
    body: BODY,
    suggestions: [
      { id: 's1', text: '先把三段坑槽填平，月底前完成。' },
      { id: 's2', text: '对超限货车在路口设点检查。' },
    ],
    signer: '郑国',
  },
};

let docx: Buffer;
let paper: Rendered;
let xml: string;
beforeAll(async () => {
  docx = await Packer.toBuffer(paperDocument(SHEET));
  paper = rendered(docx);
  xml = partOf(docx, 'word/document.xml');
});

const textOf = (page: Line[]): Line[] => page.filter(({ text }) => !/^—\d+—$/.test(text));
const find = (words: string): Line & { page: number } => {
  for (const [page, lines] of paper.pages.entries()) {
    const line = lines.find(({ text }) => text.includes(words));
    if (line) return { ...line, page };
  }
  throw new Error(`the paper does not say ${words}`);
};

describe('a paper on paper, rendered and measured', () => {
  it('is A4, 210 by 297 millimetres', () => {
    expect(paper.width).toBeCloseTo(210, 0);
    expect(paper.height).toBeCloseTo(297, 0);
    expect(paperLength(SHEET.text)).toBeLessThanOrEqual(PAPER_MAX);
  });

  it('has 22 lines of 28 characters on a full page, between the margins of the standard', () => {
    const full = textOf(paper.pages[1] ?? []);
    expect(full).toHaveLength(22);
    expect(new Set(full.map(({ text }) => Array.from(text).length))).toEqual(new Set([28]));
    const left = Math.min(...full.map((line) => line.left));
    const right = Math.max(...full.map((line) => line.right));
    expect(inMillimetres(left)).toBeCloseTo(28, 0);
    expect(inMillimetres(right - left)).toBeGreaterThan(155);
    expect(inMillimetres(right - left)).toBeLessThanOrEqual(156);
    expect(inMillimetres(full[0]?.top ?? 0)).toBeGreaterThanOrEqual(37);
    expect(inMillimetres(full.at(-1)?.bottom ?? 0)).toBeLessThanOrEqual(37 + 225);
    const pitches = full.slice(1).map(({ top }, index) => top - (full[index]?.top ?? 0));
    for (const pitch of pitches) expect(inMillimetres(pitch)).toBeCloseTo(225 / 22, 1);
  });

  it('begins a paragraph two characters in, and lets nothing stand outside the text', () => {
    expect(inMillimetres(find('一、群众').left)).toBeCloseTo(28 + (2 * 156) / 28, 0);
    for (const { left, right } of paper.pages.flat()) {
      expect(inMillimetres(left)).toBeGreaterThanOrEqual(27.9);
      expect(inMillimetres(right)).toBeLessThanOrEqual(184.1);
    }
  });

  it('numbers its pages — 1 — on the outer side, 7 millimetres under the text', () => {
    for (const [index, page] of paper.pages.entries()) {
      const number = page.find(({ text }) => text === `—${index + 1}—`);
      const isOdd = index % 2 === 0;
      expect(inMillimetres(isOdd ? (number?.right ?? 0) : (number?.left ?? 0))).toBeCloseTo(
        isOdd ? 184 - 5 : 28 + 5,
        0,
      );
      const middle = ((number?.top ?? 0) + (number?.bottom ?? 0)) / 2;
      expect(inMillimetres(middle) - (37 + 225)).toBeGreaterThan(6);
      expect(inMillimetres(middle) - (37 + 225)).toBeLessThan(8);
    }
  });

  it('has number and signer on one line one character in, organ and date at the end, the 版记 at the foot of the last page', () => {
    expect(inMillimetres(find('嵩政协〔2026〕7号').left)).toBeCloseTo(28 + 156 / 28, 0);
    expect(find('签发人：郑国').top).toBeCloseTo(find('嵩政协〔2026〕7号').top, 0);
    expect(inMillimetres(find('签发人').right)).toBeCloseTo(184 - 156 / 28, 0);
    expect(find('县委、县政府：').left).toBeCloseTo(find('永永').left, -2);
    const date = paper.pages.at(-1)?.find(({ text }) => text === '2026年3月5日');
    expect(inMillimetres(date?.right ?? 0)).toBeCloseTo(184 - (4 * 156) / 28, 0);
    const printed = find('2026年3月5日印发');
    expect(printed.page).toBe(paper.pages.length - 1);
    expect(inMillimetres(printed.bottom)).toBeGreaterThan(37 + 225 - 5);
    expect(find('抄送：县交通运输局、县公安局。').top).toBeLessThan(printed.top);
  });

  it('names the fonts of the standard, and what is red', () => {
    const runOf = (words: string): string =>
      (xml.split('<w:r>').find((run) => run.includes(words)) ?? '').split('</w:r>')[0] ?? '';
    expect(runOf('永永')).toMatch(/w:eastAsia="仿宋_GB2312".*w:sz w:val="32"/);
    expect(runOf('一、群众')).toContain('w:eastAsia="黑体"');
    expect(runOf('（一）两处')).toContain('w:eastAsia="楷体_GB2312"');
    expect(runOf('引导不够。')).toContain('w:eastAsia="楷体_GB2312"');
    expect(runOf('游客不知道')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(runOf('关于九店')).toMatch(/w:eastAsia="方正小标宋简体".*w:sz w:val="44"/);
    expect(runOf('政协嵩县委员会')).toMatch(
      /w:eastAsia="方正小标宋简体".*w:color w:val="FF0000"|w:color w:val="FF0000".*/,
    );
    expect(partOf(docx, 'word/footer1.xml')).toMatch(/w:eastAsia="宋体"[\s\S]*w:sz w:val="28"/);
    expect(xml).toContain('w:docGrid w:type="lines" w:linePitch="579"');
  });

  it('says of itself that it is a draft, or withdrawn', async () => {
    const words = async (sheet: PaperSheet): Promise<string> =>
      partOf(await Packer.toBuffer(paperDocument(sheet)), 'word/document.xml');
    expect(await words({ ...SHEET, state: 'draft', sign: '', issuedOn: null })).toContain('（草稿）');
    const withdrawn = { ...SHEET, state: 'withdrawn' as const, withdrawn: { reason: '', at: '' } };
    expect(await words(withdrawn)).toContain('嵩政协〔2026〕7号（作废）');
  });
});
