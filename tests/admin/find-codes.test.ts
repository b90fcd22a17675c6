import { describe, expect, it } from 'vitest';
import type { CodeItem } from '@contract/codes';
import { findCodes, isPrintable, type CodeFilter } from '../../src/admin/features/codes/find-codes';
import { codesIn } from '../../cloudfunctions/core/app/codes/list-codes';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { demoCodes } from '../../cloudfunctions/setup/demo-codes';

const county = countyOfContent();
const NOW = Date.parse('2026-03-10T02:00:00.000Z');
const facts = {
  county,
  stored: new Map(demoCodes(county, NOW).map((code) => [code.id, code])),
  pictures: { version: 0, waiting: [], files: {}, problem: null },
  counts: {},
};
const items = county.townships.flatMap((township) => codesIn(township, facts));
const all: CodeFilter = { query: '', townshipId: '', sort: 'all' };
const found = (filter: Partial<CodeFilter>): CodeItem[] =>
  findCodes(items, county.townships, { ...all, ...filter }).flatMap(({ codes }) => codes);
const names = (codes: CodeItem[]): string[] => codes.map(({ placeName, title }) => `${placeName}${title}`);

describe('finding a code', () => {
  it('without a filter finds them all, each place with what was made there behind it', () => {
    expect(found({})).toHaveLength(359 + 19 + 2);
    expect(names(found({})).slice(0, 3)).toEqual(['城关镇', '城关镇城关委员联络站', '城关镇委员接待日']);
  });
  it.each([
    ['安康社区', '城关镇安康社区'],
    ['aksq', '城关镇安康社区'],
    ['ankang', '城关镇安康社区'],
    ['委员接待日', '城关镇委员接待日'],
    ['410325 100 001', '城关镇安康社区'],
  ])('by 「%s」', (query, name) => {
    expect(names(found({ query }))).toContain(name);
    expect(found({ query }).length).toBeLessThan(30);
  });
  it('by township and by sort', () => {
    expect(new Set(found({ townshipId: '410325101' }).map(({ townshipId }) => townshipId))).toEqual(
      new Set(['410325101']),
    );
    expect(found({ sort: 'made' })).toHaveLength(21);
    expect(found({ sort: 'places' })).toHaveLength(359);
    expect(found({ sort: 'retired' })).toEqual([]);
  });
  it('leaves out of the printing what is over', () => {
    const [meeting] = found({ query: '春季协商会' });
    const [reception] = found({ query: '委员接待日' });
    expect(meeting && isPrintable(meeting, '2026-03-10')).toBe(false);
    expect(reception && isPrintable(reception, '2026-03-10')).toBe(true);
  });
});
