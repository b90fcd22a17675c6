import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_PARTS } from '@contract/personal-data';
import { brokenAt, calendarOf, indexOf, seal } from '../../cloudfunctions/core/app/lead/record';
import { ERASED_WORDS } from '../../cloudfunctions/core/app/lead/sealed-words';
import {
  isUnlinked,
  partsHeld,
  unlinked,
  withoutFollowersNames,
  withoutParts,
} from '../../cloudfunctions/core/app/privacy/erase-parts';
import { cosignsOf, personKeyOf } from '../../cloudfunctions/core/app/lead/voices';
import type { LeadRecord } from '../../cloudfunctions/core/app/ports';
import { keepsFor, RETAINED_PARTS } from '../../cloudfunctions/core/domain/privacy/retention-policy';
import type { LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { overAt } from '../../cloudfunctions/core/domain/privacy/over-at';
import { replay } from '../../cloudfunctions/core/domain/lead/evolve';
import { queueKeysOf } from '../../cloudfunctions/core/domain/statistics/queue-keys';
import { COUNTY, FACTS, history, recordOf, RESIDENT, sha256, type Step } from '../support/builders';

const PSEUDONYM = 'gone:somebody';
const tools = { digest: sha256, pseudonym: PSEUDONYM };
const STORY: Step[] = [
  'LeadAccepted',
  'SupplementAsked',
  'SupplementGiven',
  'LeadResolved',
  'FeedbackGiven',
  'LeadReopened',
];
const SAID = ['桥东头那一段', '还有坑', '13900000001', '张桂兰', '水磨村口那段路', '李秀英', '村口小桥东头'];
/** Saying that it is not fixed opens it again: the reason is the resident's own. */
const bySubmitter = (event: LeadEvent): LeadEvent =>
  event.type === 'LeadReopened' ? { ...event, by: RESIDENT } : event;
const told = (): LeadRecord =>
  recordOf(
    history(STORY, { submitted: { onBehalf: { relation: 'elder', news: 'both' } } }).map(bySubmitter),
    {
      person: { name: '李秀英', phone: '13700000002' },
      seal: 'a seal',
      point: { latitude: 34.1, longitude: 112.1 },
    },
  );

describe('erasing', () => {
  it('everything leaves no word, name or number of the person anywhere in the record', () => {
    const text = JSON.stringify(withoutParts(told(), DATA_PARTS, tools));
    expect(SAID.filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toContain('openid-zhang');
    expect(text).toContain(ERASED_WORDS);
  });

  it('nothing of it leaves the log broken, whatever is taken out and in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...DATA_PARTS]), (parts) => {
        const emptied = parts.reduce((record, part) => withoutParts(record, [part], tools), told());
        expect(brokenAt(emptied.events, sha256)).toBeNull();
        expect(partsHeld(emptied).filter((part) => parts.includes(part))).toEqual([]);
      }),
    );
  });

  it('words from the log is still found out when the rest of the event is edited', () => {
    const { events } = withoutParts(told(), ['words'], tools);
    const edited = events.map((sealed) =>
      sealed.event.type === 'FeedbackGiven' ? { ...sealed, event: { ...sealed.event, stars: 5 } } : sealed,
    );
    expect(brokenAt(edited, sha256)).not.toBeNull();
  });

  it('and words that are merely edited are found out too', () => {
    const edited = told().events.map((sealed) =>
      sealed.event.type === 'SupplementGiven'
        ? { ...sealed, event: { ...sealed.event, answer: '桥西头' } }
        : sealed,
    );
    expect(brokenAt(edited, sha256)).not.toBeNull();
  });

  it('keeps the state that the log tells of, and every key a figure counts by', () => {
    const before = told();
    const after = withoutParts(before, DATA_PARTS, tools);
    expect(replay(after.events.map(({ event }) => event))).toEqual(after.lead);
    expect(queueKeysOf(after.lead)).toEqual(queueKeysOf(before.lead));
  });

  it('leaves words of an older log where they are: taking them out would break its chain', () => {
    const record = told();
    const older = record.events.map(({ nonce: _none, ...sealed }) => sealed);
    const before = { ...record, events: older };
    expect(partsHeld(before)).not.toContain('words');
    expect(withoutParts(before, ['words'], tools).events).toEqual(older);
  });

  it('tells nothing by what stays: the telephone cannot be tried out against any hash', () => {
    const { requestFingerprint, events } = withoutParts(told(), ['contact'], tools);
    expect(requestFingerprint).toBe('');
    expect(JSON.stringify(events)).not.toContain(sha256('13900000001'));
  });
});

describe('who it was', () => {
  const me = personKeyOf('openid-zhang', sha256);
  const cosigner = (personKey: string) => ({ personKey, leadId: 'L-1', number: '1', at: '' });

  it('becomes one other name everywhere, so that nobody is counted twice or lost', () => {
    const before: LeadRecord = { ...told(), cosigners: [cosigner(me), cosigner('somebody')] };
    const after = unlinked(before, 'openid-zhang', tools);
    expect(isUnlinked(after.reporterKey)).toBe(true);
    expect(cosignsOf(after, sha256)).toBe(cosignsOf(before, sha256));
    expect(JSON.stringify(after)).not.toContain(me);
    expect(after.cosigners[1]).toEqual(cosigner('somebody'));
  });

  it('is forgotten after its time of everybody whose lead was merged into it too, and each stays one person', () => {
    const neighbour = personKeyOf('openid-neighbour', sha256);
    const from = { leadId: 'L-2', number: '2', submittedAt: '', placeId: null, townshipId: null };
    const follower = { ...from, reporterKey: 'openid-neighbour', personKey: 'key-of-the-elder' };
    const before: LeadRecord = {
      ...told(),
      followers: [follower],
      cosigners: [cosigner(neighbour), cosigner('somebody')],
    };
    const own = withoutParts(before, ['reporter'], tools);
    expect(own.followers).toEqual([follower]);
    expect(partsHeld(own)).toContain('reporter');
    const after = withoutFollowersNames(own, tools);
    expect(partsHeld(after)).not.toContain('reporter');
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`openid-|of-the-elder|${neighbour}`));
    expect(cosignsOf(after, sha256)).toBe(cosignsOf(before, sha256));
  });
});

describe('the text', () => {
  it('goes with what was spoken and written down, whatever becomes of the recording', () => {
    const transcript = { text: '我是水磨村的，路灯坏了。', by: { kind: 'resident' }, at: '' } as const;
    const spoken = told();
    const content = { ...spoken.content, voice: { seconds: 9, transcript } };
    const after = withoutParts({ ...spoken, content }, ['text'], tools);
    expect(JSON.stringify(after)).not.toContain('路灯坏了');
    expect(after.content.voice?.seconds).toBe(9);
  });
});

describe('how long it is kept', () => {
  it('begins when the lead was over, and not while it is under way again', () => {
    const closed = history(['LeadAccepted', 'LeadResolved', 'LeadClosed', 'NoteAdded']);
    expect(overAt(replay(closed), closed)).toBe(closed.find(({ type }) => type === 'LeadClosed')?.at);
    const again = history(['LeadAccepted', 'LeadResolved', 'LeadClosed', 'LeadReopened']);
    expect(overAt(replay(again), again)).toBeNull();
  });

  it('is looked up by what a lead that is over still holds', () => {
    const index = (steps: Step[]) =>
      indexOf(recordOf(history(steps)), { county: COUNTY, calendar: calendarOf(COUNTY), digest: sha256 });
    expect(index(['LeadAccepted']).retains).toEqual([]);
    expect(index(['LeadWithdrawn']).retains).toEqual(
      expect.arrayContaining(['contact', 'media', 'reporter']),
    );
  });

  it('is the county’s to say, also that something stays for good', () => {
    expect(keepsFor('contact', undefined)).toBe(180);
    expect(keepsFor('contact', { contact: 30 })).toBe(30);
    expect(keepsFor('media', { media: null })).toBeNull();
    expect(RETAINED_PARTS).toEqual([...DATA_PARTS]);
  });
});

it('an event sealed before words could be taken out is still whole', () => {
  const plain = seal(
    [],
    [{ ...FACTS.LeadWithdrawn, at: '2026-03-10T03:00:00.000Z', by: { kind: 'system' } }],
    {
      requestId: 'r',
      fingerprint: 'f',
      digest: sha256,
      draw: () => 'never drawn',
    },
  );
  expect(plain[0]?.nonce).toBeUndefined();
  expect(brokenAt(plain, sha256)).toBeNull();
});
