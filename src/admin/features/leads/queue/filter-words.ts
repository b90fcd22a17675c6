import {
  DIMENSION_LABELS,
  ENTRY_LABELS,
  MEASURE_LABELS,
  QUEUE_MARK_LABELS,
  STATUS_LABELS,
} from '@contract/labels-zh';
import { PACE_LABELS, TRAIT_LABELS } from '@contract/labels-figures-zh';
import { ENTRIES, LEAD_STATUSES } from '@contract/lead';
import type { OfficerDirectory } from '@contract/directory';
import { sayPeriod } from '@contract/periods';
import {
  PACE_DAYS_MAX,
  type Dimension,
  type Pace,
  type QueueFilter,
  type QueueGroup,
} from '@contract/statistics';
import { statusOf } from '../../../platform/queue-address';
import { codeWords } from '@shared/code-words';
import type { GroupWords } from '@shared/group-words';

export interface FilterWord {
  text: string;
  /** The filter once this condition is taken away. */
  without: QueueFilter;
}

/** Each condition of a filter in words, with the filter that is left without it. */
export function filterWords(
  filter: QueueFilter,
  directory: OfficerDirectory | undefined,
  ofGroups: Record<QueueGroup, GroupWords>,
): FilterWord[] {
  const { status: _status, ...withoutStatus } = filter;
  const { mark: _mark, ...withoutMark } = filter;
  const { measure: _measure, ...withoutMeasure } = filter;
  const { dimension: _dimension, dimensionId: _dimensionId, ...withoutDimension } = filter;
  // The order belongs to the group.
  const { group: _group, sort: _sort, ...withoutGroup } = filter;
  const { issueId: _issueId, ...withoutIssue } = filter;
  const { number: _number, ...withoutNumber } = filter;
  const { period: _period, ...withoutPeriod } = filter;
  const { trait: _trait, ...withoutTrait } = filter;
  const { pace: _pace, days: _days, ...withoutPace } = filter;
  const { session: _session, ...withoutSession } = filter;
  const words: FilterWord[] = [];
  const status = statusOf(filter);
  if (filter.group) words.push({ text: ofGroups[filter.group].label, without: withoutGroup });
  if (filter.mark) words.push({ text: QUEUE_MARK_LABELS[filter.mark], without: withoutMark });
  if (status) words.push({ text: STATUS_LABELS[status], without: withoutStatus });
  if (filter.measure) words.push({ text: MEASURE_LABELS[filter.measure], without: withoutMeasure });
  if (filter.dimension && filter.dimensionId) {
    const name = nameOf(filter.dimension, filter.dimensionId, directory);
    words.push({ text: `${DIMENSION_LABELS[filter.dimension]}：${name}`, without: withoutDimension });
  }
  if (filter.trait) words.push({ text: TRAIT_LABELS[filter.trait], without: withoutTrait });
  if (filter.pace && filter.days !== undefined)
    words.push({ text: sayPace(filter.pace, filter.days), without: withoutPace });
  if (filter.session) words.push({ text: `${filter.session.slice(0, 10)} 协商过`, without: withoutSession });
  if (filter.period) words.push({ text: `${sayPeriod(filter.period)}收到`, without: withoutPeriod });
  if (filter.issueId) words.push({ text: '同一个热点', without: withoutIssue });
  if (filter.number) words.push({ text: `编号 ${filter.number}`, without: withoutNumber });
  return words;
}

/** 「受理用了 3 天」. */
function sayPace(pace: Pace, days: number): string {
  return `${PACE_LABELS[pace]}用了 ${days} 天${days === PACE_DAYS_MAX ? '以上' : ''}`;
}

/** The name behind an id of a dimension; the id itself where nobody knows a name. */
export function nameOf(dimension: Dimension, id: string, directory: OfficerDirectory | undefined): string {
  if (id === 'none') return '未定';
  if (dimension === 'month') return `${id.slice(0, 4)}年${Number(id.slice(5))}月`;
  if (dimension === 'status') return STATUS_LABELS[LEAD_STATUSES.find((one) => one === id) ?? 'submitted'];
  if (dimension === 'code') return codeWords(id, directory?.townships ?? []);
  if (dimension === 'entry') return ENTRY_LABELS[ENTRIES.find((one) => one === id) ?? 'home'];
  const lists = {
    township: directory?.townships,
    category: directory?.categories,
    sector: directory?.sectors,
    committee: directory?.committees,
    unit: directory?.units,
  };
  return lists[dimension]?.find((one) => one.id === id)?.name ?? id;
}
