import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { isPartOf } from '../../domain/lead/split-text';
import { ownerOf } from '../../domain/routing/route-lead';
import type { CountyCategory } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import { wordsOf } from '../../domain/lead/lead';
import type { Call, LeadRecord, LeadWrite, OfficerCaller } from '../ports';
import { contentHashOf } from './content-hash';
import { actorFor, decideOn, leadToChange, whoWasFaster } from './change-lead';
import { drawNumber, newLeadWrite } from './new-record';
import { presentToOfficer } from './present-lead';
import { byStaff, chosenCategory, placeWithin } from './staff-route';

type Input = OnLead & CommandInputs['splitLead'];

/**
 * Takes one of two problems out of a lead as a lead of its own: its words are the resident's, its number, route and
 * clock its own. Both are written or neither; the new id comes from the request, so a retry never makes a third.
 * Refuses words the resident did not write, and ids the county does not have.
 */
export async function splitLead(input: Input, call: Call<OfficerCaller>): Promise<Result<OfficerLeadView>> {
  const { caller, ports, requestId, fingerprint } = call;
  const loaded = await leadToChange(input, 'splitLead', call);
  if (!loaded.ok) return loaded;
  const { record, isDone } = loaded.value;
  if (isDone) return presentToOfficer(record, caller.account, ports);
  if (!isPartOf(input.text, wordsOf(record.content))) {
    const sentence = '分出去的话要是群众的原话：请从原文里选，不要改写；也不能把整篇都分出去。';
    return refuse('INVALID_INPUT', sentence, { field: 'text' });
  }
  const county = await ports.county();
  const category = chosenCategory(input, county);
  if (!category.ok) return category;

  const part = await partOf(record, input, category.value, call);
  const by = actorFor(caller, 'splitLead', record);
  const { id: leadId, number } = part.record.lead;
  const command = { type: 'splitLead', part: { leadId, number }, reason: input.reason } as const;
  const here = decideOn(record, command, { ports, county, by, requestId, fingerprint });
  if (!here.ok) return here;
  const wasFirst = await ports.leads.splitOff(part, { write: here.value, expected: record.version });
  const split = wasFirst ? done(here.value.record) : await whoWasFaster(input.leadId, call, ports);
  return split.ok ? presentToOfficer(split.value, caller.account, ports) : split;
}

/** The new lead: the same resident, place and photos, other words and another way. */
async function partOf(
  record: LeadRecord,
  input: Input,
  category: CountyCategory,
  call: Call<OfficerCaller>,
): Promise<LeadWrite> {
  const { ports, caller, requestId, fingerprint } = call;
  const { lead } = record;
  const county = await ports.county();
  const at = ports.clock.now();
  const townshipId = input.townshipId ?? lead.route?.townshipId ?? null;
  const placeBy = input.townshipId ? 'staff' : (lead.route?.placeBy ?? 'none');
  const route = byStaff(null, { category, townshipId, placeBy, words: [] }, county);
  const content = { ...record.content, text: input.text.trim(), seal: ports.random.token() };
  return newLeadWrite(
    {
      command: {
        type: 'submitLead',
        leadId: `L${ports.digest(`split\n${lead.id}\n${requestId}`).slice(0, 24)}`,
        number: drawNumber(at, ports),
        entry: lead.entry,
        ...(lead.codeId === null ? {} : { codeId: lead.codeId }),
        anonymity: lead.anonymity,
        placeId: placeWithin(townshipId, lead.placeId, county),
        contentHash: contentHashOf(content, ports.digest),
        ...(lead.onBehalf && { onBehalf: { relation: lead.onBehalf.relation, news: lead.onBehalf.news } }),
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
