import { describe, expect, it } from 'vitest';
import type { OnBehalf } from '@contract/on-behalf';
import { isAllowed } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { turnOf } from '../../cloudfunctions/core/domain/lead/turn';
import { maskContact } from '../../cloudfunctions/core/domain/permissions/view-for';
import { contactIsFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import { personOf, refusalOfOnBehalf } from '../../cloudfunctions/core/app/lead/on-behalf-input';
import { CLERK, COMMANDS, history, recordOf, type Beginning, type Step } from '../support/builders';
import { given } from '../support/given-when-then';

const FILED: Beginning = { submitted: { onBehalf: { relation: 'elder', news: 'both' } } };
const after = (...steps: Step[]) => replay(history(steps, FILED));
const standing = (...steps: Step[]): OnBehalf['standing'] | undefined => after(...steps).onBehalf?.standing;

describe('a lead filed for somebody else', () => {
  it('waits for the person’s word, and keeps their last one', () => {
    expect(standing()).toBe('unconfirmed');
    expect(standing('PersonConfirmed')).toBe('confirmed');
    expect(standing('PersonDenied')).toBe('denied');
    expect(standing('PersonDenied', 'PersonConfirmed')).toBe('confirmed');
    expect(standing('PersonDenied', 'DenialSettled')).toBe('keptAfterDenial');
  });

  it('is the desk’s move once the person says no, whoever holds it', () => {
    expect(turnOf(after())).toBe('township');
    expect(turnOf(after('PersonDenied'))).toBe('desk');
    expect(turnOf(after('LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'PersonDenied'))).toBe('desk');
    expect(turnOf(after('PersonDenied', 'DenialSettled'))).toBe('township');
  });

  it.each(['adoptLead', 'handOver', 'broadcastLead', 'mergeLead'] as const)(
    'cannot be carried on by %s until staff have looked into a no',
    (command) => {
      const steps: Step[] = command === 'mergeLead' || command === 'broadcastLead' ? [] : ['LeadAccepted'];
      expect(isAllowed(after(...steps), command)).toBe(true);
      expect(isAllowed(after(...steps, 'PersonDenied'), command)).toBe(false);
      expect(isAllowed(after(...steps, 'PersonDenied', 'DenialSettled'), command)).toBe(true);
    },
  );

  it('is withdrawn by staff only after a no, and not once it was adopted', () => {
    expect(isAllowed(after(), 'withdrawForPerson')).toBe(false);
    expect(isAllowed(after('PersonDenied'), 'withdrawForPerson')).toBe(true);
    const adopted = after('LeadAccepted', 'LeadAdopted', 'PersonDenied');
    expect([isAllowed(adopted, 'withdrawForPerson'), isAllowed(adopted, 'keepAfterDenial')]).toEqual([
      false,
      true,
    ]);
    given(history(['PersonDenied'], FILED))
      .when(COMMANDS.withdrawForPerson, { by: CLERK })
      .then({ type: 'LeadWithdrawn', reason: '本人不想反映。' });
  });

  it('takes each answer once, and none after staff settled it', () => {
    expect(isAllowed(after('PersonConfirmed'), 'confirmForPerson')).toBe(false);
    expect(isAllowed(after('PersonConfirmed'), 'denyForPerson')).toBe(true);
    expect(isAllowed(after('PersonDenied', 'DenialSettled'), 'denyForPerson')).toBe(false);
    expect(isAllowed(replay(history([])), 'confirmForPerson')).toBe(false);
  });
});

describe('the person it is filed for', () => {
  it('is masked like the submitter, for the same readers', () => {
    const { content } = recordOf(history([], FILED), { person: { name: '李秀英', phone: '13700000002' } });
    expect(maskContact(content.person ?? null)).toBe('李**，137****02');
    expect(contactIsFor('member', after())).toBe(false);
  });

  it('is nobody where neither name nor telephone was left', () => {
    expect(personOf({ relation: 'elder', news: 'helper', name: ' ', phone: '' })).toBeUndefined();
  });

  it('must have a telephone to be told in person', () => {
    expect(refusalOfOnBehalf({ relation: 'elder', news: 'person', name: '李秀英' })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'onBehalf.phone' },
    });
    expect(refusalOfOnBehalf({ relation: 'elder', news: 'person', phone: '13700000002' })).toBeNull();
  });

  it('as a child under fourteen is named only by a guardian who agrees, and never called', () => {
    const child = { relation: 'child', news: 'helper', name: '小明' } as const;
    expect(refusalOfOnBehalf(child)).toMatchObject({ refusal: { field: 'onBehalf.guardianConsents' } });
    expect(refusalOfOnBehalf({ ...child, guardianConsents: true })).toBeNull();
    expect(refusalOfOnBehalf({ relation: 'child', news: 'helper' })).toBeNull();
    expect(personOf({ ...child, phone: '13912345678', guardianConsents: true })).toEqual({ name: '小明' });
    expect(refusalOfOnBehalf({ ...child, guardianConsents: true, news: 'both', phone: '1' })).toMatchObject({
      refusal: { field: 'onBehalf.news' },
    });
  });
});
