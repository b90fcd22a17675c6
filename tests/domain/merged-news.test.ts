import { describe, expect, test } from 'vitest';
import { apply } from '../../cloudfunctions/core/app/lead/record';
import { shareVoices } from '../../cloudfunctions/core/app/lead/merge-lead';
import type { Follower } from '../../cloudfunctions/core/app/lead/lead-record';
import { personKeyOf } from '../../cloudfunctions/core/app/lead/voices';
import { unlinked } from '../../cloudfunctions/core/app/privacy/erase-parts';
import type { LeadRecord, LeadWrite } from '../../cloudfunctions/core/app/ports';
import {
  CALENDAR,
  CLERK,
  COUNTY,
  FACTS,
  history,
  hoursLater,
  indexOfRecord,
  recordOf,
  RESIDENT,
  draw,
  sha256,
} from '../support/builders';

const accepted = recordOf(history(['LeadAccepted']));
const neighbour = { ...recordOf(history()), reporterKey: 'openid-neighbour' };
const neighbours = { ...neighbour, lead: { ...neighbour.lead, id: 'L-neighbour', number: '260310-000777' } };
const merged = (target: LeadRecord): LeadRecord => shareVoices('mergeLead', neighbours, target).target;
const apart = (target: LeadRecord): LeadRecord => shareVoices('unmergeLead', neighbours, target).target;

const applying = {
  requestId: 'request-resolve',
  fingerprint: 'f',
  county: COUNTY,
  calendar: CALENDAR,
  digest: sha256,
  draw,
};
const resolve = (target: LeadRecord): LeadWrite =>
  apply(target, [{ ...FACTS.LeadResolved, at: hoursLater(50), by: CLERK }], applying);

describe('news of a lead that others were merged into', () => {
  test('goes to everybody who submitted it, each under their own number', () => {
    const { outbox } = resolve(merged(accepted)).record;
    expect(outbox.map(({ recipientKey, number }) => [recipientKey, number])).toEqual([
      [accepted.reporterKey, accepted.lead.number],
      ['openid-neighbour', '260310-000777'],
    ]);
    expect(new Set(outbox.map(({ id }) => id)).size).toBe(2);
    expect(new Set(outbox.map(({ text }) => text)).size).toBe(1);
  });

  test.each([
    ['helper', ['openid-neighbour']],
    ['person', ['key-of-the-elder']],
    ['both', ['openid-neighbour', 'key-of-the-elder']],
  ] as const)('goes to whom the one who filed it for an elder chose: %s', (news, told) => {
    const filed = recordOf(history([], { submitted: { onBehalf: { relation: 'elder', news } } }), {
      person: { name: '李秀英', key: 'key-of-the-elder' },
    });
    const { id, number } = neighbours.lead;
    const elders = { ...filed, reporterKey: 'openid-neighbour', lead: { ...filed.lead, id, number } };
    const { outbox } = resolve(shareVoices('mergeLead', elders, accepted).target).record;
    expect(outbox.map(({ recipientKey }) => recipientKey)).toEqual([accepted.reporterKey, ...told]);
    expect(new Set(outbox.map((message) => message.id)).size).toBe(outbox.length);
  });

  test('is found with what a person may have erased, and forgets their device with it', () => {
    const [follower] = merged(accepted).followers;
    const told = { ...follower, news: 'both', personKey: personKeyOf('openid-elder', sha256) } as Follower;
    const record = { ...accepted, followers: [told] };
    expect(indexOfRecord(record).voiceKeys).toEqual([told.personKey]);
    const forgotten = unlinked(record, 'openid-elder', { digest: sha256, pseudonym: 'gone:x' });
    expect(indexOfRecord(forgotten).voiceKeys).toEqual([]);
    expect(forgotten.followers[0]?.reporterKey).toBe('openid-neighbour');
  });

  test('sends nobody the number of what was split off from the words of another', () => {
    const split = { ...FACTS.LeadSplit, at: hoursLater(50), by: CLERK };
    const { outbox } = apply(merged(accepted), [split], applying).record;
    expect(outbox.map(({ recipientKey }) => recipientKey)).toEqual([accepted.reporterKey]);
  });

  test('tells nobody in the words of another that it is not fixed', () => {
    const reason = '还是不亮，我叫张桂兰，13900000001';
    const reopened = { ...FACTS.LeadReopened, reason, at: hoursLater(60), by: RESIDENT };
    const { outbox } = apply(resolve(merged(accepted)).record, [reopened], applying).record;
    const told = outbox.find(
      ({ recipientKey, text }) => recipientKey === 'openid-neighbour' && /重新办/.test(text),
    );
    expect(told?.text).toContain('还没有好');
    expect(told?.text).not.toMatch(/按您说的|张桂兰|139/);
  });

  test('is not sent twice to who was merged twice', () => {
    const once = merged(accepted);
    expect(merged(once).followers).toEqual(once.followers);
  });

  test('stops when the lead is taken apart again', () => {
    const { outbox } = resolve(apart(merged(accepted))).record;
    expect(outbox.map(({ recipientKey }) => recipientKey)).toEqual([accepted.reporterKey]);
  });
});
