import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MADE_CODE_KINDS, printedNumber } from '@contract/codes';
import { isChecked, withCheckDigit } from '../../cloudfunctions/core/domain/codes/check-digit';
import {
  codesOfPlaces,
  numberOfMade,
  numberOfPlace,
  readNumber,
  SERIALS,
} from '../../cloudfunctions/core/domain/codes/code';
import { codeName } from '../../cloudfunctions/core/domain/codes/code-name';
import { whyNotInUse, type StoredCode } from '../../cloudfunctions/core/domain/codes/explain-code';
import { readScene } from '../../cloudfunctions/core/domain/routing/scene';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';

const SONG = countyOfContent();
const JIANXI = countyOfContent('410305');
const ANKANG = '410325100001';
const codes = codesOfPlaces(SONG);
const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('none');
  return value;
};

/** Any code a county can have: its places' own, and whatever can be made. */
const anyNumber = fc
  .record({
    placeId: fc.constantFrom(...codes.map(({ placeId }) => placeId)),
    kind: fc.constantFrom(null, ...MADE_CODE_KINDS),
    serial: fc.nat(SERIALS - 1),
  })
  .map(({ placeId, kind, serial }) =>
    must(kind === null ? numberOfPlace(placeId) : numberOfMade(placeId, kind, serial)),
  );

describe('a code', () => {
  it('every place of the county has from the start, each its own', () => {
    const places = SONG.townships.flatMap((township) => [township, ...township.villages]);
    expect(codes).toHaveLength(359);
    expect(codes.map(({ placeId }) => placeId)).toEqual(places.map(({ id }) => id));
    expect(new Set(codes.map(({ id }) => id)).size).toBe(359);
    expect(new Set(codes.map(({ kind }) => kind))).toEqual(new Set(['township', 'community', 'village']));
  });

  it('fits into a scene: at most 32 characters, digits alone', () => {
    fc.assert(fc.property(anyNumber, (id) => /^\d{10,17}$/.test(id)));
  });

  it('carries place and way in, without being looked up', () => {
    fc.assert(
      fc.property(anyNumber, (id) => {
        const { code, placeId, problem, entry } = readScene(id, SONG);
        expect(code).toEqual(readNumber(id, SONG));
        expect([code?.id, code?.placeId, problem]).toEqual([id, placeId, null]);
        const entries = { station: 'stationCode', event: 'eventCode' } as Record<string, string>;
        expect(entry).toBe(entries[code?.kind ?? ''] ?? 'villageCode');
      }),
    );
  });

  it('is noticed when any one character is wrong', () => {
    const character = fc.oneof(
      fc.constantFrom(...'0123456789'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(anyNumber, fc.nat(), character, (id, at, other) => {
        const place = at % id.length;
        fc.pre(id[place] !== other);
        const wrong = id.slice(0, place) + other + id.slice(place + 1);
        expect(readNumber(wrong, SONG)).toBe('damaged');
        expect(readScene(wrong, SONG)).toMatchObject({ code: null, placeId: null, entry: 'home' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is noticed when two neighbours are swapped, each one of every code of the county', () => {
    for (const { id } of codes) {
      for (let at = 0; at + 1 < id.length; at += 1) {
        const [one = '', other = ''] = id.slice(at, at + 2);
        const swapped = id.slice(0, at) + other + one + id.slice(at + 2);
        expect([swapped, readNumber(swapped, SONG)]).toEqual([
          swapped,
          swapped === id ? readNumber(id, SONG) : 'damaged',
        ]);
      }
    }
  });

  it('checks any digits, and never two that differ in one place or by a swap', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{1,16}$/),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const good = withCheckDigit(digits);
          expect(isChecked(good)).toBe(true);
          const place = at % good.length;
          const wrong = [...good]
            .map((digit, index) => (index === place ? (Number(digit) + by) % 10 : digit))
            .join('');
          expect(isChecked(wrong)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('of another county says so', () => {
    for (const { id } of codesOfPlaces(JIANXI)) {
      expect(readScene(id, SONG)).toMatchObject({
        placeId: null,
        problem: '这不是嵩县的码。请自己选一下地点，照样可以反映。',
      });
    }
  });

  it('that was printed before there were check digits is still read, and counts as the place’s own', () => {
    expect(readScene(`p=${ANKANG}&e=v`, SONG)).toEqual(readScene(must(numberOfPlace(ANKANG)), SONG));
    expect(readScene(`p=${ANKANG}&e=s`, SONG)).toMatchObject({
      code: null,
      placeId: ANKANG,
      entry: 'stationCode',
    });
  });

  it('is printed in groups that can be read aloud, its check digit apart', () => {
    expect(printedNumber(must(numberOfPlace(ANKANG)))).toMatch(/^410325 100 001-\d$/);
    expect(printedNumber(must(numberOfMade(ANKANG, 'event', 7)))).toMatch(/^410325 100 001 3007-\d$/);
    expect(printedNumber(must(numberOfMade('410325100', 'event', 7)))).toMatch(/^410325 100 3007-\d$/);
    expect(printedNumber(must(numberOfPlace('410325100')))).toMatch(/^410325 100-\d$/);
  });

  it('is named by its place, and by its number too where the place has several', () => {
    expect(codeName(must(numberOfPlace(ANKANG)), SONG)).toBe('城关镇安康社区');
    expect(codeName(must(numberOfMade(ANKANG, 'event', 7)), SONG)).toMatch(/^城关镇安康社区 活动 410325 /);
    expect(codeName('none', SONG)).toBe('没有扫码');
  });
});

describe('whether a code is in use', () => {
  const place = must(codes.find(({ placeId }) => placeId === ANKANG) ?? null);
  const event = readNumber(must(numberOfMade(ANKANG, 'event', 7)), SONG);
  if (typeof event === 'string') throw new Error(event);
  const stored = (more: Partial<StoredCode>): StoredCode => ({
    ...event,
    countyId: SONG.id,
    title: '委员接待日',
    address: '文化广场',
    createdAt: '2026-01-01T00:00:00.000Z',
    validFrom: '2026-03-01',
    validUntil: '2026-03-08',
    retired: null,
    successorAddress: null,
    ...more,
  });
  const noon = (day: string) => `${day}T04:00:00.000Z`;

  it('a place’s own is, without anything being stored', () => {
    expect(whyNotInUse(place, null, SONG, noon('2026-03-01'))).toBeNull();
  });
  it('an event’s is until the end of its last day, China time', () => {
    expect(whyNotInUse(event, stored({}), SONG, '2026-03-08T15:59:00.000Z')).toBeNull();
    expect(whyNotInUse(event, stored({}), SONG, '2026-03-08T16:01:00.000Z')).toBe(
      '「委员接待日」3月8日结束了，这张码也停用了。请自己选一下地点，照样可以反映。',
    );
  });
  it('one that nobody made is foreign', () => {
    expect(whyNotInUse(event, null, SONG, noon('2026-03-01'))).toContain('这不是嵩县的码');
  });
  it('one taken out of use says so, and where the new one hangs', () => {
    const retired = { at: noon('2026-03-02'), reason: '被人涂了', replacedBy: null };
    const gone = whyNotInUse(event, stored({ retired }), SONG, noon('2026-03-03'));
    expect(gone).toBe('这张码停用了。请自己选一下地点，照样可以反映。');
    const replaced = { ...retired, replacedBy: 'x' };
    const moved = stored({ retired: replaced, successorAddress: '村委会东墙' });
    expect(whyNotInUse(event, moved, SONG, noon('2026-03-03'))).toBe(
      '这张码换新的了，新码贴在村委会东墙。不用再跑一趟，请自己选一下地点，照样可以反映。',
    );
  });
});
