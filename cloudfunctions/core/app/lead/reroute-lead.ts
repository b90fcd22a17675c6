import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { ownerOf } from '../../domain/routing/route-lead';
import { withPlaceSettled } from '../../domain/routing/which-place';
import { done, refuse, type Result } from '../../domain/result';
import type { LeadCommand } from '../../domain/lead/commands';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import { changeAndShow } from './command-lead';
import { byStaff, chosenCategory, placeWithin } from './staff-route';

/** Gives the lead another category or township, with the reason kept. Refuses ids the county does not have. */
export async function rerouteLead(
  input: OnLead & CommandInputs['rerouteLead'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const reroute = async ({ lead }: LeadRecord): Promise<Result<LeadCommand>> => {
    const county = await call.ports.county();
    const chosen = chosenCategory(input, county);
    if (!chosen.ok) return chosen;
    const townshipId = input.townshipId ?? lead.route?.townshipId ?? null;
    const placeBy = input.townshipId ? 'staff' : (lead.route?.placeBy ?? 'none');
    const standing = input.townshipId && lead.route ? withPlaceSettled(lead.route) : lead.route;
    const route = byStaff(standing, { category: chosen.value, townshipId, placeBy, words: [] }, county);
    const placeId = placeWithin(townshipId, lead.placeId, county);
    return done({ type: 'rerouteLead', route, owner: ownerOf(route, county), placeId, reason: input.reason });
  };
  return changeAndShow('rerouteLead', input, reroute, call);
}

/**
 * Says which of the candidates the lead is about; that the standing category is right is an answer too. Refuses any other
 * category: rerouting asks for a reason.
 */
export async function confirmRoute(
  input: OnLead & CommandInputs['confirmRoute'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const confirm = async ({ lead }: LeadRecord): Promise<Result<LeadCommand>> => {
    const county = await call.ports.county();
    const chosen = chosenCategory({ categoryId: input.categoryId }, county);
    if (!chosen.ok) return chosen;
    const category = chosen.value;
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
  return changeAndShow('confirmRoute', input, confirm, call);
}
