import type { QueueFigures, QueuePage } from '@contract/actions';

/** How long a list is: from its figures, or, where they cannot say, once its end is in sight; null while unknown. */
export function queueLength(figures: QueueFigures | undefined, pages: readonly QueuePage[]): number | null {
  if (figures && figures.total !== null) return figures.total;
  const isWhole = pages.length > 0 && pages.at(-1)?.nextCursor === null;
  return isWhole ? pages.reduce((sum, { items }) => sum + items.length, 0) : null;
}
