import { describe, expect, it } from 'vitest';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { dayInWords } from '../../cloudfunctions/core/domain/deadlines/day-in-words';
import { whoHasIt } from '../../cloudfunctions/core/domain/lead/holder';
import { nextStep } from '../../cloudfunctions/core/domain/lead/next-step';
import { storyFor } from '../../cloudfunctions/core/domain/lead/story';
import { turnOf } from '../../cloudfunctions/core/domain/lead/turn';
import {
  CALENDAR,
  CLERK,
  COUNTY,
  DESK,
  FACTS,
  history,
  hoursLater,
  inState,
  PRIVATE_MATTER,
  RESIDENT,
  SYSTEM,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';

const nextOf = (events: Parameters<typeof stateOf>[0], county = COUNTY): string => {
  const lead = stateOf(events);
  if (lead === null) throw new Error('no lead');
  return nextStep(lead, county, CALENDAR);
};
const ON_BEHALF = { relation: 'elder', news: 'both' } as const;
const missed = (events: ReturnType<typeof history>) => [
  ...events,
  { ...FACTS.DeadlineMissed, at: hoursLater(2_000), by: SYSTEM },
];

describe('a day in words', () => {
  it('has its weekday, and its year only where another one is meant', () => {
    expect(dayInWords('2026-03-12T10:00:00.000Z')).toBe('3月12日（星期四）');
    expect(dayInWords('2026-12-31T17:00:00.000Z', '2026-03-01T00:00:00Z')).toBe('2027年1月1日（星期五）');
    expect(dayInWords('2026-03-15')).toBe('3月15日（星期日）');
  });
});

describe('what comes next', () => {
  it.each(LEAD_STATUSES)('on %s is a whole sentence, without the words of an office', (status) => {
    const next = nextOf(inState(status));
    expect(next).toMatch(/^\p{Script=Han}.*。$/u);
    expect(next).not.toMatch(/undefined|null|NaN|交办|承办|受理|工作日|线索|贵|予以/);
  });

  it('names the day with its weekday wherever an office has a date', () => {
    for (const status of LEAD_STATUSES) {
      const lead = stateOf(inState(status));
      if (lead?.clock) expect(nextOf(inState(status)), status).toMatch(/\d月\d+日（星期.）/);
    }
  });

  it('never says that the people of the place have it where the county desk does', () => {
    const atDesk = history([], { routed: { owner: DESK } });
    for (const events of [atDesk, inState('routed', PRIVATE_MATTER)]) {
      expect(nextOf(events)).toContain('县政协办公室');
      expect(nextOf(events)).not.toMatch(/联络员|这一片/);
    }
    expect(nextOf(inState('routed'))).toContain('东河镇的联络员');
  });

  it('sends nobody to an empty chair: while the township has no liaison, the desk has what lay there', () => {
    const townships = COUNTY.townships.map((township) => ({ ...township, liaison: null }));
    const vacant = { ...COUNTY, townships };
    expect(nextOf(inState('routed'), vacant)).toMatch(/^现在在县政协办公室那里/);
    expect(nextOf(missed(inState('routed')), vacant)).toMatch(/现在在县政协办公室，正在抓紧。$/);
    const told = storyFor('owner', history([]), vacant).map(({ text }) => text);
    expect(told.join(), 'what was said then stays').toContain('先由东河镇的联络员看');
  });

  it('says that it is late, who has it and that somebody presses, and does not name the day as if it were to come', () => {
    const late = nextOf(missed(inState('routed')));
    expect(late).toMatch(
      /^本来该在3月12日（星期四）以前给您回音，这一天已经过了，是我们晚了。现在在东河镇的联络员那里，县政协正在催。$/,
    );
    expect(nextOf(missed(inState('accepted')))).toMatch(/现在在县政协办公室，正在抓紧/);
  });

  it('asks of a no for now whether one agrees, by which day, as one whole sentence', () => {
    expect(nextOf(inState('unresolvable'))).toMatch(/^您要是不同意，\d+月\d+日（星期.）以前告诉我们。$/);
  });

  it('tells of a report to the county’s leaders only where the county wants it told', () => {
    const reported = history(['LeadAccepted', 'LeadAdopted', 'LeadReportedUp']);
    expect(nextOf(reported, { ...COUNTY, tellsReported: false })).not.toContain('报给县里');
    expect(nextOf(reported, { ...COUNTY, tellsReported: true })).toContain('报给县里');
  });
});

describe('who has it', () => {
  it('is told for every open lead and for none that is over', () => {
    for (const status of LEAD_STATUSES) {
      const lead = stateOf(inState(status));
      if (lead === null) continue;
      expect(whoHasIt(lead, COUNTY) === '', status).toBe(turnOf(lead) === null);
    }
  });
  it('is the resident where they are waited for', () => {
    const mine: LeadStatus[] = ['awaitingSupplement', 'resolved', 'unresolvable'];
    for (const status of mine) {
      const lead = stateOf(inState(status));
      expect(lead && whoHasIt(lead, COUNTY), status).toBe('您');
    }
  });
});

describe('the timeline', () => {
  const told = (events: ReturnType<typeof history>) =>
    storyFor('owner', events, COUNTY).map(({ text }) => text);

  it('tells nobody that they took back what staff took back for the person', () => {
    const byStaff = {
      ...FACTS.LeadWithdrawn,
      reason: '电话问过，本人不想反映。',
      at: hoursLater(3),
      by: CLERK,
    };
    const denied = [...history(['PersonDenied'], { submitted: { onBehalf: ON_BEHALF } }), byStaff];
    expect(told(denied).at(-1)).toBe('县政协问过本人，撤回了，不再办。原因：电话问过，本人不想反映。');
    expect(nextOf(denied)).not.toContain('您撤回');
    expect(told(history(['LeadWithdrawn'])).at(-1)).toContain('您撤回了');
    expect(nextOf(history(['LeadWithdrawn']))).toContain('您撤回了');
  });
  it('gives a hand-over its date, not working days alone', () => {
    const line = told(inState('inProgress')).at(-1);
    expect(line).toBe('交给县交通运输局去办，最晚3月31日（星期二）答复您（15 个工作日）。');
  });
  it('gives a longer time its new date', () => {
    const extended = given(inState('inProgress')).when({
      type: 'extendDeadline',
      workingDays: 5,
      reason: '下雨',
    });
    extended.then({
      type: 'DeadlineExtended',
      workingDays: 5,
      reason: '下雨',
      dueAt: '2026-04-07T10:00:00.000Z',
    });
    const line = told(
      history([
        'LeadAccepted',
        'LeadHandedOver',
        { ...FACTS.DeadlineExtended, dueAt: '2026-04-07T10:00:00.000Z' },
      ]),
    ).at(-1);
    expect(line).toBe('部门要多用 5 个工作日，改到4月7日（星期二）。原因：下雨。');
  });
  it('says that a date was missed', () => {
    expect(told(missed(inState('routed'))).at(-1)).toContain('没有做到，是我们晚了');
  });
  it('tells a no with its reason and where to go, each a sentence of its own', () => {
    expect(told(inState('declined')).at(-1)).toBe(
      '研究过了，没有采纳。原因：不在今年计划内。您可以去：可向乡镇反映。',
    );
  });
  it.each(['owner', 'tracker'] as const)(
    'has no word of an office for the %s, whatever happened',
    (reader) => {
      const unitOfficer = {
        kind: 'officer' as const,
        accountId: 'a-unit',
        name: '李经办',
        role: 'unitOfficer' as const,
      };
      const helped = { ...FACTS.LeadSubmitted, onBehalf: ON_BEHALF };
      const facts = [helped, ...Object.values(FACTS)];
      const everything = [RESIDENT, SYSTEM, unitOfficer].flatMap((by) =>
        facts.map((fact) => ({ ...fact, at: hoursLater(1), by })),
      );
      const lines = storyFor(reader, everything, { ...COUNTY, tellsReported: true });
      for (const { by, text } of lines)
        expect(`${by}：${text}`).not.toMatch(/群众|承办|代办|系统|期限|受理|办结|undefined|分。$/);
    },
  );
  it('tells an ending by what the resident did or left, however the log has it', () => {
    const closed = (by: typeof RESIDENT | typeof SYSTEM, reason: string) =>
      storyFor('owner', [{ type: 'LeadClosed', reason, at: hoursLater(1), by }], COUNTY)[0]?.text;
    expect(closed(SYSTEM, '评价期限已过，群众没有提出不同意见')).toBe(
      '到了日子，没有听到您说不好，就算办完了。又出问题，随时再说。',
    );
    expect(closed(RESIDENT, '群众确认已经解决')).toBe('有您这句话，这件事办完了。');
  });
  it('tells a rating in the words that were tapped', () => {
    const rated = { ...FACTS.FeedbackGiven, at: hoursLater(1), by: RESIDENT };
    expect(storyFor('owner', [rated], COUNTY)[0]?.text).toBe('您说还没有好，选了「不满意」。还有坑。');
  });
  it('tells what was said of a no for now as agreeing or not, not as fixed or not', () => {
    const [, , , , last] = storyFor(
      'owner',
      history(['LeadAccepted', 'LeadFoundUnresolvable', 'FeedbackGiven']),
      COUNTY,
    );
    expect(last?.text).toMatch(/^您说不同意，/);
  });
  it('says on the helper’s own phone that the helper said it', () => {
    const helped = { ...FACTS.LeadSubmitted, onBehalf: ON_BEHALF, at: hoursLater(1), by: RESIDENT };
    expect(storyFor('owner', [helped], COUNTY)[0]?.by).toBe('您');
    expect(storyFor('tracker', [helped], COUNTY)[0]?.by).toBe('帮忙说的人');
  });
  it('is the officers’ own in their words', () => {
    const [first] = storyFor('committee', inState('routed'), COUNTY);
    expect(first?.text).toBe('群众提交了这条线索。');
    const [noted] = storyFor(
      'committee',
      [{ ...FACTS.LeadSubmitted, entry: 'ledger', at: hoursLater(1), by: RESIDENT }],
      COUNTY,
    );
    expect(noted?.text).toBe('以前的台账里记下的线索。');
  });
});

describe('a chase', () => {
  it('is taken once the date has passed, and once for each date', () => {
    const late = missed(inState('accepted'));
    const chase = given(late).when({ type: 'chaseLead' });
    chase.then({ type: 'LeadChased', kind: 'decide', dueAt: '2026-03-19T10:00:00.000Z' });
    chase.thenLead({ chasedAt: hoursLater(24), overdue: true, status: 'accepted' });
    const chased = [
      ...late,
      { ...FACTS.LeadChased, at: hoursLater(2_001), by: { kind: 'resident' as const } },
    ];
    given(chased).when({ type: 'chaseLead' }).thenRefused('WRONG_STATE');
    given(inState('accepted')).when({ type: 'chaseLead' }).thenRefused('WRONG_STATE');
  });
  it('is possible again for the next date', () => {
    const handedOver = [
      ...missed(inState('adopted')),
      { ...FACTS.LeadChased, at: hoursLater(2_001), by: { kind: 'resident' as const } },
      { ...FACTS.LeadHandedOver, at: hoursLater(2_002), by: SYSTEM },
    ];
    expect(stateOf(handedOver)).toMatchObject({ chasedAt: null, overdue: false });
  });
});

describe('who sees the resident', () => {
  it.each(LEAD_STATUSES.filter((status) => status !== 'submitted'))(
    'can be changed on %s, both ways',
    (status) => {
      given(inState(status, { submitted: { anonymity: 'hiddenFromUnit' } }))
        .when({ type: 'changeAnonymity', anonymity: 'committeeOnly' })
        .thenLead({ anonymity: 'committeeOnly', status });
      given(inState(status, { submitted: { anonymity: 'committeeOnly' } }))
        .when({ type: 'changeAnonymity', anonymity: 'open' })
        .thenLead({ anonymity: 'open', status });
    },
  );
  it('is refused where it changes nothing', () => {
    given(inState('routed', { submitted: { anonymity: 'open' } }))
      .when({ type: 'changeAnonymity', anonymity: 'open' })
      .thenRefused('INVALID_INPUT');
  });
});
