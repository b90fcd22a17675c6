import { factsOf } from '../facts-of-fault';
import { fetchWechatCodes } from '../codes/wechat-codes';
import { groupLeads } from '../issues/group-leads';
import { decideOn } from '../lead/change-lead';
import { officesAbove } from '../../domain/deadlines/offices-above';
import type { Ports } from '../ports';
import { sendDigest } from './send-digest';
import { sendReminders } from './send-reminders';
import { followPapers } from '../papers/follow-papers';
import { keepRetention } from '../privacy/retention';
import { steadyNow } from './steady-clock';

/** How much one run takes on of each kind; what is left waits for the next run. */
const BATCH = 50;

export interface JobsDone {
  delivered: number;
  reminded: number;
  codesFetched: number;
  deadlines: number;
  followed: number;
  counted: number;
  grouped: number;
  swept: number;
  erased: number;
}

/**
 * One run of the timer: notes passed deadlines, tells the desk how the day stands, delivers waiting messages, counts
 * changed leads, groups new ones, forgets expired sign-ins. Every step may be cut off anywhere and run again: nothing is
 * done twice, nothing is skipped. A step that fails does not keep the others from running; its fault is logged without
 * its words, and the run fails at the end.
 */
export async function runJobs(ports: Ports): Promise<JobsDone> {
  let faults = 0;
  const attempt = (step: () => Promise<number>): Promise<number> =>
    step().catch((fault: unknown) => {
      faults += 1;
      ports.log.error('fault', { action: 'jobs', ...factsOf(fault) });
      return 0;
    });
  let believed: string | null = null;
  const done = {
    deadlines: await attempt(async () => {
      believed = await steadyNow(ports);
      return believed === null ? 0 : noteDeadlines(ports, believed);
    }),
    delivered:
      (await attempt(() => deliverMessages(ports))) +
      (await attempt(() => sendDigest(ports, ports.clock.now()))),
    followed: await attempt(() => followPapers(ports, ports.clock.now())),
    reminded: await attempt(() => sendReminders(ports)),
    counted: await attempt(() => countLeads(ports)),
    codesFetched: await attempt(() => fetchWechatCodes(ports)),
    grouped: await attempt(() => groupLeads(ports)),
    swept: await attempt(async () => {
      const now = ports.clock.now();
      return (await ports.signIn.sweep(now)) + (await ports.readers.sweep(now));
    }),
    // Never by a clock that is not to be believed: what is erased cannot be fetched back.
    erased: await attempt(async () => (believed === null ? 0 : keepRetention(ports, believed))),
  };
  // The platform writes down what is thrown, and what a fault says may quote data.
  if (faults > 0) throw new Error('a step of the timer failed');
  return done;
}

/** Delivers each waiting message once: the message id is the notice's id, so a second delivery finds it there. */
async function deliverMessages(ports: Ports): Promise<number> {
  let delivered = 0;
  const reminds = ((await ports.county()).wechatTemplates ?? []).length > 0;
  for (const record of await ports.leads.listWithOutbox(ports.clock.now(), BATCH)) {
    for (const message of record.outbox) {
      if (await ports.notices.deliver(message, reminds)) delivered += 1;
    }
    await ports.leads.clearOutbox(
      record.lead.id,
      record.version,
      record.outbox.map(({ id }) => id),
    );
  }
  return delivered;
}

/** Marks what ran out of time, and tells whom that concerns. A lead somebody changed meanwhile is left for the next run. */
export async function noteDeadlines(ports: Ports, now: string): Promise<number> {
  const county = await ports.county();
  let noted = 0;
  for (const record of await ports.leads.listDue(now, BATCH)) {
    const requestId = `deadline-${record.lead.clock?.kind ?? ''}-${record.lead.clock?.startedAt ?? ''}`;
    const write = decideOn(
      record,
      { type: 'noteDeadline', offices: officesAbove(record.lead, county) },
      { ports, county, requestId, fingerprint: '', by: { kind: 'system' } },
    );
    if (!write.ok) continue;
    // Also where nothing happened: a changed calendar has moved the date, and the index must follow it.
    if (await ports.leads.save(write.value, record.version)) noted += 1;
  }
  return noted;
}

/** Counts changed leads into the tally until none waits or the run has done its share. */
async function countLeads(ports: Ports): Promise<number> {
  const share = 10 * BATCH;
  let counted = 0;
  while (counted < share) {
    const taken = await ports.tally.countWaiting(BATCH);
    if (taken === 0) break;
    counted += taken;
  }
  return counted;
}
