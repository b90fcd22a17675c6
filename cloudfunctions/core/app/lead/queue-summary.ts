import { BULK_COMMANDS, type BulkCommand } from '@contract/bulk';
import type { QueueItem } from '@contract/lead-views';
import { nameOf, type County } from '../../domain/county';
import { deadlineOf } from '../../domain/deadlines/deadline-of';
import type { WorkingCalendar } from '../../domain/deadlines/working-days';
import { mayBeEmergency } from '../../domain/lead/emergency';
import { peopleIn, wordsOf } from '../../domain/lead/lead';
import { isAllowed, isPrivate } from '../../domain/lead/lifecycle';
import { hideSubmitter } from '../../domain/publication/hide-submitter';
import { officeNameOf } from '../../domain/lead/holder';
import { ownerNameOf, placeNameOf, sectorNameOf } from '../../domain/permissions/view-for';
import type { LeadRecord, QueueSummary, Voices } from './lead-record';
import { cosignsOf } from './voices';

const EXCERPT_LENGTH = 60;

/** The row of a lead, as it stands at this write. */
export function summarise(
  record: Pick<LeadRecord, 'content'> & Voices,
  county: County,
  digest: (text: string) => string,
): QueueSummary {
  const { lead, content } = record;
  return {
    number: lead.number,
    status: lead.status,
    adoption: lead.adoption,
    resolution: lead.resolution,
    submittedAt: lead.submittedAt,
    excerpt: excerptOf(content),
    placeName: placeNameOf(lead, county),
    categoryId: lead.route?.categoryId ?? null,
    sectorName: sectorNameOf(lead, county),
    owner: lead.owner,
    unitId: lead.handOver?.unitId ?? null,
    clock: lead.clock,
    overdue: lead.overdue,
    chased: lead.chasedAt !== null,
    extensionAsked: isAllowed(lead, 'refuseExtension'),
    cosigns: cosignsOf(record, digest),
    broadcast: callOf(lead),
    private: isPrivate(lead),
    emergency: mayBeEmergency(lead),
    bulk: BULK_COMMANDS.filter((command) => isAllowed(lead, command)),
  };
}

/** The beginning of what was said; of a recording nobody has written down, that it is one. */
function excerptOf(content: LeadRecord['content']): string {
  // Everybody who has a queue reads it: never who said it. A number is looked for past the cut, so that none is halved.
  const beginning = wordsOf(content).slice(0, 4 * EXCERPT_LENGTH);
  const words = hideSubmitter(beginning, peopleIn(content)).replace(/\s+/g, ' ');
  if (words === '' && content.voice) return `（语音 ${content.voice.seconds} 秒，还没有写成文字）`;
  return Array.from(words).slice(0, EXCERPT_LENGTH).join('');
}

/** The urgent call, as long as somebody can still answer it or somebody did. */
function callOf(lead: Voices['lead']): QueueSummary['broadcast'] {
  if (lead.broadcast === null) return null;
  const { at, claimedAfterMinutes } = lead.broadcast;
  if (claimedAfterMinutes === null && !isAllowed(lead, 'claimLead')) return null;
  return { at, claimedAfterMinutes, claimedBy: lead.claimedBy?.name ?? null };
}

/** What the reader of a row may know beside the row. */
export interface RowReader {
  readsPrivate: boolean;
  readsNames: boolean;
  /** Whether the reader answers units that ask for more time. */
  readsAsks: boolean;
  /** What the reader's office may do to many leads at once. */
  may: readonly BulkCommand[];
}

/**
 * The row as its reader sees it; private matters keep their place in the list and lose their words, and what
 * would tell whom they may be about.
 */
export function presentRow(
  { id, version, summary }: { id: string; version: number; summary: QueueSummary },
  county: County,
  calendar: WorkingCalendar,
  reader: RowReader,
): QueueItem {
  const { categoryId, owner, unitId, clock, private: isHidden, bulk, ...shown } = summary;
  const hidden = isHidden && !reader.readsPrivate;
  return {
    id,
    version,
    ...shown,
    broadcast: shown.broadcast && {
      ...shown.broadcast,
      claimedBy: (reader.readsNames && shown.broadcast.claimedBy) || null,
    },
    excerpt: hidden ? '（不公开事项）' : shown.excerpt,
    placeName: hidden ? '' : shown.placeName,
    sectorName: hidden ? '' : shown.sectorName,
    emergency: !hidden && shown.emergency,
    extensionAsked: reader.readsAsks && shown.extensionAsked,
    categoryName: nameOf(county.categories, categoryId),
    ownerName: reader.readsNames ? ownerNameOf({ owner }, county) : officeNameOf({ owner }, county),
    unitName: hidden ? '' : nameOf(county.units, unitId),
    deadline: deadlineOf({ clock }, calendar),
    // A private matter is the committee staff's alone, whatever the office may do elsewhere.
    bulk: hidden ? [] : bulk.filter((command) => reader.may.includes(command)),
  };
}
