import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { findPlace } from '../../domain/county';
import { refuse, done, type Result } from '../../domain/result';
import type { LeadCommand } from '../../domain/lead/commands';
import { ownerOf } from '../../domain/routing/route-lead';
import { routeAtPlace } from '../../domain/routing/which-place';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';

/**
 * Says which place the lead is about; the township's liaison follows from it, the category stays. Refuses a place the
 * county does not have.
 */
export async function setPlace(
  input: OnLead & CommandInputs['setPlace'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { placeId } = input;
  const set = async ({ lead }: LeadRecord): Promise<Result<LeadCommand>> => {
    const county = await call.ports.county();
    const place = findPlace(county, placeId);
    if (place === null) return refuse('INVALID_INPUT', '没有这个地点，请重新选择。', { field: 'placeId' });
    if (lead.route === null) return refuse('WRONG_STATE');
    const route = routeAtPlace(lead.route, place.township);
    return done({ type: 'setPlace', route, owner: ownerOf(route, county), placeId, placeName: place.name });
  };
  return changeAndShow('setPlace', input, set, call);
}
