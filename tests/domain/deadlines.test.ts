import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CalendarContent } from '../../cloudfunctions/setup/content/types';
import { deadlineOf, workingDaysLeft } from '../../cloudfunctions/core/domain/deadlines/deadline-of';
import {
  addWorkingDays,
  chinaDate,
  isWorkingDay,
  workingDaysBetween,
} from '../../cloudfunctions/core/domain/deadlines/working-days';
import { COMMANDS, FACTS, history, hoursLater, SYSTEM } from '../support/builders';
import { given, stateOf } from '../support/given-when-then';

const file = resolve(import.meta.dirname, '../../cloudfunctions/setup/content/calendar-2025-2027.json');
const content = JSON.parse(readFileSync(file, 'utf8')) as CalendarContent;
const calendar = { holidays: new Set(content.holidays), workingWeekends: new Set(content.workingWeekends) };

/** Noon in China on a date. */
const noon = (date: string): string => `${date}T12:00:00+08:00`;
/** Close of business in China on a date. */
const closing = (date: string): string => new Date(`${date}T18:00:00+08:00`).toISOString();
const dueOn = (date: string, days: number): string => addWorkingDays(noon(date), days, calendar);

describe('working days of 2026, by the notice of the State Council', () => {
  it.each([
    ['2026-01-01', false, '元旦'],
    ['2026-01-02', false, '元旦，星期五'],
    ['2026-01-04', true, '元旦调休，星期日上班'],
    ['2026-02-14', true, '春节调休，星期六上班'],
    ['2026-02-15', false, '春节'],
    ['2026-02-23', false, '春节最后一天，星期一'],
    ['2026-02-28', true, '春节调休，星期六上班'],
    ['2026-03-01', false, '普通星期日'],
    ['2026-04-06', false, '清明，星期一'],
    ['2026-05-04', false, '劳动节，星期一'],
    ['2026-05-09', true, '劳动节调休，星期六上班'],
    ['2026-06-19', false, '端午，星期五'],
    ['2026-09-20', true, '国庆调休，星期日上班'],
    ['2026-09-25', false, '中秋，星期五'],
    ['2026-10-07', false, '国庆最后一天，星期三'],
    ['2026-10-08', true, '节后第一天，星期四'],
    ['2026-10-10', true, '国庆调休，星期六上班'],
    ['2026-03-10', true, '普通星期二'],
  ])('%s is worked: %s (%s)', (date, worked) => {
    expect(isWorkingDay(date, calendar)).toBe(worked);
  });

  it('are 248, as the notice makes them: 365 less the weekends and holidays, plus the exchanged days', () => {
    const days = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
    const weekend = days.filter((date) => weekday(date) === 0 || weekday(date) === 6);
    const freeWeekdays = content.holidays.filter(
      (date) => date.startsWith('2026') && !weekend.includes(date),
    );
    const exchanged = content.workingWeekends.filter((date) => date.startsWith('2026'));
    expect(exchanged.every((date) => weekend.includes(date))).toBe(true);
    const expected = 365 - weekend.length - freeWeekdays.length + exchanged.length;
    expect(days.filter((date) => isWorkingDay(date, calendar))).toHaveLength(expected);
    expect(expected).toBe(248);
  });

  it('no day is free and exchanged at once', () => {
    expect(content.workingWeekends.filter((date) => calendar.holidays.has(date))).toEqual([]);
  });
});

describe('a date counted in working days', () => {
  it.each([
    ['2026-03-10', 1, '2026-03-11', 'the next day, in an ordinary week'],
    ['2026-03-13', 1, '2026-03-16', 'Friday to Monday'],
    ['2026-03-14', 1, '2026-03-16', 'from a Saturday it is the Monday too'],
    ['2026-02-13', 1, '2026-02-14', 'the exchanged Saturday before 春节 counts'],
    ['2026-02-14', 1, '2026-02-24', 'over the whole of 春节'],
    ['2026-02-13', 7, '2026-03-02', 'over 春节 and its second exchanged Saturday'],
    ['2026-09-18', 2, '2026-09-21', 'the exchanged Sunday before 国庆 counts'],
    ['2026-09-30', 1, '2026-10-08', 'over 国庆'],
    ['2026-09-30', 3, '2026-10-10', 'and the exchanged Saturday after it counts'],
    ['2026-01-30', 2, '2026-02-03', 'over a month’s end'],
    ['2026-02-27', 2, '2026-03-02', 'over the end of February'],
    ['2025-12-31', 1, '2026-01-04', 'over the end of the year, to a working Sunday'],
    ['2026-03-10', 15, '2026-03-31', 'three weeks'],
    ['2026-03-10', 0, '2026-03-10', 'no day at all is the day itself'],
  ])('from %s, %i days end on %s: %s', (from, days, end) => {
    expect(dueOn(from, days)).toBe(closing(end));
  });

  it('ends at six in the evening in China', () => {
    expect(dueOn('2026-03-10', 1)).toBe('2026-03-11T10:00:00.000Z');
  });

  it('begins on the day it is in China, not in Greenwich', () => {
    expect(chinaDate('2026-03-10T23:59:00+08:00')).toBe('2026-03-10');
    expect(chinaDate('2026-03-10T15:59:59.999Z')).toBe('2026-03-10');
    expect(chinaDate('2026-03-10T16:00:00.000Z')).toBe('2026-03-11');
    expect(addWorkingDays('2026-03-10T23:59:00+08:00', 2, calendar)).toBe(closing('2026-03-12'));
    expect(addWorkingDays('2026-03-11T00:00:00+08:00', 2, calendar)).toBe(closing('2026-03-13'));
  });

  it('a minute before a holiday and a minute into it end on the same day', () => {
    expect(addWorkingDays('2026-09-30T23:59:00+08:00', 1, calendar)).toBe(closing('2026-10-08'));
    expect(addWorkingDays('2026-10-01T00:01:00+08:00', 1, calendar)).toBe(closing('2026-10-08'));
  });

  const moment = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-11-30'), noInvalidDate: true })
    .map((date) => date.toISOString());
  it('is always a working day, later than the beginning, and counts back to the same number', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 120 }), (from, days) => {
        const due = addWorkingDays(from, days, calendar);
        expect(isWorkingDay(chinaDate(due), calendar)).toBe(true);
        expect(chinaDate(due) > chinaDate(from)).toBe(true);
        expect(workingDaysBetween(from, due, calendar)).toBe(days);
      }),
      { numRuns: 1000 },
    );
  });

  it('never moves earlier when it begins later or gets more days', () => {
    fc.assert(
      fc.property(moment, fc.nat(1000), fc.integer({ min: 1, max: 60 }), (from, hours, days) => {
        const later = new Date(Date.parse(from) + hours * 3_600_000).toISOString();
        expect(addWorkingDays(later, days, calendar) >= addWorkingDays(from, days, calendar)).toBe(true);
        expect(addWorkingDays(from, days + 1, calendar) > addWorkingDays(from, days, calendar)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing lies between a day and an earlier one', () => {
    expect(workingDaysBetween(noon('2026-03-12'), noon('2026-03-10'), calendar)).toBe(0);
    expect(workingDaysBetween(noon('2026-03-10'), noon('2026-03-10'), calendar)).toBe(0);
  });
});

describe('the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = before;
  });

  it('may stand in any time zone: the dates are the same', () => {
    const moments = [
      '2026-02-13T15:59:00.000Z',
      '2026-02-13T16:00:00.000Z',
      '2026-03-08T07:30:00.000Z',
      '2026-12-31T16:30:00.000Z',
    ];
    const offsets = new Set<number>();
    const answers = [
      'Asia/Shanghai',
      'UTC',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ].map((zone) => {
      process.env['TZ'] = zone;
      offsets.add(new Date('2026-03-01T00:00:00Z').getTimezoneOffset());
      return moments.flatMap((at) => [
        chinaDate(at),
        addWorkingDays(at, 5, calendar),
        String(isWorkingDay(chinaDate(at), calendar)),
      ]);
    });
    expect(offsets.size, 'the zones took effect').toBe(5);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('the date of a lead', () => {
  const accepted = history(['LeadAccepted']);

  it('follows from its log alone: asking ten years later or earlier does not move it', () => {
    const lead = stateOf(accepted);
    const due = lead && deadlineOf(lead, calendar);
    expect(due).toEqual({ kind: 'decide', dueAt: closing('2026-03-19') });
    // Somebody asks at another time, so nothing but the log is there to answer.
    for (const hours of [-87_600, 0, 87_600]) {
      given(accepted)
        .when(COMMANDS.addNote, { at: hoursLater(hours) })
        .then(FACTS.NoteAdded);
      const noted = stateOf([...accepted, { ...FACTS.NoteAdded, at: hoursLater(hours), by: SYSTEM }]);
      expect(noted && deadlineOf(noted, calendar)).toEqual(due);
    }
  });

  it('a clock set back marks nothing as late', () => {
    given(accepted)
      .when(COMMANDS.noteDeadline, { at: hoursLater(-87_600), by: SYSTEM })
      .thenNothing();
  });

  it('passes at the close of business, not a millisecond before', () => {
    const timer = (at: string) => given(history()).when(COMMANDS.noteDeadline, { at, by: SYSTEM });
    timer('2026-03-12T09:59:59.999Z').thenNothing();
    timer('2026-03-12T10:00:00.000Z').then(FACTS.DeadlineMissed);
  });

  it('lateness ends with the next step, and the next clock runs afresh', () => {
    given(history(['DeadlineMissed']))
      .when(COMMANDS.acceptLead)
      .thenLead({
        overdue: false,
        clock: { kind: 'decide', startedAt: hoursLater(24), workingDays: 7 },
      });
  });

  it('rerouting gives the new holder the whole time to look, and does not prolong the decision', () => {
    given(history())
      .when(COMMANDS.rerouteLead)
      .thenLead({ clock: { kind: 'accept', startedAt: hoursLater(24), workingDays: 2 } });
    given(accepted)
      .when(COMMANDS.rerouteLead)
      .thenLead({ clock: { kind: 'decide', startedAt: hoursLater(1), workingDays: 7 } });
  });
});

describe('a supplement', () => {
  // Accepted on Tuesday the 10th with seven days; asked on Thursday the 12th: five are left.
  const accepted = history(['LeadAccepted']);
  it('stops the clock with the days that were left, and gives the resident a date of their own', () => {
    given(accepted)
      .when(COMMANDS.askForSupplement, { at: hoursLater(48) })
      .then(FACTS.SupplementAsked);
    given(accepted)
      .when(COMMANDS.askForSupplement, { at: hoursLater(48) })
      .thenLead({
        status: 'awaitingSupplement',
        stoppedClock: { kind: 'decide', startedAt: hoursLater(1), workingDays: 5 },
        clock: { kind: 'supplement', startedAt: hoursLater(48), workingDays: 10 },
      });
  });

  it('resumes the clock with those days, counted from the answer', () => {
    given(history(['LeadAccepted', 'SupplementAsked']))
      .when(COMMANDS.giveSupplement, { at: hoursLater(96) })
      .thenLead({
        status: 'accepted',
        stoppedClock: null,
        overdue: false,
        clock: { kind: 'decide', startedAt: hoursLater(96), workingDays: 5 },
      });
  });

  it('asked when everything was used up leaves a day to go on', () => {
    const stopped = { kind: 'decide' as const, startedAt: noon('2026-03-02'), workingDays: 3 };
    expect(workingDaysLeft(stopped, noon('2026-03-31'), calendar)).toBe(1);
    expect(workingDaysLeft(null, noon('2026-03-31'), calendar)).toBe(1);
  });

  it('days nobody works use nothing up', () => {
    const stopped = { kind: 'decide' as const, startedAt: noon('2026-02-14'), workingDays: 7 };
    expect(workingDaysLeft(stopped, noon('2026-02-23'), calendar)).toBe(7);
    expect(workingDaysLeft(stopped, noon('2026-02-24'), calendar)).toBe(6);
  });

  it('that never comes lets the work go on with what is known', () => {
    const asked = history(['LeadAccepted', 'SupplementAsked']);
    given(asked)
      .when(COMMANDS.noteDeadline, { at: hoursLater(1000), by: SYSTEM })
      .then({ type: 'SupplementGiven', answer: '', from: closing('2026-03-24') });
  });

  it('asked while the leaders read starts no clock that did not run', () => {
    const reported = history(['LeadAccepted', 'LeadAdopted', 'LeadReportedUp', 'SupplementAsked']);
    given(reported).when(COMMANDS.giveSupplement).thenLead({ status: 'adopted', clock: null });
  });
});

describe('a resident who says nothing', () => {
  it('lets an answered lead close when the time for feedback is over', () => {
    const resolved = history(['LeadAccepted', 'LeadResolved']);
    given(resolved)
      .when(COMMANDS.noteDeadline, { at: hoursLater(1000), by: SYSTEM })
      .thenLead({ status: 'closed', clock: null });
  });
  it('and can still say afterwards that it is not fixed', () => {
    const closed = history(['LeadAccepted', 'LeadResolved', 'LeadClosed']);
    given(closed)
      .when({ type: 'giveFeedback', fixed: false, stars: 1, words: '还有坑' })
      .thenLead({ status: 'reopened' });
  });
});
