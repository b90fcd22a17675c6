const HOUR_MS = 3_600_000;
const LAST_MOMENTS_MS = 30_000;

/** Misses and visits are counted by the hour of the clock: a test that counts them does not begin in its last moments. */
export async function farFromTheHour(): Promise<void> {
  const left = HOUR_MS - (Date.now() % HOUR_MS);
  if (left < LAST_MOMENTS_MS) await new Promise((resume) => setTimeout(resume, left));
}
/** How long waiting for the next hour may take. */
export const UNTIL_THE_HOUR_MS = 2 * LAST_MOMENTS_MS;
