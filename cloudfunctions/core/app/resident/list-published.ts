import type { OutputOf } from '@contract/actions';
import type { PublicLead } from '@contract/lead-views';
import { findPlace, nameOf, type County } from '../../domain/county';
import { done, type Result } from '../../domain/result';
import { cosignsOf, standingOf } from '../lead/voices';
import type { Call, PublishedRow, ResidentCaller } from '../ports';

const PAGE = 20;

/** The public board, newest first, of the county or one township: the published words only, never the resident's own. */
export async function listPublished(
  { townshipId, cursor }: { townshipId?: string; cursor?: string },
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<OutputOf<'resident.listPublished'>>> {
  const county = await ports.county();
  const rows = await ports.leads.listPublished(townshipId ?? county.id, cursor ?? null, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const items = page.map((row) => presentPublished(row, county, { caller, ports }));
  return done({ items, nextCursor: rows.length > PAGE ? (page.at(-1)?.publishedAt ?? null) : null });
}

/** A published lead with names for its ids; the place no finer than the township. */
export function presentPublished(
  { placeId, categoryId, voices, ...row }: PublishedRow,
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
