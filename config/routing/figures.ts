/** What a classifier reaches on labelled rows. */
export interface Figures {
  rows: number;
  macroF1: number;
  accuracy: number;
  top2: number;
  top3: number;
  precisionAt85: number;
  ece: number;
  logLoss: number;
}

/** Figures of probabilities over `classes` columns against true columns. Classes without a row are left out of the F1. */
export function figuresOf(
  probabilities: readonly ArrayLike<number>[],
  labels: readonly number[],
  classes: number,
): Figures {
  const right = new Float64Array(classes);
  const claimed = new Float64Array(classes);
  const real = new Float64Array(classes);
  const sure: { probability: number; correct: boolean }[] = [];
  let [top2, top3, logLoss] = [0, 0, 0];
  labels.forEach((label, row) => {
    const own = Array.from(probabilities[row] ?? []).slice(0, classes);
    const best = own.indexOf(Math.max(...own));
    const rank = own.filter(
      (probability, column) => probability > (own[label] ?? 0) && column !== label,
    ).length;
    claimed[best] = (claimed[best] ?? 0) + 1;
    real[label] = (real[label] ?? 0) + 1;
    if (best === label) right[label] = (right[label] ?? 0) + 1;
    if (rank < 2) top2 += 1;
    if (rank < 3) top3 += 1;
    logLoss -= Math.log(Math.max(own[label] ?? 0, 1e-9));
    sure.push({ probability: own[best] ?? 0, correct: best === label });
  });
  const rows = labels.length;
  const f1 = Array.from(real.keys())
    .filter((column) => (real[column] ?? 0) > 0)
    .map((column) => (2 * (right[column] ?? 0)) / ((claimed[column] ?? 0) + (real[column] ?? 0)));
  const bySurety = [...sure].sort((a, b) => b.probability - a.probability).slice(0, Math.floor(rows * 0.85));
  return {
    rows,
    macroF1: mean(f1),
    accuracy: sure.filter(({ correct }) => correct).length / rows,
    top2: top2 / rows,
    top3: top3 / rows,
    precisionAt85: bySurety.filter(({ correct }) => correct).length / bySurety.length,
    ece: expectedCalibrationError(sure),
    logLoss: logLoss / rows,
  };
}

/** Mean distance between what ten bands of probability promise and what they keep, weighted by rows. */
function expectedCalibrationError(sure: readonly { probability: number; correct: boolean }[]): number {
  let error = 0;
  for (let band = 0; band < 10; band += 1) {
    const inside = sure.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === band);
    const promised = inside.reduce((sum, { probability }) => sum + probability, 0);
    error += Math.abs(promised - inside.filter(({ correct }) => correct).length) / sure.length;
  }
  return error;
}

/** How often a positive scores above a negative, ties half; NaN where one side is empty. */
export function aucOf(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, up: 1 })),
    ...negatives.map((score) => ({ score, up: 0 })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (all[index]?.up === 1) rankSum += rank;
    start = end;
  }
  const p = positives.length;
  return (rankSum - (p * (p + 1)) / 2) / (p * negatives.length);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
