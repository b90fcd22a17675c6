import { describe, expect, test } from 'vitest';
import { LEAD_STATUSES } from '@contract/lead';
import { createClient, NO_ANSWER_SENTENCE } from '@shared/client';
import { daysBetween, sayDay, sayDayWithWeekday, sayFully, sayMoment } from '@shared/dates';
import { EMPTY_ON_BEHALF } from '@shared/on-behalf';
import { phonesIn } from '@shared/phones';
import {
  categoriesToOffer,
  describeDoor,
  sayCall,
  sayPlaceMatch,
  tidyCode,
  toneOf,
} from '@shared/presenters';
import { intentFor, newRequestId } from '@shared/request-id';
import { checkSubmission, type SubmissionDraft } from '@shared/submission';
import { ROUTE } from '../support/builders';

const NOW = '2026-03-05T02:00:00.000Z';

describe('what staff are told of a route', () => {
  const asked = (placeWords: string[], names: string[]) => ({
    ...ROUTE,
    placeBy: 'none' as const,
    placeWords,
    placeCandidates: names.map((name) => ({ id: name, name, why: '' })),
  });
  test('places of one name that were found are to be asked about, and are not called 没有地点', () => {
    expect(sayPlaceMatch(asked(['杨庄村'], ['东河镇杨庄村', '西岭乡杨庄村']))).toBe(
      '「杨庄村」有同名的地方，要先问清是哪一个',
    );
    expect(sayPlaceMatch(asked([], ['东河镇水磨村']))).toBe('还定不下来，要先问清');
    expect(sayPlaceMatch({ ...ROUTE, placeBy: 'none' })).toBe('没有地点');
    expect(sayPlaceMatch({ ...ROUTE, placeBy: 'text', placeWords: ['水磨村'] })).toBe('来自文字：「水磨村」');
  });
  test('a category of less than 5 % is not offered', () => {
    const candidates = [0.4, 0.05, 0.049].map((probability) => ({
      categoryId: String(probability),
      probability,
      words: [],
    }));
    expect(categoriesToOffer(candidates).map(({ categoryId }) => categoryId)).toEqual(['0.4', '0.05']);
  });
});

describe('dates in words', () => {
  test.each([
    ['2026-03-04T16:30:00.000Z', '今天凌晨0:30'],
    ['2026-03-05T01:20:00.000Z', '今天上午9:20'],
    ['2026-03-05T04:05:00.000Z', '今天中午12:05'],
    ['2026-03-04T12:05:00.000Z', '昨天晚上8:05'],
    ['2026-01-31T07:00:00.000Z', '1月31日下午3:00'],
    ['2025-12-31T07:00:00.000Z', '2025年12月31日下午3:00'],
  ])('%s is said as %s, on the clock of China', (iso, words) => {
    expect(sayMoment(iso, NOW)).toBe(words);
  });
  test('the day changes at midnight in China, not in Greenwich', () => {
    expect(sayDay('2026-03-05T16:30:00.000Z', NOW)).toBe('明天');
    expect(daysBetween(NOW, '2026-03-12T10:00:00.000Z')).toBe(7);
    expect(sayFully('2026-03-05T01:20:00.000Z')).toBe('2026年3月5日 9:20');
  });
});

test('a day by which something happens is said with its weekday, and today and tomorrow by name', () => {
  expect(sayDayWithWeekday('2026-03-12T10:00:00.000Z', NOW)).toBe('3月12日（星期四）');
  expect(sayDayWithWeekday('2026-03-05T10:00:00.000Z', NOW)).toBe('今天，3月5日（星期四）');
  expect(sayDayWithWeekday('2026-03-06T10:00:00.000Z', NOW)).toBe('明天，3月6日（星期五）');
  expect(sayDayWithWeekday('2027-01-04T10:00:00.000Z', NOW)).toBe('2027年1月4日（星期一）');
});

describe('telephone numbers in an answer', () => {
  test('are found: short, long and with an area code, each once', () => {
    expect(phonesIn('打 12345，或县住建局 0379-66312345、13812345678。再打12345也行')).toEqual([
      '12345',
      '0379-66312345',
      '13812345678',
    ]);
  });
  test('are not dates, sums or numbers of houses', () => {
    expect(phonesIn('3月12日换了110盏灯中的3盏，花了12000元，2026-03-12验收')).toEqual(['110']);
    expect(phonesIn('门牌 88 号，一百二十户')).toEqual([]);
  });
});

test('every status has a tone, and waiting for the resident has its own', () => {
  expect(LEAD_STATUSES.map(toneOf)).not.toContain(undefined);
  expect(LEAD_STATUSES.filter((status) => toneOf(status) === 'waiting')).toEqual(['awaitingSupplement']);
});

test('a door with a telephone can be called', () => {
  expect(describeDoor('court').phone).toBe('12368');
  expect(describeDoor('petitionOffice').phone).toBeNull();
});

test('a number typed with full-width digits and spaces is put right', () => {
  expect(tidyCode(' ２６０５２７－ 106933 ')).toBe('260527-106933');
});

describe('request ids', () => {
  test('are 24 letters and digits and do not repeat', () => {
    const ids = Array.from({ length: 500 }, () => newRequestId());
    expect(ids.every((id) => /^[a-z0-9]{24}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(500);
  });
  test('stay with the same content and change with it', () => {
    const first = intentFor(null, { text: 'a' });
    expect(intentFor(first, { text: 'a' })).toBe(first);
    expect(intentFor(first, { text: 'b' }).requestId).not.toBe(first.requestId);
  });
});

describe('the client', () => {
  test('sends the action to its own function and hands the answer on', async () => {
    const client = createClient((name, request) => Promise.resolve({ ok: true, data: { name, request } }));
    const result = await client.call('resident.getHome', {}, { requestId: 'r1' });
    expect(result).toEqual({
      ok: true,
      data: { name: 'resident', request: { action: 'resident.getHome', input: {}, requestId: 'r1' } },
    });
  });
  test('a lost connection is a result that says nobody answered', async () => {
    const client = createClient(() => Promise.reject(new Error('gone')));
    expect(await client.call('resident.getHome', {})).toEqual({
      ok: false,
      reached: false,
      error: { code: 'UNAVAILABLE', message: NO_ANSWER_SENTENCE },
    });
  });
  test.each([undefined, null, '<html>', { ok: true }, { ok: false }])('%j is no answer', async (answer) => {
    const client = createClient(() => Promise.resolve(answer));
    expect(await client.call('resident.getHome', {})).toMatchObject({ ok: false, reached: false });
  });
});

describe('the check of a submission', () => {
  const draft: SubmissionDraft = {
    text: '  路灯坏了  ',
    placeId: null,
    placeNote: ' ',
    scene: null,
    fileIds: [],
    name: '',
    phone: '',
    anonymity: 'committeeOnly',
  };
  const limits = { textMax: 10, photosMax: 2 };

  test('text alone is enough, and nothing empty is sent along', () => {
    expect(checkSubmission(draft, limits)).toEqual({
      ok: true,
      input: { text: '路灯坏了', anonymity: 'committeeOnly' },
    });
  });
  test.each([
    '',
    '   ',
    '\u200b\u200d\n',
    '\ufeff',
    '\u3164\u3164',
    '\u115f\u1160',
    '\u202e\u0000',
    '\ud83d',
  ])('%j is not a text', (text) => {
    expect(checkSubmission({ ...draft, text }, limits)).toMatchObject({
      ok: false,
      problems: [{ field: 'text' }],
    });
  });
  test('what turns the words around or cannot be read is not sent; the line break and whole emoji are', () => {
    const checked = checkSubmission({ ...draft, text: '\u202e路灯\u0000\n坏👩‍🌾\ud83d' }, limits);
    expect(checked.ok && checked.input.text).toBe('路灯\n坏👩‍🌾');
  });
  test('says by how much a text is too long', () => {
    const checked = checkSubmission({ ...draft, text: '一'.repeat(13) }, limits);
    expect(checked).toMatchObject({
      ok: false,
      problems: [{ text: expect.stringContaining('删掉3个字') as string }],
    });
  });
  test.each(['13800138000', '138 0013 8000', '0379-66312345', '66312345'])(
    '%s is a phone number',
    (phone) => {
      expect(checkSubmission({ ...draft, phone }, limits).ok).toBe(true);
    },
  );
  test.each([
    '+86 138 1234 5678',
    '86-13812345678',
    '008613812345678',
    '１３８１２３４５６７８',
    '（138）1234 5678',
  ])('%s is sent as the number it is', (phone) => {
    const checked = checkSubmission({ ...draft, phone }, limits);
    expect(checked.ok && checked.input.contact?.phone).toBe('13812345678');
  });
  test.each([
    ['123', '', true],
    ['13812345678', '', true],
    ['123', '小军', false],
  ])(
    'for a child a phone typed before (%s) is not spoken of; a name (%j) wants a guardian',
    (phone, name, ok) => {
      const onBehalf = { ...EMPTY_ON_BEHALF, relation: 'child' as const, phone, name };
      const checked = checkSubmission({ ...draft, onBehalf }, limits);
      expect(checked.ok).toBe(ok);
      expect(JSON.stringify(checked)).not.toContain('本人的电话');
    },
  );
  test.each(['1380013800', 'abc', '23800138000', '+1 2025550123'])('%s is not', (phone) => {
    expect(checkSubmission({ ...draft, phone }, limits)).toMatchObject({ problems: [{ field: 'phone' }] });
  });
  test('names all that is wrong at once', () => {
    const checked = checkSubmission({ ...draft, text: '', phone: 'x', fileIds: ['1', '2', '3'] }, limits);
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['text', 'phone', 'photos']);
  });
});

describe('an urgent call in a row', () => {
  const at = '2026-03-10T02:00:00.000Z';
  const minutesLater = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  test.each([
    [0, '急·等人认领 不到 1 分钟'],
    [12, '急·等人认领 12 分钟'],
    [180, '急·等人认领 3 小时'],
    [3 * 24 * 60, '急·等人认领 3 天'],
  ])('says after %d minutes how long it has waited', (minutes, words) => {
    const call = { at, claimedAfterMinutes: null, claimedBy: null };
    expect(sayCall(call, minutesLater(minutes))).toBe(words);
  });
  test('then says who came after how long, and no name to those who read none', () => {
    const claimed = { at, claimedAfterMinutes: 8, claimedBy: '张三' };
    expect(sayCall(claimed, minutesLater(600))).toBe('张三 8 分钟后认领');
    expect(sayCall({ ...claimed, claimedBy: null }, minutesLater(600))).toBe('有人 8 分钟后认领');
  });
});
