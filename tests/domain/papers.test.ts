import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAPER_MAX, PAPER_STATES, paperLength, SUGGESTION_OUTCOMES } from '@contract/papers';
import { numberedSuggestions, paragraphsOf, suggestionsHeading } from '@shared/papers/paragraphs';
import {
  changePaper,
  isPossible,
  type PaperCommand,
} from '../../cloudfunctions/core/domain/papers/change-paper';
import { composeDraft } from '../../cloudfunctions/core/domain/papers/compose-draft';
import {
  alarmsOfPaper,
  followUpDueAt,
  followUpState,
} from '../../cloudfunctions/core/domain/papers/follow-up';
import { organOf, signOf, type Paper } from '../../cloudfunctions/core/domain/papers/paper';
import { deIdentify } from '../../cloudfunctions/core/domain/publication/de-identify';
import { findIdentifiers } from '../../cloudfunctions/core/domain/publication/find-identifiers';
import { chinaDate, isWorkingDay } from '../../cloudfunctions/core/domain/deadlines/working-days';
import { COUNTY, history, recordOf } from '../support/builders';
import { PAPER_TEXT } from '../support/papers';

const CALENDAR = { holidays: new Set(['2026-10-01', '2026-10-02']), workingWeekends: new Set<string>() };
const CLERK = { accountId: 'a-clerk', name: '李静', role: 'staff' as const };
const at = (day: number): string => new Date(Date.UTC(2026, 2, 1 + day, 2)).toISOString();

const draft = (): Paper => ({
  id: 'P-1',
  kind: 'opinionBrief',
  state: 'draft',
  text: PAPER_TEXT,
  sources: [{ leadId: 'L-1', number: '260301-000001', reason: '' }],
  createdAt: at(0),
  number: null,
  issuedAt: null,
  withdrawn: null,
  results: [],
  instructions: [],
  log: [],
  untold: [],
});

const command: fc.Arbitrary<PaperCommand> = fc.oneof(
  fc.record({
    type: fc.constant('savePaper' as const),
    text: fc.constantFrom(PAPER_TEXT, { ...PAPER_TEXT, title: '改过' }),
  }),
  fc.record({
    type: fc.constant('addPaperSource' as const),
    source: fc.record({
      leadId: fc.constantFrom('L-1', 'L-2', 'L-3'),
      number: fc.constant('n'),
      reason: fc.constant(''),
    }),
    isSameIssue: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('removePaperSource' as const),
    leadId: fc.constantFrom('L-1', 'L-2'),
    reason: fc.constant('错'),
  }),
  fc.record({
    type: fc.constant('issuePaper' as const),
    number: fc.record({ year: fc.constant(2026), place: fc.integer({ min: 1, max: 500 }) }),
    mark: fc.constant('嵩政协'),
  }),
  fc.record({ type: fc.constant('withdrawPaper' as const), reason: fc.constant('错') }),
  fc.record({
    type: fc.constant('settleSuggestion' as const),
    suggestionId: fc.constantFrom('s1', 's2', 's3'),
    outcome: fc.constantFrom(...SUGGESTION_OUTCOMES),
    reason: fc.constant('因为'),
  }),
  fc.record({
    type: fc.constant('recordInstruction' as const),
    id: fc.constantFrom('I-1', 'I-2'),
    leader: fc.constant('县长'),
    office: fc.constant('县政府'),
    givenOn: fc.constantFrom('2026-02-01', '2026-03-05', '2099-01-01'),
    text: fc.constant('办'),
  }),
  fc.record({
    type: fc.constant('correctInstruction' as const),
    instructionId: fc.constantFrom('I-1', 'I-2'),
    leader: fc.constant('副县长'),
    office: fc.constant('县政府'),
    givenOn: fc.constantFrom('2026-02-01', '2026-03-05', '2099-01-01'),
    text: fc.constantFrom('办', '快办'),
    reason: fc.constant('写错了'),
  }),
  fc.record({
    type: fc.constant('closeFollowUp' as const),
    instructionId: fc.constantFrom('I-1', 'I-2'),
    effect: fc.constant('办好了'),
  }),
);

describe('the life of a paper', () => {
  it('goes from draft to issued to withdrawn and never back, whatever is asked of it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let paper = draft();
        commands.forEach((asked, index) => {
          const before = paper;
          const context = { at: at(index + 5), by: CLERK, requestId: `r-${index}`, fingerprint: '' };
          const changed = changePaper(paper, asked, context);
          if (!changed.ok) return;
          expect(isPossible(before, asked.type)).toBe(true);
          paper = changed.value;
          expect(PAPER_STATES.indexOf(paper.state)).toBeGreaterThanOrEqual(
            PAPER_STATES.indexOf(before.state),
          );
          expect(paper.number === null).toBe(paper.state === 'draft');
          if (before.number !== null) expect(paper.number).toEqual(before.number);
          if (before.state !== 'draft') {
            expect(paper.text).toBe(before.text);
            expect(paper.sources).toBe(before.sources);
          }
          expect(paper.log.at(-1)).toMatchObject({ requestId: `r-${index}`, deed: asked.type });
          expect(paper.sources.length).toBeGreaterThan(0);
          expect(new Set(paper.results.map(({ suggestionId }) => suggestionId)).size).toBe(
            paper.results.length,
          );
        });
      }),
    );
  });

  it('counts its characters without blanks, the body and the suggestions together', () => {
    expect(paperLength({ body: '一 二\n三', suggestions: [{ id: 's1', text: ' 四𠮷 ' }] })).toBe(5);
  });

  it('has a number as the standard writes it', () => {
    const { organ, mark } = organOf('嵩县');
    expect([organ, signOf(mark, { year: 2026, place: 7 })]).toEqual(['政协嵩县委员会', '嵩政协〔2026〕7号']);
    expect(organOf('涧西区').mark).toBe('涧西政协');
  });
});

describe('the follow-up of an instruction', () => {
  it('is due fifteen days of the calendar later, or on the working day after', () => {
    expect(chinaDate(followUpDueAt('2026-03-02', CALENDAR))).toBe('2026-03-17');
    // The fifteenth day is a Saturday; then one before the holiday.
    expect(chinaDate(followUpDueAt('2026-03-06', CALENDAR))).toBe('2026-03-23');
    expect(chinaDate(followUpDueAt('2026-09-16', CALENDAR))).toBe('2026-10-05');
    const day = fc.integer({ min: 0, max: 700 }).map((days) => chinaDate(at(days)));
    fc.assert(
      fc.property(day, (givenOn) => {
        const due = chinaDate(followUpDueAt(givenOn, CALENDAR));
        expect(isWorkingDay(due, CALENDAR)).toBe(true);
        const days = (Date.parse(due) - Date.parse(givenOn)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(15);
        expect(days).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('is open until its last day ends, late after it, and closed by what came of it', () => {
    const one = { givenOn: '2026-03-02', effect: null };
    expect(followUpState(one, '2026-03-17T09:59:00.000Z', CALENDAR)).toBe('open');
    expect(followUpState(one, '2026-03-17T10:01:00.000Z', CALENDAR)).toBe('late');
    const effect = { text: '好了', at: at(40), by: CLERK };
    expect(followUpState({ ...one, effect }, '2026-05-01T00:00:00.000Z', CALENDAR)).toBe('closed');
  });

  it('reminds before it ends and when it has ended, of a withdrawn paper too, and is silent once it is closed', () => {
    const instruction = {
      id: 'I-1',
      leader: '县长',
      office: '县政府',
      givenOn: '2026-03-02',
      text: '办',
      by: CLERK,
      at: at(1),
      effect: null,
    };
    const paper: Paper = {
      ...draft(),
      state: 'issued',
      number: { year: 2026, place: 1 },
      issuedAt: at(0),
      instructions: [instruction],
    };
    const told = (one: Paper): string[] =>
      alarmsOfPaper(one, 1, CALENDAR).map(({ key, at: when }) => `${key} ${chinaDate(when)}`);
    expect(told(paper)).toEqual(['I-1-near 2026-03-16', 'I-1-late 2026-03-17']);
    expect(told({ ...paper, state: 'withdrawn' })).toEqual(told(paper));
    const effect = { text: '好了', at: at(8), by: CLERK };
    expect(told({ ...paper, instructions: [{ ...instruction, effect }] })).toEqual([]);
    const byLeader = { ...instruction, by: { ...CLERK, role: 'leader' as const }, effect };
    expect(told({ ...paper, instructions: [byLeader] })).toEqual([
      'I-1-written 2026-03-02',
      'I-1-effect 2026-03-09',
    ]);
  });
});

describe('an instruction that was typed wrongly', () => {
  const context = (day: number) => ({ at: at(day), by: CLERK, requestId: `r-${day}`, fingerprint: '' });
  const wording = { leader: '县长', office: '县政府', givenOn: '2026-03-03', text: '尽快办' };
  const issued: Paper = { ...draft(), state: 'issued', number: { year: 2026, place: 1 }, issuedAt: at(0) };
  const given = changed(issued, { type: 'recordInstruction', id: 'I-1', ...wording }, 9);
  function changed(paper: Paper, asked: PaperCommand, day: number): Paper {
    const result = changePaper(paper, asked, context(day));
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value;
  }
  const corrects = (change: Partial<typeof wording>): PaperCommand => ({
    type: 'correctInstruction',
    instructionId: 'I-1',
    ...wording,
    ...change,
    reason: '看错了',
  });
  const keysOf = (paper: Paper): string[] => alarmsOfPaper(paper, 1, CALENDAR).map(({ key }) => key);

  it('is put right, and its old words and the reason stay in the log', () => {
    const right = changed(given, corrects({ leader: '副县长', text: '一周内办' }), 10);
    expect(right.instructions).toMatchObject([{ leader: '副县长', text: '一周内办', at: at(9) }]);
    expect(right.log.at(-1)).toMatchObject({
      words: '副县长（县政府）',
      inner: '原县长（县政府）3月3日（星期二）：“尽快办”（更正的原因：看错了）',
    });
  });

  it('counts its half month from the corrected day, of which people are told anew; other words tell nothing twice', () => {
    expect(keysOf(given)).toEqual(['I-1-near', 'I-1-late']);
    expect(keysOf(changed(given, corrects({ text: '一周内办' }), 10))).toEqual(keysOf(given));
    const moved = changed(given, corrects({ givenOn: '2026-03-09' }), 10);
    expect(keysOf(moved)).toEqual(['I-1-near-2026-03-09', 'I-1-late-2026-03-09']);
    // Back on the first day after all: what was told of that day stays told.
    expect(keysOf(changed(moved, corrects({}), 11))).toEqual(keysOf(given));
  });

  it('was given while the paper stood, not after it was recorded, and not corrected once its effect is written', () => {
    const codeOf = (paper: Paper, asked: PaperCommand) => {
      const result = changePaper(paper, asked, context(20));
      return result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();
    };
    expect(codeOf(given, corrects({ givenOn: '2026-02-28' }))).toBe('INVALID_INPUT givenOn');
    expect(codeOf(given, corrects({ givenOn: '2026-03-11' }))).toBe('INVALID_INPUT givenOn');
    expect(codeOf(given, corrects({}))).toBe('INVALID_INPUT');
    const gone = changed(given, { type: 'withdrawPaper', reason: '错' }, 12);
    expect(codeOf(gone, corrects({ text: '一周内办' }))).toBe('ok');
    const closed = changed(gone, { type: 'closeFollowUp', instructionId: 'I-1', effect: '好了' }, 13);
    expect(codeOf(closed, corrects({ text: '一周内办' }))).toBe('WRONG_STATE');
  });
});

describe('a composed draft', () => {
  const known = [
    { name: '张桂兰', phone: '13900000001' },
    { name: '安静', phone: '13900000002' },
  ];
  const sourceOf = (text: string) => ({
    lead: recordOf(history(['LeadAccepted', 'LeadAdopted', 'ConsultationHeld', 'LeadHandedOver'])).lead,
    text,
    known,
  });

  it('never holds what may tell who somebody is, and is never too long, whatever residents wrote', () => {
    const piece = fc.constantFrom(
      '我叫张桂兰，',
      '替安静说的，13900000002。',
      '电话13900000001。',
      '村民王建国说路灯坏了。',
      '车牌豫C12345的车压坏了路。',
      '住在3号楼2单元501。',
      '灯坏了半个月，',
      '晚上黑得看不见。',
      '！！',
      '\n',
    );
    const texts = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 500 }), (all, people) => {
        const text = composeDraft(
          'opinionBrief',
          { sources: all.map(sourceOf), people, issueTitle: null },
          COUNTY,
        );
        const words = [text.title, text.body, ...text.suggestions.map((one) => one.text)].join('\n');
        expect(findIdentifiers(words, known).filter(({ kind }) => kind !== 'name')).toEqual([]);
        const own = known.flatMap(({ name, phone }) => [name, phone]);
        for (const hidden of [...own, '王建国', '豫C12345']) expect(words).not.toContain(hidden);
        expect(paperLength(text)).toBeLessThanOrEqual(PAPER_MAX);
        expect(text.body).toContain(`${people} 名群众`);
      }),
      { numRuns: 40 },
    );
  });

  it('ends what people wrote as a whole sentence, where they left its end open', () => {
    const bodyOf = (words: string) =>
      composeDraft('opinionBrief', { sources: [sourceOf(words)], people: 1, issueTitle: null }, COUNTY).body;
    expect(bodyOf('答应修了又说要等年底')).toContain('“答应修了又说要等年底。”');
    expect(bodyOf('答应修了又说要等年底，')).toContain('“答应修了又说要等年底。”');
    expect(bodyOf('到底什么时候才能修？')).toContain('“到底什么时候才能修？”');
  });

  it('keeps the punctuation of what it hides nothing in, and of what it does', () => {
    expect(deIdentify('灯坏了，晚上黑！')).toBe('灯坏了，晚上黑！');
    expect(deIdentify('灯坏了，电话13900000001，晚上黑！', known)).toBe('灯坏了，电话某，晚上黑！');
  });
});

describe('the paragraphs of a paper', () => {
  it('are headings by how they begin: a line of its own whole, one that goes on by its first sentence', () => {
    expect(paragraphsOf('一、情况\n\n（一）不够。车多。\n1.第三级\n（1）第四级\n正文')).toEqual([
      { level: 1, heading: '一、情况', text: '' },
      { level: 2, heading: '（一）不够。', text: '车多。' },
      { level: 3, heading: '', text: '1.第三级' },
      { level: 4, heading: '', text: '（1）第四级' },
      { level: null, heading: '', text: '正文' },
    ]);
    expect(suggestionsHeading('一、情况\n二、原因')).toBe('三、建议');
    expect(numberedSuggestions(['甲'])).toEqual(['甲']);
    expect(numberedSuggestions(['甲', '乙'])).toEqual(['1.甲', '2.乙']);
  });
});
