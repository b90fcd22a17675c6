import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosignLead, withdrawCosign } from '../../cloudfunctions/core/app/lead/cosign-lead';
import { checkVersion } from '../../cloudfunctions/core/app/lead/change-lead';
import { mergeLead, unmergeLead } from '../../cloudfunctions/core/app/lead/merge-lead';
import { apply } from '../../cloudfunctions/core/app/lead/record';
import { cosignsOf, personKeyOf } from '../../cloudfunctions/core/app/lead/voices';
import type { LeadRecord, LeadWrite, Ports } from '../../cloudfunctions/core/app/ports';
import {
  CALENDAR,
  CLERK,
  COUNTY,
  FACTS,
  history,
  hoursLater,
  PRIVATE_MATTER,
  recordOf,
  draw,
  sha256,
} from '../support/builders';

const LEADS = ['L-a', 'L-b', 'L-c'];
const PEOPLE = ['zhao', 'qian', 'sun', 'li', 'zhou', 'wu'];
/** Each lead is somebody's own; the others only join in. */
const reporterOf = (leadId: string): string => PEOPLE[LEADS.indexOf(leadId)] ?? '';
const numberOf = (leadId: string): string => `260310-00000${LEADS.indexOf(leadId)}`;

function newLead(leadId: string): LeadRecord {
  const submitted = { leadId, number: numberOf(leadId) };
  return {
    ...recordOf(history([], { submitted })),
    reporterKey: reporterOf(leadId),
    version: 1,
    deedVersion: 1,
  };
}

/** Three leads in memory, and the deeds of residents and of the clerk on them, each a request of its own. */
function village() {
  const stored = new Map(LEADS.map((leadId) => [leadId, newLead(leadId)]));
  const save = ({ record }: LeadWrite, expected: number): boolean => {
    if (stored.get(record.lead.id)?.version !== expected) return false;
    stored.set(record.lead.id, record);
    return true;
  };
  const ports = {
    clock: { now: () => hoursLater(24) },
    digest: sha256,
    random: { token: draw },
    county: () => Promise.resolve(COUNTY),
    files: { urls: () => Promise.resolve(new Map()) },
    leads: {
      find: (leadId: string) => Promise.resolve(stored.get(leadId) ?? null),
      findByNumber: (number: string) =>
        Promise.resolve([...stored.values()].find(({ lead }) => lead.number === number) ?? null),
      save: (write: LeadWrite, expected: number) => Promise.resolve(save(write, expected)),
      saveTogether: (writes: { write: LeadWrite; expected: number }[]) =>
        Promise.resolve(writes.every(({ write, expected }) => save(write, expected))),
    },
  } as unknown as Ports;
  let requests = 0;
  const asked = (who: string, what: string) => ({
    requestId: `request-${(requests += 1)}`,
    fingerprint: sha256(`${who} ${what} ${requests}`),
    ports,
  });
  const account = { id: 'a-clerk', name: '李静', grants: [{ role: 'staff' as const }] };
  const clerk = () => ({ ...asked('clerk', 'merge'), caller: { kind: 'officer' as const, account } });
  const get = (leadId: string): LeadRecord => {
    const record = stored.get(leadId);
    if (!record) throw new Error(leadId);
    return record;
  };
  return {
    ports,
    get,
    put: (record: LeadRecord) => void stored.set(record.lead.id, record),
    call: (openid: string) => ({ ...asked(openid, 'voice'), caller: { kind: 'resident' as const, openid } }),
    merge: (leadId: string, into: string) =>
      mergeLead(
        { leadId, version: get(leadId).version, intoNumber: numberOf(into), reason: '同一件事' },
        clerk(),
      ),
    unmerge: (leadId: string) =>
      unmergeLead({ leadId, version: get(leadId).version, reason: '不是一件事' }, clerk()),
  };
}

type Deed =
  | { what: 'join' | 'leave'; who: string; leadId: string }
  | { what: 'merge'; leadId: string; into: string }
  | { what: 'unmerge'; leadId: string };
const someLead = fc.constantFrom(...LEADS);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('join' as const, 'leave' as const),
      who: fc.constantFrom(...PEOPLE),
      leadId: someLead,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('merge' as const), leadId: someLead, into: someLead }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('unmerge' as const), leadId: someLead }) },
);

/** The same told as plain sets: who gave a voice to which lead, and which leads are one matter now. */
class Sets {
  readonly voices = new Map(LEADS.map((leadId) => [leadId, new Set<string>()]));
  readonly mergedInto = new Map<string, string>();
  matterOf(leadId: string): string[] {
    const head = this.mergedInto.get(leadId) ?? leadId;
    return LEADS.filter((other) => other === head || this.mergedInto.get(other) === head);
  }
  private heard(leadId: string): string[] {
    return this.matterOf(leadId).flatMap((member) => [...(this.voices.get(member) ?? [])]);
  }
  supporters(leadId: string): Set<string> {
    const submitters = this.matterOf(leadId).map(reporterOf);
    return new Set(this.heard(leadId).filter((who) => !submitters.includes(who)));
  }
  join(who: string, leadId: string): void {
    const isOwn = this.matterOf(leadId).map(reporterOf).includes(who);
    if (!isOwn && !this.heard(leadId).includes(who)) this.voices.get(leadId)?.add(who);
  }
  leave(who: string, leadId: string): void {
    for (const member of this.matterOf(leadId)) this.voices.get(member)?.delete(who);
  }
}

async function live(deeds: readonly Deed[]) {
  const here = village();
  const sets = new Sets();
  for (const one of deeds) {
    if (one.what === 'join') {
      await cosignLead({ leadId: one.leadId }, here.call(one.who));
      sets.join(one.who, one.leadId);
    } else if (one.what === 'leave') {
      await withdrawCosign({ leadId: one.leadId }, here.call(one.who));
      sets.leave(one.who, one.leadId);
    } else if (one.what === 'merge') {
      const merged = await here.merge(one.leadId, one.into);
      if (merged.ok) sets.mergedInto.set(one.leadId, one.into);
    } else {
      const apart = await here.unmerge(one.leadId);
      if (apart.ok) sets.mergedInto.delete(one.leadId);
    }
  }
  return { here, sets };
}

test('whoever joins, leaves, merges and takes apart, in any order: each person counts once for each matter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 40 }), async (deeds) => {
      const { here, sets } = await live(deeds);
      for (const leadId of LEADS) {
        const head = sets.mergedInto.get(leadId) ?? leadId;
        expect([leadId, cosignsOf(here.get(head), sha256)]).toEqual([leadId, sets.supporters(leadId).size]);
        if (head !== leadId) expect(here.get(leadId).cosigners).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

describe('a co-sign', () => {
  const join = async (openid: string, here = village()) => ({
    here,
    answer: await cosignLead({ leadId: 'L-a' }, here.call(openid)),
  });

  test('counts once, and a second tap changes nothing', async () => {
    const { here } = await join('sun');
    const version = here.get('L-a').version;
    const again = await cosignLead({ leadId: 'L-a' }, here.call('sun'));
    expect(again).toMatchObject({ ok: true, value: { cosigns: 1, cosign: 'given' } });
    expect(here.get('L-a').version).toBe(version);
  });

  test('of one’s own lead is refused in words, and so is one on what is over', async () => {
    expect((await join('zhao')).answer).toMatchObject({ ok: false, refusal: { code: 'WRONG_STATE' } });
    const here = village();
    here.put({ ...newLead('L-a'), lead: { ...newLead('L-a').lead, status: 'closed' } });
    expect((await join('sun', here)).answer).toMatchObject({ ok: false, refusal: { code: 'WRONG_STATE' } });
  });

  test('finds no report against an official', async () => {
    const here = village();
    const secret = recordOf(history([], { ...PRIVATE_MATTER, submitted: { leadId: 'L-a' } }));
    here.put({ ...secret, reporterKey: 'zhao' });
    expect((await join('sun', here)).answer).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  test('of what a stranger may not know of is asked for and taken back in vain, by all but who gave one', async () => {
    const { here } = await join('li');
    here.put({ ...here.get('L-a'), lead: { ...here.get('L-a').lead, status: 'declined' } });
    for (const deed of [cosignLead, withdrawCosign])
      expect(await deed({ leadId: 'L-a' }, here.call('sun'))).toMatchObject({
        refusal: { code: 'NOT_FOUND' },
      });
    expect(await withdrawCosign({ leadId: 'L-a' }, here.call('zhao'))).toMatchObject({ ok: true });
    expect(await withdrawCosign({ leadId: 'L-a' }, here.call('li'))).toMatchObject({ value: { cosigns: 0 } });
  });

  test('leaves no trace of the person in the log, and none of the openid beside it', async () => {
    const { here } = await join('openid-of-sun');
    const { events, cosigners } = here.get('L-a');
    expect(JSON.stringify([events, cosigners])).not.toContain('openid-of-sun');
    expect(JSON.stringify(events.map(({ event }) => event))).not.toContain(
      personKeyOf('openid-of-sun', sha256),
    );
    expect(events.at(-1)?.event).toMatchObject({ type: 'CosignAdded', cosigns: 1, by: { kind: 'resident' } });
  });

  test('does not make an officer’s open form stale; a deed of another officer does', async () => {
    const { here } = await join('sun');
    const seen = { leadId: 'L-a', version: 1 };
    expect(checkVersion(here.get('L-a'), seen).ok).toBe(true);
    await here.merge('L-b', 'L-a');
    expect(checkVersion(here.get('L-a'), seen)).toMatchObject({ ok: false });
  });
});

describe('the news of a lead', () => {
  const accept = (record: LeadRecord): LeadRecord =>
    apply(record, [{ ...FACTS.LeadDeclined, at: hoursLater(50), by: CLERK }], {
      requestId: 'request-decline',
      fingerprint: 'f',
      county: COUNTY,
      calendar: CALENDAR,
      digest: sha256,
      draw,
    }).record;

  test('reaches those who joined in, once each, without what was written to the submitter', async () => {
    const { here } = await live([
      { what: 'join', who: 'li', leadId: 'L-a' },
      { what: 'join', who: 'li', leadId: 'L-b' },
      { what: 'join', who: 'qian', leadId: 'L-a' },
      { what: 'merge', leadId: 'L-b', into: 'L-a' },
    ]);
    const { outbox } = accept(here.get('L-a'));
    expect(new Set(outbox.map(({ id }) => id)).size).toBe(outbox.length);
    expect(outbox.map(({ recipientKey }) => recipientKey)).toEqual([
      'zhao',
      'qian',
      personKeyOf('li', sha256),
    ]);
    expect(outbox.at(-1)?.text).toBe('您附议的事「没有采纳」：县政协研究过，没有采纳。');
    expect(outbox[0]?.text).toContain(FACTS.LeadDeclined.reason);
  });
});
