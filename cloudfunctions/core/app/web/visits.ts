/** How often devices and addresses asked, for a short while; nobody can be told from what is kept. */
export interface VisitRepository {
  /** Counts one more under each key; how often each was counted, this time included. */
  count(keys: readonly string[], at: string): Promise<number[]>;
  /** What addresses of one day are mixed with before they are kept: drawn once, gone with the day. */
  saltOf(day: string, draw: () => string, at: string): Promise<string>;
}
