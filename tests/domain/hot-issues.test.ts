import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HALF_LIFE_DAYS,
  heatAt,
  placesOf,
  scoreFor,
  scoreOf,
  type Voice,
} from '../../cloudfunctions/core/domain/hot-issues/heat';
import { issueOf, lastDays, type IssueLead } from '../../cloudfunctions/core/domain/hot-issues/issue';
import { issueTitle, type TitleLead } from '../../cloudfunctions/core/domain/hot-issues/issue-title';
import { titleOf } from '../../cloudfunctions/core/domain/hot-issues/title';
import { fingerprintOf, messageOf, weightsOf } from '../../cloudfunctions/core/domain/duplicates/fingerprint';
import { hoursLater, ROUTE } from '../support/builders';

const RARITY = { messages: 1_000, levels: new Uint8Array(65_536) };
const place = fc.constantFrom(
  { placeId: 'v-mill', townshipId: 't-east' },
  { placeId: 'v-stone', townshipId: 't-west' },
  { placeId: 't-east', townshipId: 't-east' },
  { placeId: null, townshipId: null },
);
const voice: fc.Arbitrary<Voice> = fc
  .record({
    personKey: fc.constantFrom('zhao', 'qian', 'sun', 'li', 'zhou'),
    at: fc.nat(24 * 200).map(hoursLater),
    place,
  })
  .map(({ place: where, ...rest }) => ({ ...rest, ...where }));
const voices = fc.array(voice, { minLength: 1, maxLength: 25 });
const NOW = hoursLater(24 * 220);

describe('the heat of a problem', () => {
  test('is not raised by anybody who repeats themselves, whatever they say later and wherever', () => {
    fc.assert(
      fc.property(voices, fc.nat(), place, fc.nat(24 * 30), (said, pick, where, hours) => {
        const again = said[pick % said.length];
        if (again === undefined) return;
        const first = said
          .filter(({ personKey }) => personKey === again.personKey)
          .map(({ at }) => at)
          .sort()[0];
        const at = new Date(Date.parse(first ?? NOW) + hours * 3_600_000).toISOString();
        expect(scoreOf([...said, { ...again, at, ...where }])).toBeLessThanOrEqual(scoreOf(said) + 1e-9);
      }),
    );
  });

  test('rises with every person who has not spoken yet', () => {
    fc.assert(
      fc.property(voices, voice, (said, more) => {
        const withOne = scoreOf([...said, { ...more, personKey: 'somebody new' }]);
        expect(withOne).toBeGreaterThanOrEqual(scoreOf(said));
        expect(heatAt(withOne, NOW)).toBeGreaterThan(heatAt(scoreOf(said), NOW) - 1e-12);
      }),
    );
  });

  test('is the same in whatever order people spoke up, and however a person’s words are told apart', () => {
    fc.assert(
      fc.property(voices, fc.nat(), (said, turn) => {
        const turned = [...said.slice(turn % said.length), ...said.slice(0, turn % said.length)].reverse();
        expect(scoreOf(turned)).toBeCloseTo(scoreOf(said), 9);
        expect(scoreOf([...said, ...said])).toBeCloseTo(scoreOf(said), 9);
      }),
    );
  });

  test('halves in fourteen days, and the order of two problems never changes by waiting', () => {
    fc.assert(
      fc.property(voices, voices, fc.nat(500), (one, other, days) => {
        const later = new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
        const [a, b] = [scoreOf(one), scoreOf(other)];
        const gone = 2 ** (-days / HALF_LIFE_DAYS);
        expect(heatAt(a, later) / heatAt(a, NOW)).toBeCloseTo(gone, 9);
        expect(heatAt(a, later) > heatAt(b, later)).toBe(heatAt(a, NOW) > heatAt(b, NOW));
      }),
    );
  });

  test('of people who speak up now is their number, a quarter more for each further place', () => {
    const here = (personKey: string, placeId: string): Voice => ({
      personKey,
      at: NOW,
      placeId,
      townshipId: 't-east',
    });
    const joined: Voice = { personKey: 'c', at: NOW, placeId: null, townshipId: null };
    expect(heatAt(scoreOf([here('a', 'v-1'), here('b', 'v-1'), joined]), NOW)).toBeCloseTo(3, 9);
    expect(heatAt(scoreOf([here('a', 'v-1'), here('b', 'v-2'), joined]), NOW)).toBeCloseTo(3.75, 9);
    expect(placesOf([here('a', 'v-1'), here('a', 'v-2'), here('b', 't-east')])).toEqual(['t-east']);
    expect(heatAt(scoreFor(0.5, NOW), NOW)).toBeCloseTo(0.5, 9);
    expect(scoreOf([])).toBe(-Infinity);
  });
});

const TOWNSHIPS = [{ id: 't-east', name: '东城镇', shortName: '东城' }];
const TEXTS = [
  '小区楼下的烧烤店半夜油烟熏得睡不着，我家住三楼，我叫李建国。',
  '烧烤店油烟太大了，楼下的烧烤店每天开到凌晨三点。',
  '希望管一管小区楼下烧烤店的油烟，老人咳嗽。',
];
const leadOf = (index: number, changes: Partial<IssueLead> = {}): IssueLead => {
  const text = TEXTS[index % TEXTS.length] ?? '';
  const personKey = `person-${index}`;
  const at = hoursLater(24 * index);
  return {
    lead: {
      id: `L-${index}`,
      status: 'routed',
      placeId: 'v-mill',
      route: ROUTE,
      submittedAt: at,
    },
    submitterKey: personKey,
    text,
    print: fingerprintOf(messageOf(text), RARITY).print,
    voices: [{ personKey, at, placeId: 'v-mill', townshipId: 't-east' }],
    ...changes,
  };
};

describe('an issue', () => {
  test('is made of its leads alone, in whatever order they are given', () => {
    const leads = [leadOf(0), leadOf(1), leadOf(2)];
    expect(issueOf('I', [...leads].reverse(), TOWNSHIPS)).toEqual(issueOf('I', leads, TOWNSHIPS));
    expect(issueOf('I', [], TOWNSHIPS)).toBeNull();
  });

  test('counts leads, people, places and standings, and tells the last days', () => {
    const closed = leadOf(2, {
      voices: [
        ...leadOf(2).voices,
        { personKey: 'joined', at: hoursLater(50), placeId: null, townshipId: null },
      ],
    });
    const ended: IssueLead = { ...closed, lead: { ...closed.lead, status: 'closed' } };
    const issue = issueOf('I', [leadOf(0), leadOf(1), ended], TOWNSHIPS);
    expect(issue).toMatchObject({
      leads: 3,
      people: 4,
      placeIds: ['v-mill'],
      categoryId: ROUTE.categoryId,
      statuses: { routed: 2, closed: 1 },
    });
    expect(issue && lastDays(issue, hoursLater(50), 4)).toEqual([0, 1, 1, 2]);
  });
});

describe('the words people agree on', () => {
  const told = (texts: readonly string[]) =>
    texts.map((text, index) => ({
      personKey: `person-${index}`,
      text,
      weights: weightsOf(fingerprintOf(messageOf(text), RARITY).print),
    }));

  test('is made of words that at least two people used, and of nobody’s own', () => {
    const title = titleOf(told(TEXTS));
    expect(title).toMatch(/烧烤店/);
    expect(title).not.toMatch(/李建国|三楼|凌晨|老人/);
  });

  test('there are no words people agree on where one person tells, or nobody shares a word', () => {
    expect(titleOf(told(TEXTS.slice(0, 1)))).toBe('');
    expect(titleOf(told(['路灯坏了', '没有自来水']))).toBe('');
    expect(titleOf([])).toBe('');
  });

  test('holds no piece of two characters that only one person wrote, whatever they write', () => {
    const word = fc.constantFrom(
      '路灯',
      '坏了',
      '自来水',
      '停水',
      '烧烤',
      '油烟',
      '李建国',
      '，',
      '。',
      '半夜',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        for (const piece of titleOf(told(texts))
          .split(' ')
          .filter((one) => one.length === 2)) {
          expect(texts.filter((one) => one.includes(piece)).length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
});

describe('the title of an issue', () => {
  const titled = (
    texts: readonly string[],
    change: (lead: TitleLead, index: number) => object = () => ({}),
  ) =>
    issueTitle(
      texts.map((text, index) => {
        const weights = weightsOf(fingerprintOf(messageOf(text), RARITY).print);
        const route = { townshipId: 't-east', words: [] };
        const lead: TitleLead = {
          personKey: `p-${index}`,
          text,
          weights,
          people: 1,
          route,
        };
        return { ...lead, ...change(lead, index) };
      }),
      TOWNSHIPS,
    );
  const BIN = ['河边的垃圾池没人清，臭得很。', '学校旁边的垃圾没人管，到处飞。'];

  test('is a clause around bare words, of the lead most people stand behind, and says the township they share', () => {
    expect(titled(BIN)).toBe('东城镇：河边的垃圾池没人清');
    expect(titled(BIN, (_, index) => ({ people: index + 1 }))).toBe('东城镇：学校旁边的垃圾没人管');
    const apart = (lead: TitleLead, index: number) => ({
      route: { ...lead.route, townshipId: index ? 't-west' : 't-east' },
    });
    expect(titled(BIN, apart)).toBe('河边的垃圾池没人清');
    expect(titled(['东城街上的路灯全坏了。'])).toBe('东城街上的路灯全坏了');
  });

  test('of one person’s problem is what is wrong, not how they came there', () => {
    expect(titled(['晚上从县城回来，岔路口没标线没路灯，差点碰头。'])).toBe('东城镇：岔路口没标线没路灯');
  });

  test('quotes nothing of a person, or their family', () => {
    expect(titled(['我叫李建国。'])).toBe('');
    expect(titled(['三楼张建军家门口的路坏了，垃圾没人清理，俺娃病了没药吃。'])).toBe('东城镇：垃圾没人清理');
  });

  test('is never longer than 24 characters, whatever is written', () => {
    const text = fc
      .array(fc.constantFrom('垃圾', '没人清', '，', '河边', '李建国', 'abc', '  '), { maxLength: 40 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        expect(Array.from(titled(texts)).length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
