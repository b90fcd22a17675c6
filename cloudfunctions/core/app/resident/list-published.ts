import type { BoardFigures, BoardPage, BoardQuery } from '@contract/board';
import type { PublicLead } from '@contract/lead-views';
import { findPlace, nameOf, type County } from '../../domain/county';
import { keysOfBoardQuery } from '../../domain/publication/board-keys';
import { done, refuse, type Result } from '../../domain/result';
import { dimensionKey } from '../../domain/statistics/queue-keys';
import { cosignsOf, standingOf } from '../lead/voices';
import type { Call, Ports, PublishedRow, ResidentCaller } from '../ports';
import { readCounts } from '../statistics/read-counts';

const PAGE = 20;

/**
 * The public board, newest first: the published words only, never the resident's own, cut by place, by how it stands and
 * by words, each by an index. Says how long the list is and, uncut, how the county or the township stands: from the same
 * tally as the panel's figures. Refuses a place the county does not have, and words too short to look for.
 */
export async function listPublished(
  query: BoardQuery,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<BoardPage>> {
  const county = await ports.county();
  if (query.placeId !== undefined && findPlace(county, query.placeId) === null) {
    return refuse('INVALID_INPUT', '没有找到这个地方，请重新选。', { field: 'placeId' });
  }
  const keys = keysOfBoardQuery(query, county);
  if (keys === null) return refuse('INVALID_INPUT', '请多写一个字再找。', { field: 'words' });
  // The whole list of the county or a township is as long as the tally says; any other cut is counted by its keys.
  const isWhole = query.words === undefined && query.state === undefined && isTallied(query.placeId, county);
  const [rows, figures, counted] = await Promise.all([
    ports.leads.listPublished(keys, query.cursor ?? null, PAGE + 1),
    isWhole ? figuresOf(query.placeId, county, ports) : null,
    isWhole ? 0 : ports.leads.countPublished(keys),
  ]);
  const total = figures?.published ?? counted;
  const page = rows.slice(0, PAGE);
  const items = page.map((row) => presentPublished(row, county, { caller, ports }));
  return done({
    items,
    nextCursor: rows.length > PAGE ? (page.at(-1)?.order ?? null) : null,
    total,
    figures,
  });
}

/** Whether the tally counts what is published there: of the county and of townships it does. */
const isTallied = (placeId: string | undefined, county: County): boolean =>
  placeId === undefined || county.townships.some(({ id }) => id === placeId);

/** The funnel of the county or of a township. */
async function figuresOf(placeId: string | undefined, county: County, ports: Ports): Promise<BoardFigures> {
  const township = findPlace(county, placeId ?? null)?.township ?? null;
  const key = township === null ? null : dimensionKey('township', township.id);
  const { counts } = await readCounts([key === null ? 'base' : 't'], ports);
  const of = (measure: string): number => counts[key === null ? measure : `${measure}|${key}`] ?? 0;
  return {
    placeName: township?.name ?? county.name,
    received: counts[key ?? 'all'] ?? 0,
    adopted: of('m:adopted'),
    resolved: of('m:resolved'),
    published: of('m:published'),
  };
}

/** A published lead with names for its ids; the place no finer than the township. */
export function presentPublished(
  { placeId, categoryId, voices, order: _order, ...row }: PublishedRow,
  county: County,
  { caller, ports }: Pick<Call<ResidentCaller>, 'caller' | 'ports'>,
): PublicLead {
  return {
    ...row,
    cosigns: cosignsOf(voices, ports.digest),
    cosign: standingOf(voices, caller.openid, ports.digest),
    placeName: findPlace(county, placeId)?.township.name ?? '',
    categoryName: nameOf(county.categories, categoryId),
  };
}
