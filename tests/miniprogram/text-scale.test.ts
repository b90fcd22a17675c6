import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARE_SIZES, preferencesFor } from '../../src/miniprogram/data/text-scale';

/** Main text in pixels. */
const sizeOf = (...args: Parameters<typeof preferencesFor>): number => preferencesFor(...args).scale * 18;
const phoneScales = fc.double({ min: 0.5, max: 4, noNaN: true });

describe('how large the letters are', () => {
  test('main text is 18 pixels, in care mode 22 and in steps up to 30', () => {
    expect(sizeOf(null, 1)).toBe(18);
    expect(CARE_SIZES.map((size) => Math.round(sizeOf(size, 1)))).toEqual([22, 24, 26, 28, 30]);
  });

  test('the phone’s own text size counts, and one set smaller than usual makes nothing smaller', () => {
    expect(sizeOf(null, 1.25)).toBeCloseTo(22.5);
    expect(sizeOf(22, 1.25)).toBeCloseTo(27.5);
    expect(sizeOf(null, 0.8)).toBe(18);
  });

  test('it is never above 30 pixels, care mode is never smaller than 22', () => {
    fc.assert(
      fc.property(phoneScales, fc.constantFrom(...CARE_SIZES, null), (phone, size) => {
        expect(sizeOf(size, phone)).toBeLessThanOrEqual(30 + 1e-9);
        expect(sizeOf(size, phone)).toBeGreaterThanOrEqual((size === null ? 18 : 22) - 1e-9);
      }),
    );
  });

  test('every step that is offered makes a difference', () => {
    fc.assert(
      fc.property(phoneScales, fc.constantFrom(...CARE_SIZES), (phone, size) => {
        const { larger, smaller } = preferencesFor(size, phone);
        if (larger !== null) expect(sizeOf(larger, phone)).toBeGreaterThan(sizeOf(size, phone));
        if (smaller !== null) expect(sizeOf(smaller, phone)).toBeLessThan(sizeOf(size, phone));
      }),
    );
  });

  test('the ladder is walked to its top and down to its foot', () => {
    const walked: number[] = [];
    for (let at: (typeof CARE_SIZES)[number] | null = 22; at !== null; at = preferencesFor(at, 1).larger)
      walked.push(at);
    expect(walked).toEqual([22, 24, 26, 28, 30]);
    expect(preferencesFor(22, 1).smaller).toBeNull();
    expect(preferencesFor(30, 1).smaller).toBe(28);
    expect(preferencesFor(null, 1)).toMatchObject({ care: false, larger: null, smaller: null });
  });
});
