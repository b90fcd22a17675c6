/** A share in per cent with one decimal; a dash when there is nothing to take a share of. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}
