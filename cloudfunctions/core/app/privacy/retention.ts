import type { DataPart } from '@contract/personal-data';
import type { RetentionPolicy } from '../../domain/privacy/retention-policy';
import { keepsFor, RETAINED_PARTS } from '../../domain/privacy/retention-policy';
import type { Ports } from '../ports';
import { eraseFromLead } from './erase-lead';
import { GONE_PREFIX } from './erase-parts';
import { AGING, type Aging } from './personal-data';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How much of each kind one portion takes on. */
const PORTION = 50;

/** One line of what has been kept long enough: what it is, since when, and how much. */
export interface Outlived {
  what: DataPart | Aging;
  days: number;
  before: string;
  count: number;
}

/** What has been kept long enough by now: figures and fields, no personal data. Changes nothing. */
export async function listOutlived(ports: Ports, now: string): Promise<Outlived[]> {
  const { retention } = await ports.county();
  const parts = RETAINED_PARTS.flatMap((part) => {
    const days = keepsFor(part, retention);
    return days === null ? [] : [{ what: part, days, before: ago(now, days) }];
  });
  const aging = AGING.map((what) => agingOf(what, retention, now));
  return Promise.all([
    ...parts.map(async (line) => ({
      ...line,
      count: await ports.personalData.countKept(line.what, line.before),
    })),
    ...aging.map(async (line) => ({
      ...line,
      count: await ports.personalData.countOlder(line.what, line.before),
    })),
  ]);
}

/**
 * Takes away one portion of each kind that has been kept long enough; how much. Cut off anywhere it can be run again: each
 * lead is one write, and what is gone is no longer found. A lead somebody just changed waits for the next portion.
 */
export async function eraseOutlived(ports: Ports, now: string): Promise<number> {
  const { retention } = await ports.county();
  let gone = 0;
  for (const part of RETAINED_PARTS) {
    const days = keepsFor(part, retention);
    if (days === null) continue;
    for (const record of await ports.personalData.listKept(part, ago(now, days), PORTION)) {
      const erasing = {
        parts: [part],
        because: 'kept long enough' as const,
        pseudonym: `${GONE_PREFIX}${ports.random.token()}`,
        by: { kind: 'system' } as const,
      };
      if (await eraseFromLead(record, erasing, ports)) gone += 1;
    }
  }
  for (const what of AGING) {
    const { before } = agingOf(what, retention, now);
    gone += await ports.personalData.removeOlder(what, before, PORTION);
  }
  return gone;
}

const ago = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();

function agingOf(what: Aging, policy: Partial<RetentionPolicy> | undefined, now: string) {
  const days = keepsFor(what, policy) ?? 0;
  return { what, days, before: ago(now, days) };
}

/** Which hour this process has already looked after; a new process looks once more, which harms nothing. */
let doneIn = '';

/** The timer's share: once an hour, and at once again while there is more than a portion. */
export async function keepRetention(ports: Ports, now: string): Promise<number> {
  const hour = `${(await ports.county()).id} ${now.slice(0, 13)}`;
  if (doneIn === hour) return 0;
  const gone = await eraseOutlived(ports, now);
  if (gone < PORTION) doneIn = hour;
  return gone;
}
