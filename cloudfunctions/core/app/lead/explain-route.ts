import type { RouteExplanation } from '@contract/route-explanation';
import { wordsOf } from '../../domain/lead/lead';
import { explainRoute as explain } from '../../domain/routing/explain-route';
import { routeLead } from '../../domain/routing/route-lead';
import { completeRoute } from '../../domain/routing/stored-route';
import type { PlaceInput } from '../../domain/routing/which-place';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { officersLead } from './change-lead';

/** Why the lead came where it is, then and by today's table and model. Reads only; WRONG_STATE for a lead nobody routed. */
export async function explainRoute(
  { leadId }: { leadId: string },
  call: Call<OfficerCaller>,
): Promise<Result<RouteExplanation>> {
  const loaded = await officersLead(leadId, 'explainRoute', call);
  if (!loaded.ok) return loaded;
  const { lead } = loaded.value;
  const first = firstRouteOf(loaded.value);
  if (first === null || lead.route === null) return refuse('WRONG_STATE', '这条线索还没有分派。');
  const { ports } = call;
  const today = routeLead(asSubmitted(loaded.value), await ports.county(), ports.readCategory);
  return done(explain(first, lead.route, today.route));
}

function firstRouteOf({ events }: LeadRecord) {
  // Of a recording the first route that means anything is the one by its words.
  const routed = events
    .flatMap(({ event }) => {
      if (event.type === 'TranscriptConfirmed') return event.placed ? [event.placed.route] : [];
      return event.type === 'LeadRouted' ? [event.route] : [];
    })
    .at(-1);
  return routed ? completeRoute(routed) : null;
}

/** What routing was given when the lead came in: the place only where it did not come out of the words. */
function asSubmitted(record: LeadRecord): PlaceInput {
  const submitted = record.events[0]?.event;
  const placeId = submitted?.type === 'LeadSubmitted' ? submitted.placeId : null;
  const placeBy = firstRouteOf(record)?.placeBy;
  return {
    text: wordsOf(record.content),
    codePlaceId: placeBy === 'code' ? placeId : null,
    chosenPlaceId: placeBy === 'chosen' ? placeId : null,
  };
}
