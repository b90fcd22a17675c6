/** A part of all that was received, in words: 「每百件16件」; 「件」 alone while there is nothing to divide by. */
export function shareOf(part: number, received: number): string {
  if (received === 0) return '件';
  const inHundred = Math.round((part / received) * 100);
  if (part > 0 && inHundred === 0) return '不到百分之一';
  return `每百件${inHundred}件`;
}
