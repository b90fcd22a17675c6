import { describe, expect, it, vi } from 'vitest';
import { runJobs } from '../../cloudfunctions/core/app/jobs/run-jobs';
import type { Ports } from '../../cloudfunctions/core/app/ports';
import { COUNTY, hoursLater } from '../support/builders';

const portsWith = (leads: Partial<Ports['leads']>) => {
  const countWaiting = vi.fn(() => Promise.resolve(0));
  const sweep = vi.fn(() => Promise.resolve(3));
  const error = vi.fn();
  const ports = {
    // Before office hours: nothing is said about the day yet.
    clock: { now: () => hoursLater(-8) },
    county: () => Promise.resolve(COUNTY),
    leads: { listDue: () => Promise.resolve([]), listWithOutbox: () => Promise.resolve([]), ...leads },
    tally: { countWaiting },
    log: { error },
    signIn: { sweep },
    reminders: { listWaiting: () => Promise.resolve([]) },
    readers: { sweep: () => Promise.resolve(0) },
    timer: { recall: () => Promise.resolve(null), remember: () => Promise.resolve() },
    issues: { listUngrouped: () => Promise.resolve([]) },
    papers: { listDue: () => Promise.resolve([]), listUntold: () => Promise.resolve([]) },
    codePictures: { read: () => Promise.resolve({ waiting: [], files: {} }) },
    personalData: { listKept: () => Promise.resolve([]), removeOlder: () => Promise.resolve(0) },
  } as unknown as Ports;
  return { ports, countWaiting, sweep, error };
};

describe('a run of the timer', () => {
  it('takes every step although one of them fails, and then tells where the fault is and nothing it says', async () => {
    const said = '张桂兰 13900000001';
    const { ports, countWaiting, sweep, error } = portsWith({
      listDue: () => Promise.reject(new Error(said)),
    });
    await expect(runJobs(ports)).rejects.toThrow('a step of the timer failed');
    expect(error.mock.calls).toEqual([
      ['fault', expect.objectContaining({ action: 'jobs', reason: 'Error' })],
    ]);
    expect(JSON.stringify(error.mock.calls)).not.toContain(said);
    expect(countWaiting).toHaveBeenCalled();
    expect(sweep).toHaveBeenCalled();
  });
  it('says what it did when nothing failed', async () => {
    expect(await runJobs(portsWith({}).ports)).toEqual({
      deadlines: 0,
      delivered: 0,
      followed: 0,
      reminded: 0,
      counted: 0,
      codesFetched: 0,
      grouped: 0,
      swept: 3,
      erased: 0,
    });
  });
});
