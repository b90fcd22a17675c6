/** Where little is held back, the last of them still change something: stopping here is part of what is learned. */
const STEPS = 120;

/**
 * Learns an order: what is first before what is not, by the logistic loss of every pair. `first` says how far a row is
 * first, from 0 to 1, and `weights` what it counts. Returns what each row pulls with. Plain steps with momentum,
 * their length from how fast the loss can bend, so the same rows give the same pulls.
 */
export function orderOf(
  lower: readonly Float64Array[],
  first: readonly number[],
  weights: readonly number[],
  hold: number,
): Float64Array {
  const size = lower.length;
  const ahead = sharesOf(first.map((share, row) => share * (weights[row] ?? 0)));
  const behind = sharesOf(first.map((share, row) => (1 - share) * (weights[row] ?? 0)));
  const pulls = new Float64Array(size);
  if (ahead === null || behind === null) return pulls;
  // A row's pairs together count no more than its two shares. Each bends by a quarter at most, and twice that over its two rows.
  const most = Math.max(...ahead.map((share, row) => share + (behind[row] ?? 0)));
  const steepest = hold + 0.25 * size * 2 * most * largestOf(lower);
  const ratio = Math.sqrt(hold / steepest);
  const momentum = (1 - ratio) / (1 + ratio);
  let before = pulls.slice();
  let looked = pulls.slice();
  for (let step = 0; step < STEPS; step += 1) {
    const slope = slopeOf(timesOf(lower, looked), ahead, behind);
    const after = looked.map((pull, row) => pull - (size * (slope[row] ?? 0) + hold * pull) / steepest);
    looked = after.map((pull, row) => pull + momentum * (pull - (before[row] ?? 0)));
    before = after;
  }
  return before;
}

/** What counts on one side, together one; null where nothing does. */
function sharesOf(counts: readonly number[]): Float64Array | null {
  const sum = counts.reduce((all, count) => all + count, 0);
  return sum > 0 ? Float64Array.from(counts, (count) => count / sum) : null;
}

/** What every pair still asks of its two rows, whichever of them is the first. */
function slopeOf(said: Float64Array, ahead: Float64Array, behind: Float64Array): Float64Array {
  const slope = new Float64Array(said.length);
  for (let row = 0; row < said.length; row += 1) {
    for (let other = 0; other < row; other += 1) {
      const forth = (ahead[row] ?? 0) * (behind[other] ?? 0);
      const back = (ahead[other] ?? 0) * (behind[row] ?? 0);
      if (forth + back === 0) continue;
      const leads = 1 / (1 + Math.exp((said[other] ?? 0) - (said[row] ?? 0)));
      const asked = forth * (1 - leads) - back * leads;
      slope[row] = (slope[row] ?? 0) - asked;
      slope[other] = (slope[other] ?? 0) + asked;
    }
  }
  return slope;
}

/** A symmetric matrix, given by its lower half, times a vector. */
export function timesOf(lower: readonly Float64Array[], vector: Float64Array): Float64Array {
  const out = new Float64Array(vector.length);
  lower.forEach((line, at) => {
    const own = vector[at] ?? 0;
    let sum = 0;
    for (let other = 0; other < at; other += 1) {
      const value = line[other] ?? 0;
      sum += value * (vector[other] ?? 0);
      out[other] = (out[other] ?? 0) + value * own;
    }
    out[at] = (out[at] ?? 0) + sum + (line[at] ?? 0) * own;
  });
  return out;
}

/** Nearly its largest eigenvalue, a little above. */
function largestOf(lower: readonly Float64Array[]): number {
  let vector = new Float64Array(lower.length).fill(1);
  let size = 1;
  for (let turn = 0; turn < 30; turn += 1) {
    const next = timesOf(lower, vector);
    size = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0)) || 1;
    vector = next.map((value) => value / size);
  }
  return size * 1.1;
}
