/** What the engine did since it started; shown by /_local/health so that tests can hold it to its promises. */
export interface Counters {
  commits: number;
  writes: number;
  reads: number;
  /** Index entries and documents looked at while answering queries. */
  candidates: number;
  sortsInMemory: number;
  scans: number;
}

export function newCounters(): Counters {
  return { commits: 0, writes: 0, reads: 0, candidates: 0, sortsInMemory: 0, scans: 0 };
}
