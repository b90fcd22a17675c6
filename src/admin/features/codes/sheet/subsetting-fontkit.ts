import type { PDFDocument } from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type Font = Extract<ReturnType<Fontkit['create']>, { createSubset(): unknown }>;
type Subset = ReturnType<Font['createSubset']>;
/** The inside of fontkit's subset of a TrueType font, as far as it is put right here. */
interface TrueTypeSubset {
  _addGlyph(id: number): number;
  glyf: Uint8Array[];
  offset: number;
}

/**
 * The installed fontkit with two things put right. pdf-lib takes a subset that has `encode` for the newer kind, which
 * gives bytes, while this one writes into a stream: shown without it, pdf-lib asks for the stream. And fontkit writes
 * glyphs of odd length where a small font's table can only point to even places, which leaves characters blank.
 */
export const subsettingFontkit: Fontkit = {
  create: (...args: Parameters<Fontkit['create']>) => {
    // A file of one font, as those that are embedded here all are.
    const font = (fontkit as unknown as Fontkit).create(...args) as Font;
    const makeSubset = font.createSubset.bind(font);
    font.createSubset = () => asStream(withEvenGlyphs(makeSubset()));
    return font;
  },
};

function withEvenGlyphs(made: Subset): Subset {
  const subset = made as Subset & Partial<TrueTypeSubset>;
  const addGlyph = subset._addGlyph?.bind(subset);
  if (addGlyph === undefined) return made;
  subset._addGlyph = (id) => {
    const place = addGlyph(id);
    const { glyf = [], offset = 0 } = subset;
    const last = glyf.at(-1);
    const missing = last === undefined ? 0 : (4 - (last.length % 4)) % 4;
    if (last !== undefined && missing > 0) {
      const padded = new Uint8Array(last.length + missing);
      padded.set(last);
      // Of fontkit's own kind of buffer, which is the only one its stream takes.
      glyf[glyf.length - 1] = (last.constructor as typeof Uint8Array).from(padded);
      subset.offset = offset + missing;
    }
    return place;
  };
  return subset;
}

function asStream(subset: Subset): Subset {
  const { cff } = subset as { cff?: unknown };
  return {
    ...(cff === undefined ? {} : { cff }),
    includeGlyph: (glyph: Parameters<Subset['includeGlyph']>[0]) => subset.includeGlyph(glyph),
    encodeStream: () => subset.encodeStream?.(),
  } as Subset;
}
