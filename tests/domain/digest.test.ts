import { describe, expect, it } from 'vitest';
import { sendDigest } from '../../cloudfunctions/core/app/jobs/send-digest';
import type { OutboxMessage, Ports } from '../../cloudfunctions/core/app/ports';
import type { PaperRow } from '../../cloudfunctions/core/app/papers/paper-ports';
import { COUNTY } from '../support/builders';

/** A county of its own, because a running timer remembers which one it has told. */
function desk(id: string, holidays: string[] = [], papers: Partial<PaperRow>[] = [], isEmpty = false) {
  const counts: Record<string, number> = isEmpty ? {} : { 'd:new': 2 };
  const delivered = new Map<string, OutboxMessage>();
  let now = '';
  const ports = {
    clock: { now: () => now },
    county: () => Promise.resolve({ ...COUNTY, id, holidays }),
    leads: { listQueue: () => Promise.resolve([]) },
    tally: { read: () => Promise.resolve({ parts: [{ part: 'd', counts, applied: [] }], uncounted: [] }) },
    papers: { listYears: () => Promise.resolve([2026]), listYear: () => Promise.resolve(papers) },
    notices: {
      deliver: (message: OutboxMessage) => {
        const isNew = !delivered.has(message.id);
        if (isNew) delivered.set(message.id, message);
        return Promise.resolve(isNew);
      },
    },
  } as unknown as Ports;
  return {
    delivered,
    counts,
    at: (moment: string) => {
      now = new Date(`${moment}+08:00`).toISOString();
      return sendDigest(ports, now);
    },
  };
}

describe('the desk’s morning message', () => {
  it('comes once a working day, from half past eight, however often the timer runs', async () => {
    const { at, delivered } = desk('c-1');
    expect(await at('2026-03-10T08:29:59')).toBe(0);
    expect(await at('2026-03-10T08:30:00')).toBe(1);
    for (const minute of ['31', '32', '59']) expect(await at(`2026-03-10T08:${minute}:00`)).toBe(0);
    expect(await at('2026-03-11T09:00:00')).toBe(1);
    expect([...delivered.keys()]).toEqual(['digest-c-1-2026-03-10', 'digest-c-1-2026-03-11']);
    expect([...delivered.values()][0]).toMatchObject({
      recipientKey: 'group:staff',
      text: '今天的线索：新来的 2 件，今天到期 0 件，已经超期 0 件。',
    });
  });

  it('counts the instructions whose half month ends today or is over, on withdrawn papers too', async () => {
    const given = (givenOn: string, isClosed = false) => ({ givenOn, isClosed });
    const papers: Partial<PaperRow>[] = [
      { state: 'issued', followUps: [given('2026-03-02'), given('2026-02-10'), given('2026-02-10', true)] },
      { state: 'issued', followUps: [given('2026-03-16'), given('2026-02-11')] },
      { state: 'withdrawn', followUps: [given('2026-02-10')] },
    ];
    const { at, delivered } = desk('c-5', [], papers);
    await at('2026-03-17T08:30:00');
    await at('2026-04-17T08:30:00');
    expect([...delivered.values()].map(({ text }) => text.slice(text.indexOf('批示')))).toEqual([
      '批示落实：今天到期 1 件次，已经超期 3 件次。',
      '批示落实：今天到期 0 件次，已经超期 5 件次。',
    ]);
  });

  it('does not come with three noughts: it waits until something is new, due or late', async () => {
    const { at, delivered, counts } = desk('c-6', [], [], true);
    expect(await at('2026-03-10T08:30:00')).toBe(0);
    expect(delivered.size).toBe(0);
    counts['d:2026-03-10'] = 1;
    expect(await at('2026-03-10T09:10:00')).toBe(1);
    expect([...delivered.values()].map(({ text }) => text)).toEqual([
      '今天的线索：新来的 0 件，今天到期 1 件，已经超期 0 件。',
    ]);
  });

  it('comes for an instruction alone', async () => {
    const { at } = desk(
      'c-7',
      [],
      [{ state: 'issued', followUps: [{ givenOn: '2026-03-02', isClosed: false }] }],
      true,
    );
    expect(await at('2026-03-16T08:30:00')).toBe(0);
    expect(await at('2026-03-17T08:30:00')).toBe(1);
  });

  it('is still one message when another process has sent it', async () => {
    const first = desk('c-2');
    expect(await first.at('2026-03-10T08:30:00')).toBe(1);
    await desk('c-3').at('2026-03-10T08:30:00');
    expect(await first.at('2026-03-10T08:31:00')).toBe(0);
    expect(first.delivered.size).toBe(1);
  });

  it('does not come when nobody works: weekends and holidays', async () => {
    const { at } = desk('c-4', ['2026-03-12']);
    expect(await at('2026-03-12T09:00:00')).toBe(0);
    expect(await at('2026-03-14T09:00:00')).toBe(0);
    expect(await at('2026-03-16T09:00:00')).toBe(1);
  });
});
