import type { EarlierLead } from '@contract/similar';
import { findPlace, nameOf, type County } from '../../domain/county';
import { VERY_LIKE_FROM } from '../../domain/duplicates/suggest-earlier';
import { chinaDate } from '../../domain/deadlines/working-days';
import { strangerReads } from '../../domain/permissions/stranger';
import { whichPlace } from '../../domain/routing/which-place';
import { readScene } from '../../domain/routing/scene';
import { done, type Result } from '../../domain/result';
import type { Call, ResidentCaller, SimilarRow } from '../ports';
import { earlierLeads, type Earlier } from './similar-rows';
import { standingOf } from './voices';

/** A few words say nothing yet, and would be like many leads. */
const LEAST_CHARACTERS = 8;

/**
 * Earlier leads about what the resident is writing, as far as a stranger may know of them: one query, nothing kept.
 * Never refuses: of too few words nothing is found.
 */
export async function findSimilar(
  { text, placeId, scene = '' }: { text: string; placeId?: string; scene?: string },
  call: Call<ResidentCaller>,
): Promise<Result<{ items: EarlierLead[] }>> {
  const { ports, caller } = call;
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_CHARACTERS) return done({ items: [] });
  const county = await ports.county();
  const codePlaceId = readScene(scene, county).placeId;
  const place = whichPlace({ text, codePlaceId, chosenPlaceId: placeId ?? null }, county);
  const townshipId = findPlace(county, place.placeId)?.township.id ?? null;
  const isOwn = (row: SimilarRow): boolean => row.reporterKey === caller.openid;
  const asking = { text, placeId: place.placeId, townshipId };
  const earlier = await earlierLeads(asking, ports, (row) => isOwn(row) || strangerReads(row.lead) !== null);
  const shown = earlier.filter(({ row, score }) => score >= leastScore(row, isOwn(row)));
  return done({ items: shown.map((one) => present(one, isOwn(one.row), county, call)) });
}

/** Of what is not published so little can be shown that only what is very like it helps; and nobody can feel for its words. */
const leastScore = (row: SimilarRow, isOwn: boolean): number =>
  isOwn || strangerReads(row.lead) === 'published' ? 0 : VERY_LIKE_FROM;

function present(
  { row, samePlace }: Earlier,
  isOwn: boolean,
  county: County,
  { ports, caller }: Call<ResidentCaller>,
): EarlierLead {
  const { lead, summary } = row;
  const isPublished = strangerReads(lead) === 'published';
  return {
    leadId: isOwn || isPublished ? row.id : null,
    own: isOwn,
    title: isPublished ? (lead.published?.title ?? '') : '',
    text: isPublished ? (lead.published?.text ?? '') : '',
    categoryName: nameOf(county.categories, summary.categoryId),
    placeName: findPlace(county, lead.placeId)?.township.name ?? '',
    samePlace,
    status: lead.status,
    month: chinaDate(summary.submittedAt).slice(0, 7),
    people: 1 + row.followers.length + summary.cosigns,
    cosigns: summary.cosigns,
    cosign: isPublished ? standingOf(row, caller.openid, ports.digest) : 'none',
  };
}
