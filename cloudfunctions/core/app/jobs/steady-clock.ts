import type { Ports } from '../ports';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A timer may have slept this long; a greater step forward is taken for a clock that was set wrong. */
export const LONGEST_SLEEP_MS = 60 * DAY_MS;
/** Unless it stays there for so long: then it is the truth, and the timer had slept. */
export const DOUBT_MS = DAY_MS;
/** How often the moment is written down. */
const REMEMBER_EVERY_MS = 10 * 60 * 1000;

/**
 * The moment by which dates are judged, or null while the clock is not to be believed. A clock that jumps years ahead
 * would close every lead and alarm every office; those events could not be taken back. So a step of more than sixty days
 * since the last run is believed only after it has stood for a day. A clock set back makes nothing due, and needs no guard.
 */
export async function steadyNow(ports: Pick<Ports, 'clock' | 'timer' | 'log'>): Promise<string | null> {
  const now = ports.clock.now();
  const memory = await ports.timer.recall();
  const since = memory?.lastRunAt ?? now;
  const step = Date.parse(now) - Date.parse(since);
  if (memory === null || (step >= REMEMBER_EVERY_MS && step <= LONGEST_SLEEP_MS)) {
    await ports.timer.remember({ lastRunAt: now, doubtedSince: null });
    return now;
  }
  if (step <= LONGEST_SLEEP_MS) {
    if (memory.doubtedSince !== null) await ports.timer.remember({ lastRunAt: since, doubtedSince: null });
    return now;
  }
  const doubted = memory.doubtedSince;
  const doubtedFor = doubted === null ? -1 : Date.parse(now) - Date.parse(doubted);
  if (doubtedFor >= DOUBT_MS && doubtedFor <= LONGEST_SLEEP_MS) {
    await ports.timer.remember({ lastRunAt: now, doubtedSince: null });
    return now;
  }
  if (doubtedFor < 0 || doubtedFor > LONGEST_SLEEP_MS) {
    await ports.timer.remember({ lastRunAt: since, doubtedSince: now });
  }
  ports.log.error('clock', { reason: 'jumped ahead' });
  return null;
}
