/** What can still be chosen: without what was taken out of use, which keeps its name for what stands under it. */
export const inUse = <Entry extends { retired?: boolean }>(entries: readonly Entry[]): Entry[] =>
  entries.filter(({ retired }) => retired !== true);
