import { mean } from '../figures';

/** The median of several runs, each timed in milliseconds of the clock. */
export function medianMs(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? NaN;
}

/** CPU of one deed over all items, in microseconds: warmed up once, then the better of three rounds. */
export function cpuMicros<Item>(items: readonly Item[], deed: (item: Item) => unknown): number {
  for (const item of items.slice(0, 50)) deed(item);
  const rounds = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    for (const item of items) deed(item);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / items.length;
  });
  return Math.min(...rounds);
}

/** How many megabytes the process grew by. */
export function megabytesOf<Value>(make: () => Value): { value: Value; megabytes: number } {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const value = make();
  globalThis.gc?.();
  return { value, megabytes: Math.max(0, process.memoryUsage.rss() - before) / 1024 / 1024 };
}

/** Macro-F1 over the labels that stand in the truth. */
export function macroF1(truth: readonly string[], said: readonly string[]): number {
  const labels = [...new Set(truth)];
  return mean(
    labels.map((label) => {
      const right = truth.filter((each, row) => each === label && said[row] === label).length;
      const real = truth.filter((each) => each === label).length;
      const claimed = said.filter((each) => each === label).length;
      return (2 * right) / Math.max(1, real + claimed);
    }),
  );
}
