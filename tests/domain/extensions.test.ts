import { describe, expect, it } from 'vitest';
import type { Audience } from '@contract/lead-views';
import { officerMessagesFor, STAFF_KEY, unitKey } from '../../cloudfunctions/core/app/lead/officer-messages';
import { messagesFor } from '../../cloudfunctions/core/app/lead/messages';
import type { SealedEvent } from '../../cloudfunctions/core/app/ports';
import { deadlineOf } from '../../cloudfunctions/core/domain/deadlines/deadline-of';
import type { LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import { nextStepForOfficer } from '../../cloudfunctions/core/domain/lead/next-step-for-officer';
import { completeLead, type StoredLead } from '../../cloudfunctions/core/domain/lead/stored-lead';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import {
  CALENDAR,
  CLERK,
  COMMANDS,
  COUNTY,
  FACTS,
  history,
  hoursLater,
  recordOf,
  sha256,
  SYSTEM,
  UNIT_CLERK,
  type Step,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';
import { PEOPLE, shownTo, type Person } from '../support/people';

const HANDED: Step[] = ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver'];
const handed = history(HANDED);
const atWork = history([...HANDED, 'HandOverAccepted']);
const asked = history([...HANDED, 'HandOverAccepted', 'ExtensionAsked']);
const after = (...steps: Step[]) => history([...HANDED, 'HandOverAccepted', 'ExtensionAsked', ...steps]);
const { unitId, workingDays, reason } = FACTS.ExtensionAsked;
const inCharge = { by: UNIT_CLERK, unitId };

const askIn = (events: readonly LeadEvent[]) => stateOf(events)?.handOver?.extensionAsked;
const isMarked = (events: readonly LeadEvent[]): boolean =>
  queueKeysOf(replay(events)).includes('x:extensionAsked');

describe('a unit that needs more time', () => {
  it('asks for it in so many working days, with a reason', () => {
    const ask = given(atWork).when(COMMANDS.askExtension, inCharge);
    ask.then(FACTS.ExtensionAsked);
    expect(askIn(asked)).toEqual({ workingDays, reason, at: hoursLater(5) });
  });

  it('moves nothing by asking: the date runs on, and what is late is late', () => {
    const dueAt = (events: readonly LeadEvent[]) => deadlineOf(replay(events), CALENDAR)?.dueAt;
    expect(dueAt(asked)).toBe(dueAt(atWork));
    given(asked)
      .when(COMMANDS.noteDeadline, { at: hoursLater(24 * 90), by: SYSTEM })
      .thenLead({ overdue: true });
  });

  it('asks once at a time, and again once it was answered', () => {
    given(asked)
      .when(COMMANDS.askExtension, inCharge)
      .thenRefused('WRONG_STATE', /等县政协答复/);
    for (const answer of ['DeadlineExtended', 'ExtensionRefused'] as const) {
      given(after(answer)).when(COMMANDS.askExtension, inCharge).then(FACTS.ExtensionAsked);
    }
  });

  it('asks for what it received and still has: not before, not after a reply or a promise, not once it is returned', () => {
    given(handed)
      .when(COMMANDS.askExtension, inCharge)
      .thenRefused('WRONG_STATE', /请先接收/);
    const refusedAfter = (step: Step, sentence: RegExp) =>
      given(history([...HANDED, 'HandOverAccepted', step]))
        .when(COMMANDS.askExtension, inCharge)
        .thenRefused('WRONG_STATE', sentence);
    refusedAfter('ReplyRecorded', /已经答复/);
    refusedAfter('OutcomePromised', /承诺/);
    refusedAfter('HandOverReturned', /已经退回/);
    refusedAfter('SupplementAsked', /申请延期/);
  });

  it('asks as the unit in charge: a supporting unit is refused in the same words, whether one was asked for or not', () => {
    for (const events of [atWork, asked]) {
      given(events)
        .when(COMMANDS.askExtension, { by: UNIT_CLERK, unitId: 'u-housing' })
        .thenRefused('FORBIDDEN', /由主办单位答复/);
    }
  });
});

describe('the desk answers', () => {
  it('with more time, as much as was asked for or another measure of it', () => {
    const grant = given(asked).when({ ...COMMANDS.extendDeadline, workingDays: 3 });
    grant.thenLead({ handOver: expect.objectContaining({ extensionAsked: null, workingDays: 18 }) as never });
  });

  it('with a no and its reason, and the date stays', () => {
    const refusal = given(asked).when(COMMANDS.refuseExtension);
    refusal.then(FACTS.ExtensionRefused);
    refusal.thenLead({
      clock: replay(asked).clock,
      handOver: expect.objectContaining({ extensionAsked: null, workingDays: 15 }) as never,
    });
  });

  it('where somebody asked, and once', () => {
    given(atWork)
      .when(COMMANDS.refuseExtension)
      .thenRefused('WRONG_STATE', /没有要答复的延期申请/);
    given(after('ExtensionRefused')).when(COMMANDS.refuseExtension).thenRefused('WRONG_STATE');
  });
});

describe('what was asked', () => {
  it.each([
    'DeadlineExtended',
    'ExtensionRefused',
    'ReplyRecorded',
    'OutcomePromised',
    'HandOverReturned',
    'LeadResolved',
    'LeadFoundUnresolvable',
  ] as const)('waits no longer after %s', (step) => {
    expect(askIn(after(step))).toBeNull();
    expect(isMarked(after(step))).toBe(false);
  });

  it('is gone when the lead is handed over anew, or withdrawn while the resident was asked something', () => {
    expect(askIn(after('HandOverReturned', 'LeadHandedOver'))).toBeNull();
    expect(askIn(after('SupplementAsked', 'LeadWithdrawn'))).toBeNull();
  });

  it('outlives a question to the resident, and can be answered after it', () => {
    const waiting = after('SupplementAsked');
    expect([askIn(waiting)?.workingDays, isMarked(waiting)]).toEqual([workingDays, false]);
    expect(isMarked(after('SupplementAsked', 'SupplementGiven'))).toBe(true);
  });

  it('is nothing in a lead that was stored before units could ask', () => {
    const { handOver, ...lead } = replay(asked);
    if (handOver === null) throw new Error('nothing was handed over');
    const { extensionAsked: _unknown, ...older } = handOver;
    const stored: StoredLead = { ...lead, handOver: older };
    expect(completeLead(stored).handOver).toEqual({ ...older, extensionAsked: null });
    expect(completeLead({ ...lead, handOver: null }).handOver).toBeNull();
  });
});

describe('who reads what was asked', () => {
  const record = recordOf(asked);
  const reads = async (person: Person) => {
    const view = await shownTo(PEOPLE[person], record);
    return { field: view?.extensionAsked ?? null, text: JSON.stringify(view) };
  };

  it('is the desk and the unit in charge, in the lead and in its story', async () => {
    for (const person of ['clerk', 'leadUnitOfficer'] as const) {
      const { field, text } = await reads(person);
      expect(field, person).toMatchObject({ workingDays, reason });
      expect(text, person).toContain('县交通运输局申请延期 8 个工作日。原因：等沥青到货');
    }
  });

  it.each([
    'supportingUnitOfficer',
    'otherUnitOfficer',
    'liaison',
    'convener',
    'member',
    'leader',
    'administrator',
  ] as const)('is not the %s, who reads neither the ask nor its answer', async (person) => {
    expect(await reads(person)).toMatchObject({ field: null });
    for (const events of [asked, after('ExtensionRefused')]) {
      const text = JSON.stringify(await shownTo(PEOPLE[person], recordOf(events)));
      expect(text).not.toMatch(/等沥青到货|可以先填坑|申请延期|没有同意/);
    }
  });

  it('is not the unit that has the lead after the one that asked', async () => {
    const later = after('ExtensionRefused', 'HandOverReturned', {
      ...FACTS.LeadHandedOver,
      unitId: 'u-water',
      supportingUnitIds: [],
    });
    const text = JSON.stringify(await shownTo(PEOPLE.otherUnitOfficer, recordOf(later)));
    expect(text).toContain('交给县水利局办理');
    expect(text).not.toMatch(/等沥青到货|可以先填坑/);
  });

  it('tells the desk to answer and the unit that the date stands, and nobody else anything', () => {
    const next = (audience: Audience) =>
      nextStepForOfficer(replay(asked), { audience, unitIds: [unitId] }, COUNTY, CALENDAR);
    expect(next('committee')).toMatch(/^县交通运输局申请延期，请答复同意不同意。期限照算，/);
    expect(next('unit')).toMatch(/还没有答复。期限照算，请接着办，/);
    for (const audience of ['liaison', 'member', 'leader'] as const)
      expect(next(audience)).not.toMatch(/延期/);
  });
});

describe('who is told', () => {
  const toldBy = (events: readonly LeadEvent[]) => {
    const record = recordOf(events);
    const last = events.at(-1);
    if (last === undefined) throw new Error('no event');
    const sealed = [{ seq: events.length, event: last }] as SealedEvent[];
    return {
      officers: officerMessagesFor(record.lead, record.lead, sealed, COUNTY).map(
        ({ recipientKey, text }) => ({
          recipientKey,
          text,
        }),
      ),
      residents: messagesFor(record, record.lead, sealed, { county: COUNTY, digest: sha256 }),
    };
  };

  it('of the ask: the desk, and no resident', () => {
    expect(toldBy(asked)).toEqual({
      officers: [
        {
          recipientKey: STAFF_KEY,
          text: '县交通运输局申请延期 8 个工作日：东河镇水磨村，道路交通。原因：等沥青到货',
        },
      ],
      residents: [],
    });
  });

  it('of more time: the unit in charge, with the new day in words; and the resident, as ever', () => {
    const fact = { ...FACTS.DeadlineExtended, dueAt: '2026-04-07T10:00:00.000Z' };
    const told = toldBy([...asked, { ...fact, at: hoursLater(30), by: CLERK }]);
    expect(told.officers[0]).toEqual({
      recipientKey: unitKey(unitId),
      text: '延期了 5 个工作日：东河镇水磨村，道路交通，现在最晚4月7日（星期二）答复。原因：下雨',
    });
    expect(told.residents).toHaveLength(1);
  });

  it('of more time: the units beside it too, the new day and nothing of why or of who asked', () => {
    const fact = { ...FACTS.DeadlineExtended, reason, dueAt: '2026-04-07T10:00:00.000Z' };
    const [, ...beside] = toldBy([...asked, { ...fact, at: hoursLater(30), by: CLERK }]).officers;
    expect(beside).toEqual([
      {
        recipientKey: unitKey('u-housing'),
        text: '协办的一件延期了：东河镇水磨村，道路交通。由县交通运输局主办，现在最晚4月7日（星期二）答复。',
      },
    ]);
  });

  it('of a no: the unit in charge, with the day that stands, and no resident', () => {
    const told = toldBy(after('ExtensionRefused'));
    expect(told.officers).toMatchObject([
      {
        recipientKey: unitKey(unitId),
        text: expect.stringMatching(
          /^没有同意延期：东河镇水磨村，道路交通，还是最晚\d+月\d+日（星期.）答复。原因：可以先填坑$/,
        ) as string,
      },
    ]);
    expect(told.residents).toEqual([]);
  });

  it('of a no after the day has passed: that it has', () => {
    const late: Step[] = ['DeadlineMissed', 'ExtensionRefused'];
    expect(toldBy(after(...late)).officers[0]?.text).toMatch(/答复，已经过期，请抓紧。原因：/);
  });
});
