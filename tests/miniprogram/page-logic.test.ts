import { describe, expect, test } from 'vitest';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { OFFICER_COMMANDS } from '@contract/commands';
import { answered, asking, type LoadState } from '../../src/miniprogram/data/load-state';
import { joinPages } from '../../src/miniprogram/data/pages';
import {
  afterNo,
  ASKS,
  askedOf,
  checkFeedback,
  EMPTY_FEEDBACK,
  saidAfter,
  withReason,
  type FeedbackDraft,
} from '../../src/miniprogram/components/feedback/feedback-form';
import { openedOnPhone } from '@shared/notices';
import { shareOf } from '@shared/share-words';
import { COMMAND_FIELDS, fillCommand, optionsFor } from '../../src/miniprogram/staff/forms/command-forms';
import { ticketFrom } from '../../src/miniprogram/staff/pages/confirm-sign-in/sign-in-ticket';

const refused = { ok: false, reached: false, error: { code: 'UNAVAILABLE', message: '没有连上' } } as const;

describe('what a page shows while it asks', () => {
  const ready: LoadState<number> = { phase: 'ready', data: 1, stale: null };

  test('the first time it is loading; later what is shown stays', () => {
    expect(asking({ phase: 'idle' })).toEqual({ phase: 'loading' });
    expect(asking(ready)).toBe(ready);
  });
  test('a failed refresh keeps the data and says it may be old', () => {
    expect(answered(ready, refused)).toEqual({ phase: 'ready', data: 1, stale: '没有连上' });
  });
  test('a failed first answer is an error that knows whether there was a network', () => {
    expect(answered<number>({ phase: 'loading' }, refused)).toEqual({
      phase: 'error',
      message: '没有连上',
      offline: true,
    });
  });
});

test('a message opens its lead or the day; one about a paper opens nothing on a telephone', () => {
  expect(openedOnPhone({ leadId: 'lead-1' })).toBe('lead');
  expect(openedOnPhone({ leadId: '' })).toBe('day');
  expect(openedOnPhone({ leadId: '', paperId: 'paper-1' })).toBeNull();
});

test('a longer list shows an item that moved between two pages once, as it is now', () => {
  const shown = {
    items: [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ],
    nextCursor: 'x',
  };
  const next = {
    items: [
      { id: 'b', n: 2 },
      { id: 'c', n: 2 },
    ],
    nextCursor: null,
  };
  expect(joinPages(shown, next)).toEqual({
    items: [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
      { id: 'c', n: 2 },
    ],
    nextCursor: null,
  });
});

describe('feedback', () => {
  const said = (part: Partial<FeedbackDraft>) => checkFeedback({ ...EMPTY_FEEDBACK, ...part });
  test('needs to know whether it is fixed, and how satisfied one is', () => {
    expect(said({ stars: 5 }).ok).toBe(false);
    expect(said({ fixed: true }).ok).toBe(false);
  });
  test('"not fixed" needs a reason, tapped or written; "fixed" does not', () => {
    expect(said({ fixed: false, stars: 2, words: ' ' }).ok).toBe(false);
    expect(said({ fixed: false, stars: 2, reasons: ['cameBack'] })).toEqual({
      ok: true,
      input: { fixed: false, stars: 2, reasons: ['cameBack'] },
    });
    expect(said({ fixed: true, stars: 5, words: ' ' })).toEqual({
      ok: true,
      input: { fixed: true, stars: 5 },
    });
  });
  test('where it cannot be done yet, one is asked whether one agrees, and why not', () => {
    const outcome = { kind: 'unresolvable', reason: '', whatWouldChange: '', at: '' } as const;
    expect(ASKS[askedOf({ outcome })]).toMatchObject({ button: '我有话要说', label: '同意吗' });
    expect(ASKS[askedOf({ outcome: null })].button).toBe('说说解决了没有');
    const refused = checkFeedback(
      { ...EMPTY_FEEDBACK, fixed: false, stars: 2, reasons: ['untouched'] },
      'notYet',
    );
    expect(refused).toEqual({ ok: false, problem: '请写一句为什么不同意，我们好重新办。' });
  });
  test('that it is done anew is promised once: later somebody goes to look first', () => {
    const reopened = { at: '', event: 'LeadReopened', by: '', text: '' };
    expect(afterNo({ timeline: [] }, 'done')).toContain('重新办');
    expect(afterNo({ timeline: [reopened] }, 'done')).not.toContain('重新办');
    expect(saidAfter(false, { status: 'reopened' })).toContain('重新办');
    expect(saidAfter(false, { status: 'resolved' })).not.toContain('重新办');
  });
  test('a reason of the other answer is left behind, and so are thanks for what is not fixed', () => {
    const changed = said({ fixed: false, stars: 1, reasons: ['quick'], thanks: '谢谢', words: '没好' });
    expect(changed).toEqual({ ok: true, input: { fixed: false, stars: 1, words: '没好' } });
    expect(withReason(withReason(EMPTY_FEEDBACK, 'quick'), 'quick').reasons).toEqual([]);
  });
});

test.each([
  [60, 380, '每百件16件'],
  [1, 1000, '不到百分之一'],
  [0, 0, '件'],
])('%i of %i is said as %s', (part, all, words) => {
  expect(shareOf(part, all)).toBe(words);
});

describe('the forms of the staff pages', () => {
  const directory: OfficerDirectory = {
    countyName: '嵩县',
    townships: [
      { id: 't', name: '城关镇', shortName: '城关', villages: [], liaisonName: null, convenerName: null },
    ],
    sectors: [],
    committees: [],
    units: [{ id: 'u', name: '住建局' }],
    categories: [{ id: 'c', name: '交通运输' }],
    handOverWorkingDays: 10,
    templates: [],
    secondPairOfEyes: false,
  };

  test.each(OFFICER_COMMANDS)('%s names the first field that is missing', (command) => {
    const required = COMMAND_FIELDS[command].filter(({ optional }) => !optional);
    const filled = fillCommand(command, {});
    expect(filled.ok).toBe(required.length === 0);
    if (!filled.ok) expect(filled.problem).toContain(required[0]?.label);
  });
  test('working days are a number, a consultation has a real date', () => {
    expect(fillCommand('handOver', { unitId: 'u', workingDays: '十' }).ok).toBe(false);
    expect(fillCommand('handOver', { unitId: 'u', workingDays: '10' })).toEqual({
      ok: true,
      input: { unitId: 'u', workingDays: 10 },
    });
    const held = { place: '村部', participants: '村民', conclusion: '修', heldOn: '3月5日' };
    expect(fillCommand('holdConsultation', held).ok).toBe(false);
    expect(fillCommand('holdConsultation', { ...held, heldOn: '2026-03-05' }).ok).toBe(true);
  });
  test.each(['categories', 'townships', 'units', 'doors'] as const)('%s can be chosen by name', (kind) => {
    const options = optionsFor(kind, directory);
    expect(options.length).toBeGreaterThan(0);
    expect(options.every(({ value, name }) => value !== '' && name !== '')).toBe(true);
  });
  test('a unit taken out of use is handed nothing more, and may still promise what it was handed', () => {
    const units = [...directory.units, { id: 'old', name: '建设局', retired: true }];
    const handed = { unitId: 'old', supportingUnitIds: ['u'] };
    const asked = { route: null, handOver: handed } as unknown as OfficerLeadView;
    const chosen = (kind: 'units' | 'unitsAsked') =>
      optionsFor(kind, { ...directory, units }, asked).map(({ value }) => value);
    expect(chosen('units')).toEqual(['u']);
    expect(chosen('unitsAsked')).toEqual(['u', 'old']);
  });
});

test.each([
  ['zhitong:sign-in:abc_DEF-123456', 'abc_DEF-123456'],
  ['abc_DEF-123456', 'abc_DEF-123456'],
  ['https://example.com/?x=1', null],
  ['zhitong:sign-in:', null],
  ['', null],
])('the code %j carries the ticket %j', (text, ticket) => {
  expect(ticketFrom(text)).toBe(ticket);
});
