import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { ownerOf, routeFor } from '../../domain/routing/route-lead';
import { findPlace, type County } from '../../domain/county';
import { refuse, type Result } from '../../domain/result';
import type { LeadCommand } from '../../domain/lead/commands';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { changeAsOfficer } from './command-lead';
import { presentToOfficer } from './present-lead';

/** Gives the lead another category or township, with the reason kept. Refuses ids the county does not have. */
export async function rerouteLead(
  input: OnLead & CommandInputs['rerouteLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const county = await call.ports.county();
  const category = county.categories.find(({ id }) => id === input.categoryId);
  if (!category) return refuse('INVALID_INPUT', '没有这个类别，请重新选择。', { field: 'categoryId' });
  if (input.townshipId !== undefined && !county.townships.some(({ id }) => id === input.townshipId)) {
    return refuse('INVALID_INPUT', '没有这个乡镇，请重新选择。', { field: 'townshipId' });
  }
  const reroute = ({ lead }: LeadRecord): LeadCommand => {
    const townshipId = input.townshipId ?? lead.route?.townshipId ?? null;
    const placeBy = input.townshipId ? 'chosen' : (lead.route?.placeBy ?? 'none');
    const route = { ...routeFor(category, townshipId), rule: 'staff' as const, words: [], placeBy };
    const placeId = placeWithin(townshipId, lead.placeId, county);
    return { type: 'rerouteLead', route, owner: ownerOf(route, county), placeId, reason: input.reason };
  };
  const changed = await changeAsOfficer('rerouteLead', input, reroute, call);
  return changed.ok ? presentToOfficer(changed.value, call.caller.account.grants, call.ports) : changed;
}

/** The place as it was where it lies in the township; else the township itself. */
function placeWithin(townshipId: string | null, placeId: string | null, county: County): string | null {
  return findPlace(county, placeId)?.township.id === townshipId ? placeId : (townshipId ?? placeId);
}
