import type { OfficerNotice } from '@contract/actions';
import type { QueueGroup } from '@contract/statistics';

/** What the morning's message about the day speaks of: it is about no lead and leads to these lists. */
export const DIGEST_GROUPS = ['new', 'today', 'late'] as const satisfies readonly QueueGroup[];

/** Whether a message is about the day and not about a lead or a paper. */
export const isDigest = ({ leadId, paperId }: Pick<OfficerNotice, 'leadId' | 'paperId'>): boolean =>
  leadId === '' && paperId === undefined;

/** What a message opens on a telephone; null for one about a paper, which is read in the panel alone. */
export function openedOnPhone(notice: Pick<OfficerNotice, 'leadId' | 'paperId'>): 'day' | 'lead' | null {
  if (isDigest(notice)) return 'day';
  return notice.leadId === '' ? null : 'lead';
}

/**
 * The ids of those that were not there when the person last looked. By id and not by time: what was delivered late is
 * new although it tells of yesterday.
 */
export function newAmong(notices: readonly Pick<OfficerNotice, 'id'>[], seen: readonly string[]): string[] {
  const known = new Set(seen);
  return notices.map(({ id }) => id).filter((id) => !known.has(id));
}

/** What was kept of the ids somebody has seen; nothing where it cannot be read. */
export function parseSeen(kept: string | null): string[] {
  if (kept === null) return [];
  try {
    const ids = JSON.parse(kept) as unknown;
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
