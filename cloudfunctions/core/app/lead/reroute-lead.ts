import type { CommandInputs, OnLead } from '@contract/commands';
import type { PlaceMatch, Route } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import { ownerOf, routeFor } from '../../domain/routing/route-lead';
import { completeRoute } from '../../domain/routing/stored-route';
import { withPlaceSettled } from '../../domain/routing/which-place';
import { findPlace, type County, type CountyCategory } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
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
    const placeBy = input.townshipId ? 'staff' : (lead.route?.placeBy ?? 'none');
    const standing = input.townshipId && lead.route ? withPlaceSettled(lead.route) : lead.route;
    const route = byStaff(standing, { category, townshipId, placeBy, words: [] }, county);
    const placeId = placeWithin(townshipId, lead.placeId, county);
    return { type: 'rerouteLead', route, owner: ownerOf(route, county), placeId, reason: input.reason };
  };
  const changed = await changeAsOfficer('rerouteLead', input, reroute, call);
  return changed.ok ? presentToOfficer(changed.value, call.caller.account.grants, call.ports) : changed;
}

/**
 * Says which of the candidates the lead is about; that the standing category is right is an answer too. Refuses any other
 * category: rerouting asks for a reason.
 */
export async function confirmRoute(
  input: OnLead & CommandInputs['confirmRoute'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const county = await call.ports.county();
  const category = county.categories.find(({ id }) => id === input.categoryId);
  if (!category) return refuse('INVALID_INPUT', '没有这个类别，请重新选择。', { field: 'categoryId' });
  const confirm = ({ lead }: LeadRecord): Result<LeadCommand> => {
    const { route: standing } = lead;
    const candidate = standing?.candidates.find(({ categoryId }) => categoryId === category.id);
    if (!candidate && standing?.categoryId !== category.id) {
      return refuse('INVALID_INPUT', '这一类不在候选里，请用「改派」，写明原因。', { field: 'categoryId' });
    }
    const { townshipId = null, placeBy = 'none' } = standing ?? {};
    const words = candidate?.words ?? standing?.words ?? [];
    const route = byStaff(standing, { category, townshipId, placeBy, words }, county);
    return done({ type: 'confirmRoute', route, owner: ownerOf(route, county) });
  };
  const changed = await changeAsOfficer('confirmRoute', input, confirm, call);
  return changed.ok ? presentToOfficer(changed.value, call.caller.account.grants, call.ports) : changed;
}

interface StaffChoice {
  category: CountyCategory;
  townshipId: string | null;
  placeBy: PlaceMatch;
  words: string[];
}

/** The route a person gave: what the machine thought of the text stays beside it. */
function byStaff(
  standing: Route | null,
  { category, townshipId, placeBy, words }: StaffChoice,
  county: County,
): Route {
  const given = {
    ...routeFor(category, townshipId, county),
    rule: 'staff',
    words,
    placeBy,
    certain: true,
  } as const;
  return completeRoute({ ...standing, ...given });
}

/** The place as it was where it lies in the township; else the township itself. */
function placeWithin(townshipId: string | null, placeId: string | null, county: County): string | null {
  return findPlace(county, placeId)?.township.id === townshipId ? placeId : (townshipId ?? placeId);
}
