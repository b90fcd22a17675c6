import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { isPartOf } from '../../domain/lead/split-text';
import { ownerOf, routeFor } from '../../domain/routing/route-lead';
import { completeRoute } from '../../domain/routing/stored-route';
import { findPlace, type County } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import { canonical } from '../canonical';
import type { Call, LeadRecord, LeadWrite, OfficerCaller } from '../ports';
import { actorFor, checkVersion, decideOn, officersLead, wasDoneBefore } from './change-lead';
import { drawNumber, newLeadWrite } from './new-record';
import { presentToOfficer } from './present-lead';

type Input = OnLead & CommandInputs['splitLead'];

/**
 * Takes one of two problems out of a lead as a lead of its own: its words are the resident's, its number, route and
 * clock its own. Both are written or neither; the new id comes from the request, so a retry never makes a third.
 * Refuses words the resident did not write, and ids the county does not have.
 */
export async function splitLead(input: Input, call: Call<OfficerCaller>): Promise<Result<OfficerLeadView>> {
  const { caller, ports, requestId, fingerprint } = call;
  const { grants } = caller.account;
  const loaded = await officersLead(input.leadId, 'splitLead', call);
  if (!loaded.ok) return loaded;
  const before = wasDoneBefore(loaded.value, call);
  if (!before.ok) return before;
  if (before.value) return presentToOfficer(loaded.value, grants, ports);
  const current = checkVersion(loaded.value, input);
  if (!current.ok) return current;
  const record = current.value;
  const county = await ports.county();
  const problem = problemWith(input, record, county);
  if (problem) return problem;

  const part = await partOf(record, input, call);
  const by = actorFor(caller, 'splitLead', record);
  const { id: leadId, number } = part.record.lead;
  const command = { type: 'splitLead', part: { leadId, number }, reason: input.reason } as const;
  const here = decideOn(record, command, { ports, county, by, requestId, fingerprint });
  if (!here.ok) return here;
  if (await ports.leads.splitOff(part, { write: here.value, expected: record.version })) {
    return presentToOfficer(here.value.record, grants, ports);
  }
  const stored = await ports.leads.find(input.leadId);
  const wasUs = stored === null ? done(false) : wasDoneBefore(stored, call);
  return stored !== null && wasUs.ok && wasUs.value
    ? presentToOfficer(stored, grants, ports)
    : refuse('VERSION_CONFLICT');
}

function problemWith(
  input: Input,
  { content }: LeadRecord,
  county: County,
): ReturnType<typeof refuse> | null {
  if (!isPartOf(input.text, content.text)) {
    const sentence = '分出去的话要是群众的原话：请从原文里选，不要改写；也不能把整篇都分出去。';
    return refuse('INVALID_INPUT', sentence, { field: 'text' });
  }
  if (!county.categories.some(({ id }) => id === input.categoryId)) {
    return refuse('INVALID_INPUT', '没有这个类别，请重新选择。', { field: 'categoryId' });
  }
  if (input.townshipId !== undefined && !county.townships.some(({ id }) => id === input.townshipId)) {
    return refuse('INVALID_INPUT', '没有这个乡镇，请重新选择。', { field: 'townshipId' });
  }
  return null;
}

/** The new lead: the same resident, place and photos, other words and another way. */
async function partOf(record: LeadRecord, input: Input, call: Call<OfficerCaller>): Promise<LeadWrite> {
  const { ports, caller, requestId, fingerprint } = call;
  const { lead } = record;
  const county = await ports.county();
  const at = ports.clock.now();
  const category = county.categories.find(({ id }) => id === input.categoryId);
  if (category === undefined) throw new Error('the category was checked before');
  const townshipId = input.townshipId ?? lead.route?.townshipId ?? null;
  const placeBy = input.townshipId ? ('staff' as const) : (lead.route?.placeBy ?? 'none');
  const route = completeRoute({
    ...routeFor(category, townshipId, county),
    rule: 'staff',
    words: [],
    placeBy,
    certain: true,
  });
  const isThere = findPlace(county, lead.placeId)?.township.id === townshipId;
  const content = { ...record.content, text: input.text.trim() };
  return newLeadWrite(
    {
      command: {
        type: 'submitLead',
        leadId: `L${ports.digest(`split\n${lead.id}\n${requestId}`).slice(0, 24)}`,
        number: drawNumber(at, ports),
        entry: lead.entry,
        anonymity: lead.anonymity,
        placeId: isThere ? lead.placeId : (townshipId ?? lead.placeId),
        contentHash: ports.digest(canonical(content)),
        splitFrom: { leadId: lead.id, number: lead.number },
        route,
        owner: ownerOf(route, county),
      },
      by: actorFor(caller, 'splitLead', record),
      at,
      content,
      reporterKey: record.reporterKey,
      hint: null,
      requestId,
      fingerprint,
    },
    ports,
  );
}
