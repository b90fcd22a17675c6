import { describe, expect, it } from 'vitest';
import { OFFICER_COMMANDS } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { COMMAND_FORMS } from '../../src/admin/features/leads/commands/command-forms';
import {
  doneWords,
  problemsOf,
  type FormContext,
  type Values,
} from '../../src/admin/features/leads/commands/command-form';
import { decisionButton } from '@shared/decision-words';
import { mainCommandOf } from '@shared/main-command';
import { queueSearch, readQueueFilter } from '../../src/admin/platform/queue-address';
import { share } from '../../src/shared/report/share';
import { DIRECTORY, aLead } from './support/builders';

const context: FormContext = { lead: aLead(), directory: DIRECTORY, today: '2026-03-10' };

describe('the forms of the commands', () => {
  it.each(OFFICER_COMMANDS)('%s has words for what it does, its button and its outcome', (command) => {
    const form = COMMAND_FORMS[command];
    for (const words of [form.intro, form.confirm, form.done]) expect(words.length).toBeGreaterThan(1);
  });

  it.each(['adoptLead', 'declineLead'] as const)(
    '%s is not said to be done, nor sent to anybody, while a colleague has yet to agree',
    (command) => {
      const proposal: OfficerLeadView['proposal'] = {
        decision: { kind: 'adopted', note: '' },
        by: { accountId: 'a1', name: '王主任' },
        at: '2026-03-10T01:00:00.000Z',
      };
      expect(doneWords(COMMAND_FORMS[command], { proposal })).toBe(
        '已提出，等另一位同事确认；群众还没有收到。',
      );
      expect(doneWords(COMMAND_FORMS[command], { proposal: null })).toBe(COMMAND_FORMS[command].done);
    },
  );

  it('names on the button what a decision does: proposed and confirmed by two people, or sent at once', () => {
    const two = { secondPairOfEyes: true };
    const proposed = (decision: NonNullable<OfficerLeadView['proposal']>['decision']) =>
      aLead({
        proposal: { decision, by: { accountId: 'a2', name: '王敏' }, at: '2026-03-10T01:00:00.000Z' },
      });
    const declined = proposed({ kind: 'declined', reason: '已列入计划', goTo: '镇便民服务中心' });
    expect(decisionButton('adoptLead', aLead(), two)).toBe('提出采纳，等同事确认');
    expect(decisionButton('declineLead', aLead(), two)).toBe('提出不采纳，等同事确认');
    expect(decisionButton('confirmDecision', declined, two)).toBe('同意不采纳，发给群众');
    expect(decisionButton('confirmDecision', proposed({ kind: 'adopted', note: '' }), two)).toBe(
      '同意采纳，告诉群众',
    );
    expect(decisionButton('declineLead', aLead(), DIRECTORY)).toBeNull();
    expect(decisionButton('resolveLead', aLead(), two)).toBeNull();
  });

  it.each(OFFICER_COMMANDS)('%s refuses to be sent while a needed field is empty', (command) => {
    const fields = COMMAND_FORMS[command].fields(context);
    const needed = fields
      .filter((field) => !field.optional && field.kind !== 'choices')
      .map(({ name }) => name);
    expect(Object.keys(problemsOf(fields, {}))).toEqual(needed);
  });

  it('hands over without naming the lead unit a second time as supporting', () => {
    const values: Values = { unitId: 'u1', supportingUnitIds: ['u1', 'u2'], workingDays: '10' };
    expect(COMMAND_FORMS.handOver.toInput(values)).toEqual({
      unitId: 'u1',
      supportingUnitIds: ['u2'],
      workingDays: 10,
    });
  });

  it('proposes the unit usually in charge and the usual working days', () => {
    expect(COMMAND_FORMS.handOver.initial?.(context)).toMatchObject({ unitId: 'u2', workingDays: '15' });
  });

  it('neither offers nor proposes a unit that was taken out of use', () => {
    const units = DIRECTORY.units.map((unit) => ({ ...unit, retired: unit.id === 'u2' }));
    const now: FormContext = { ...context, directory: { ...DIRECTORY, units } };
    const fields = COMMAND_FORMS.handOver.fields(now);
    const offered = fields.flatMap((field) =>
      'options' in field ? field.options.map(({ id }) => `${field.name} ${id}`) : [],
    );
    expect(offered).toEqual(['unitId u1', 'supportingUnitIds u1']);
    expect(COMMAND_FORMS.handOver.initial?.(now)).toMatchObject({ unitId: '' });
  });

  it.each(['0', '121', '2.5', 'x'])('does not take %s working days', (workingDays) => {
    const fields = COMMAND_FORMS.handOver.fields(context);
    expect(problemsOf(fields, { unitId: 'u1', workingDays })).toHaveProperty('workingDays');
  });

  it('starts publishing from an empty page, never from the words of the resident', () => {
    expect(COMMAND_FORMS.publishLead.initial).toBeUndefined();
  });

  it('leaves an empty note out instead of sending an empty one', () => {
    expect(COMMAND_FORMS.adoptLead.toInput({ note: '  ' })).toEqual({});
  });
});

describe('the main button', () => {
  it('is the step that carries the lead forward', () => {
    expect(mainCommandOf(aLead({ allowed: ['addNote', 'declineLead', 'adoptLead'] }))).toBe('adoptLead');
    expect(mainCommandOf(aLead({ allowed: ['addNote'] }))).toBeNull();
  });

  it('is to resolve once the unit has replied', () => {
    const reply = { text: '路灯修好了', at: '2026-03-09T01:00:00.000Z', unitId: 'u1' };
    expect(
      mainCommandOf(aLead({ status: 'inProgress', allowed: ['recordReply', 'resolveLead'], reply })),
    ).toBe('resolveLead');
  });
});

describe('while the unit is at work', () => {
  it('the unit is led to reply, the committee is led to nothing', () => {
    const lead = aLead({ status: 'inProgress', allowed: ['recordReply', 'addNote'], reply: null });
    expect(mainCommandOf({ ...lead, audience: 'unit' })).toBe('recordReply');
    expect(mainCommandOf(lead)).toBeNull();
  });
});

describe('a filter in the address', () => {
  it('comes back as it was written', () => {
    const filter = {
      status: 'routed',
      dimension: 'township',
      dimensionId: 't1',
      group: 'late',
      as: 'staff',
    } as const;
    expect(readQueueFilter(queueSearch(filter))).toEqual(filter);
  });
});

describe('a share', () => {
  it('has one decimal, and a dash where there is nothing to share', () => {
    expect(share(60, 380)).toBe('15.8%');
    expect(share(0, 0)).toBe('—');
  });
});
