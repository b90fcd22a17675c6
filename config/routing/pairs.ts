const STEPS = 120;

/**
 * Learns an order: each row of one side before each row of the other, by the logistic loss of every pair. `weights` say
 * what a row counts on its own side. Returns what each row pulls with. Plain steps with momentum, their length from the
 * steepest the loss can be, so the same rows give the same pulls.
 */
export function orderOf(
  lower: readonly Float64Array[],
  first: readonly boolean[],
  weights: readonly number[],
  hold: number,
): Float64Array {
  const size = lower.length;
  const ahead = sideOf(true);
  const behind = sideOf(false);
  const pulls = new Float64Array(size);
  if (ahead.rows.length === 0 || behind.rows.length === 0) return pulls;
  const steepest = hold + 0.25 * size * (ahead.most + behind.most) * largestOf(lower);
  const ratio = Math.sqrt(hold / steepest);
  const momentum = (1 - ratio) / (1 + ratio);
  let before = pulls.slice();
  let looked = pulls.slice();
  for (let step = 0; step < STEPS; step += 1) {
    const slope = slopeOf(timesOf(lower, looked));
    const after = looked.map((pull, row) => pull - ((slope[row] ?? 0) + hold * pull) / steepest);
    looked = after.map((pull, row) => pull + momentum * (pull - (before[row] ?? 0)));
    before = after;
  }
  return before;

  function sideOf(side: boolean) {
    const rows = Array.from(first.keys()).filter((row) => first[row] === side);
    const sum = rows.reduce((all, row) => all + (weights[row] ?? 0), 0);
    const shares = rows.map((row) => (weights[row] ?? 0) / sum);
    return { rows, shares, most: Math.max(0, ...shares) };
  }

  function slopeOf(said: Float64Array): Float64Array {
    const slope = new Float64Array(size);
    ahead.rows.forEach((row, at) => {
      behind.rows.forEach((other, beside) => {
        const counts = size * (ahead.shares[at] ?? 0) * (behind.shares[beside] ?? 0);
        const wrong = counts / (1 + Math.exp((said[row] ?? 0) - (said[other] ?? 0)));
        slope[row] = (slope[row] ?? 0) - wrong;
        slope[other] = (slope[other] ?? 0) + wrong;
      });
    });
    return slope;
  }
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
