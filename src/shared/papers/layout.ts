/**
 * The page of GB/T 9704-2012 (党政机关公文格式), in the units of WordprocessingML: twentieths of a point for lengths, half
 * points for sizes of type. A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28 characters of 三号.
 */
const TWIPS_PER_MM = 1440 / 25.4;
export const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

export const PAGE = { width: mm(210), height: mm(297) } as const;
export const TEXT = { width: mm(156), height: mm(225) } as const;
export const MARGINS = {
  top: mm(37),
  left: mm(28),
  right: PAGE.width - mm(28) - TEXT.width,
  bottom: PAGE.height - mm(37) - TEXT.height,
} as const;

export const LINES = 22;
const CHARACTERS = 28;
/** The largest whole pitch of which 22 lines still fit. */
export const LINE_PITCH = Math.floor(TEXT.height / LINES);
export const CHARACTER_PITCH = TEXT.width / CHARACTERS;
/**
 * 三号 is 16 points, a little wider than a 28th of the line: every character gives way by so many twentieths of a point. Said
 * on the characters and not in the section's grid, which word processors read differently.
 */
export const CHARACTER_SPACING = Math.floor(CHARACTER_PITCH - 320);
/** Two characters, as a paragraph begins. */
export const TWO_CHARACTERS = Math.round(CHARACTER_PITCH * 2);

/** Sizes of type by their Chinese names, in half points. */
export const SIZE = { three: 32, four: 28, two: 44, organ: 72, kind: 60 } as const;

export const FONT = {
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  title: '方正小标宋简体',
  pageNumber: '宋体',
} as const;

export const RED = 'FF0000';
/** 版记: thick lines 0.35 mm, thin ones 0.25 mm. */
export const THICK = mm(0.35);
export const THIN = mm(0.25);
/** The page number's dash lies 7 mm under the text: from the lower edge of the page to the foot of its line. */
export const FOOTER = MARGINS.bottom - mm(4.5) - SIZE.four * 10;
