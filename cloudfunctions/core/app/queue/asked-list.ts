import type { Grant } from '@contract/directory';
import { momentsOf } from '@contract/periods';
import type { QueueFilter } from '@contract/statistics';
import { sectorsOfCommittee, type County } from '../../domain/county';
import {
  answersExtensions,
  grantsAs,
  readsPrivateMatters,
  scopeFor,
} from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { callKeysFor } from '../../domain/statistics/call-keys';
import { dueWindow } from '../../domain/statistics/day-keys';
import { keysOfFilter, type KeyedFilter } from '../../domain/statistics/queue-keys';
import { standsIn, unmannedKeysOf } from '../../domain/statistics/unmanned-keys';
import type { OfficerCaller, QueueQuery } from '../ports';

/** Which keys the rows of a list carry, and in which order they stand. */
export type List = Pick<QueueQuery, 'keys' | 'anyOf' | 'by' | 'due' | 'received'>;

/** A list as somebody may ask for it. */
export interface AskedList {
  grants: readonly Grant[];
  /** The key that cuts everything to the asker's own; null for the whole county. */
  scope: string | null;
  list: List;
}

/**
 * The list behind a filter, cut to the asker's office. FORBIDDEN for whom no grant gives a queue or that office;
 * INVALID_INPUT for a period beside what is due now, and for a group beside what calls them or lies in an empty office.
 */
export function askedList(
  filter: QueueFilter,
  caller: OfficerCaller,
  now: string,
  county: County,
): Result<AskedList> {
  const grants = grantsAs(caller.account.grants, filter.as);
  const scope = scopeFor(grants);
  if (scope === undefined) return refuse('FORBIDDEN');
  if (filter.mark === 'extensionAsked' && !answersExtensions(grants)) return refuse('FORBIDDEN');
  if (filter.mark === 'private' && !readsPrivateMatters(grants)) return refuse('FORBIDDEN');
  const { group, period } = filter;
  if (period !== undefined && (group === 'today' || group === 'late')) {
    return refuse('INVALID_INPUT', '今天到期的和超期的是眼下的事，不能再按时期看。', { field: 'period' });
  }
  if (filter.mark !== 'called' && filter.mark !== 'unmanned')
    return done({ grants, scope, list: listOf(filter, scope, now, county) });
  if (group !== undefined || filter.dimension === 'committee') {
    const which = filter.mark === 'called' ? '紧急叫到您的' : '联络员空着的';
    return refuse('INVALID_INPUT', `${which}就这几件，不再分组看，也不按专委会看。`, { field: 'mark' });
  }
  const keys =
    filter.mark === 'called' ? callKeysFor(caller.account.id, grants) : emptyOffices(grants, county);
  if (keys.length === 0) return refuse('FORBIDDEN');
  return done({ grants, scope, list: gatheredList(filter, keys, now, county) });
}

/** The keys of empty offices, for whom it is to act in them; a key that no lead carries where every office is held. */
function emptyOffices(grants: readonly Grant[], county: County): string[] {
  if (!standsIn(grants)) return [];
  const keys = unmannedKeysOf(county);
  return keys.length > 0 ? keys : ['none'];
}

/** What is found by one of these keys, from wherever it is: they take the place of what is the reader's own otherwise. */
function gatheredList(filter: QueueFilter, keys: readonly string[], now: string, county: County): List {
  const { mark: _mark, ...others } = filter;
  return { ...listOf(others, null, now, county), anyOf: keys };
}

function listOf(filter: QueueFilter, scope: string | null, now: string, county: County): List {
  const { group, period } = filter;
  // What time decides is found by its date alone.
  if (group === 'today' || group === 'late') {
    const { keys, ...any } = keysFor(filter, null, county);
    const others = keys.filter((key) => key !== 'all');
    return { keys: [scope ?? 'all', ...others], ...any, by: 'urgency', due: dueWindow(group, now) };
  }
  const received = period === undefined ? {} : { received: momentsOf(period) };
  const isUrgent = group !== undefined && filter.sort !== 'newest' && period === undefined;
  return { ...keysFor(filter, scope, county), ...received, by: isUrgent ? 'urgency' : 'newest' };
}

/** The keys of a filter; a committee's leads carry the key of one of its sectors. */
function keysFor(filter: QueueFilter, scope: string | null, county: County): Pick<List, 'keys' | 'anyOf'> {
  const { dimension, dimensionId, ...rest } = filter;
  if (dimension !== 'committee' || dimensionId === undefined) {
    const keyed: KeyedFilter = dimension === 'committee' ? rest : { ...filter, dimension };
    return { keys: keysOfFilter(keyed, scope) };
  }
  const sets = sectorsOfCommittee(dimensionId, county).map((sectorId) =>
    keysOfFilter({ ...rest, dimension: 'sector', dimensionId: sectorId }, scope),
  );
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return { keys: only };
  const [first, ...others] = (sets[0] ?? []).filter((key) => sets.every((set) => set.includes(key)));
  const anyOf = sets.map((set) => set.find((key) => key !== first && !others.includes(key)) ?? 'none');
  return { keys: [first ?? 'all', ...others], anyOf: anyOf.length > 0 ? anyOf : ['none'] };
}
