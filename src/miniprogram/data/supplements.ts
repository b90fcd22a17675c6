import { plainText } from '@contract/plain-text';
import type { TrackedLeadView } from '@contract/lead-views';

/**
 * Whether these very words stand in the lead: they were sent and the answer was lost on its way. Sent once more they
 * would stand there twice.
 */
export function hasArrived(written: string, { supplements }: Pick<TrackedLeadView, 'supplements'>): boolean {
  const words = plainText(written).trim();
  return words !== '' && supplements.some(({ answer }) => answer?.trim() === words);
}
