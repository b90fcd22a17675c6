import type { OfficerLeadView, TimelineEntry } from '@contract/lead-views';

/** The entries of the story that were not there before. */
export function newEntries(seen: OfficerLeadView, lead: OfficerLeadView): TimelineEntry[] {
  const before = seen.history ?? seen.timeline ?? [];
  return (lead.history ?? lead.timeline ?? []).slice(before.length);
}
