import type { CommandInputs, OnLead } from '@contract/commands';
import type { Transcript } from '@contract/lead';
import type { OfficerLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import { withTranscript, wordsOf, type LeadContent } from '../../domain/lead/lead';
import { routeLead } from '../../domain/routing/route-lead';
import { done, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller, Ports } from '../ports';
import { contentHashOf } from './content-hash';
import { actorFor } from './change-lead';
import { changeAndShow } from './command-lead';
import { foundBy } from './similar-rows';

/**
 * Keeps what the recording says, in the words of the colleague who listened to it. A lead that had no words goes where
 * they belong, unless a person has placed it meanwhile. Refuses a lead whose recording is written down already.
 */
export async function confirmTranscript(
  { text, ...onLead }: OnLead & CommandInputs['confirmTranscript'],
  call: Call<OfficerCaller>,
): Promise<Result<OfficerLeadView>> {
  const { caller, ports } = call;
  // One moment for both: the hash in the log is of the content that is kept.
  const at = ports.clock.now();
  const written = (record: LeadRecord): LeadContent => {
    const by = actorFor(caller, 'confirmTranscript', record);
    const name = by.kind === 'officer' ? by.name : '';
    const transcript: Transcript = {
      text: text.trim(),
      by: { kind: 'officer', name },
      at,
    };
    return withTranscript(record.content, transcript);
  };
  const confirm = async (record: LeadRecord): Promise<Result<LeadCommand>> => {
    const content = written(record);
    return done({
      type: 'confirmTranscript',
      contentHash: contentHashOf(content, ports.digest),
      ...(await placement(record, content, ports)),
    });
  };
  const county = await ports.county();
  const content = (record: LeadRecord): Pick<LeadRecord, 'content' | 'found'> => {
    const next = written(record);
    return { content: next, found: foundBy(wordsOf(next), county, ports.rarity()) };
  };
  return changeAndShow('confirmTranscript', onLead, confirm, call, content);
}

/** Where the words belong; nothing where the lead had words before, or a person said where it belongs. */
async function placement({ lead, content: before }: LeadRecord, content: LeadContent, ports: Ports) {
  if (before.text !== '' || lead.route === null || lead.route.rule === 'staff') return {};
  const { placeBy } = lead.route;
  const told = placeBy === 'text' || placeBy === 'none' ? null : lead.placeId;
  const [codePlaceId, chosenPlaceId] = placeBy === 'code' ? [told, null] : [null, told];
  const county = await ports.county();
  return {
    placed: routeLead({ text: wordsOf(content), codePlaceId, chosenPlaceId }, county, ports.readCategory),
  };
}
