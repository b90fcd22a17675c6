import type { SimilarLead } from '@contract/similar';
import { VERY_LIKE_FROM } from '../../domain/duplicates/suggest-earlier';
import { canTakeIn, isAllowed, isPrivate } from '../../domain/lead/lifecycle';
import { audienceFor, grantFor } from '../../domain/permissions/permissions';
import { done, type Result } from '../../domain/result';
import { wordsOf } from '../../domain/lead/lead';
import type { Call, OfficerCaller, SimilarRow } from '../ports';
import { officersLead } from './change-lead';
import { orderOf } from './record';
import { earlierLeads, whereaboutsOf } from './similar-rows';

/**
 * Up to five earlier leads about the same problem, of those the officer may read: two queries. NOT_FOUND outside the
 * officer's reach, FORBIDDEN where duplicates are not the officer's to judge.
 */
export async function getSimilar(
  { leadId }: { leadId: string },
  call: Call<OfficerCaller>,
): Promise<Result<{ items: SimilarLead[] }>> {
  const loaded = await officersLead(leadId, 'getSimilar', call);
  if (!loaded.ok) return loaded;
  const { lead, content } = loaded.value;
  const { grants } = call.caller.account;
  const before = orderOf(lead);
  const asking = { text: wordsOf(content), ...whereaboutsOf(lead), before };
  const mayRead = (row: SimilarRow): boolean => audienceFor(grants, row.lead) !== null;
  const mayMerge = isAllowed(lead, 'mergeLead') && grantFor(grants, 'mergeLead', lead) !== null;
  const earlier = await earlierLeads(asking, call.ports, mayRead);
  return done({
    items: earlier.map(({ row, score, samePlace, words }) => ({
      leadId: row.id,
      number: row.summary.number,
      status: row.summary.status,
      submittedAt: row.summary.submittedAt,
      placeName: row.summary.placeName,
      excerpt: row.summary.excerpt,
      veryLike: score >= VERY_LIKE_FROM,
      samePlace,
      words,
      mayTakeIn: mayMerge && canTakeIn(row.lead) && isPrivate(row.lead) === isPrivate(lead),
    })),
  });
}
