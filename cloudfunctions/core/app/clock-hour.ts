/** Misses and visits are counted by the hour of the clock: the hour a moment lies in, and how much of it is left. */
export function clockHour(at: string): { hour: string; seconds: number; minutes: number } {
  const seconds = 3_600 - Number(at.slice(14, 16)) * 60 - Number(at.slice(17, 19));
  return { hour: at.slice(0, 13), seconds, minutes: Math.ceil(seconds / 60) };
}
