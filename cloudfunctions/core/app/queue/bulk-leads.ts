import type { BulkCommand, BulkInput, BulkOutcome } from '@contract/bulk';
import type { CommandInputs, OnLead } from '@contract/commands';
import { ERROR_SENTENCES } from '@contract/labels-zh';
import { audienceFor } from '../../domain/permissions/permissions';
import { storyFor } from '../../domain/lead/story';
import { done, type Refusal, type Result } from '../../domain/result';
import { canonical } from '../canonical';
import { commandLead } from '../lead/command-lead';
import { rerouteLead } from '../lead/reroute-lead';
import type { Call, OfficerCaller } from '../ports';

type Handlers = {
  [C in BulkCommand]: (
    input: OnLead & CommandInputs[C],
    call: Call<OfficerCaller>,
  ) => Promise<Result<unknown>>;
};
const HANDLERS: Handlers = {
  acceptLead: commandLead('acceptLead'),
  rerouteLead,
  markOutOfScope: commandLead('markOutOfScope'),
  claimLead: commandLead('claimLead'),
  acceptHandOver: commandLead('acceptHandOver'),
};

/** So many leads are worked on at once: each is two or three waits for the database. */
const AT_ONCE = 8;

/**
 * One command for many leads, each by itself: permitted, versioned and written as if it had been sent alone, under a
 * request id of its own, so that sending the whole again does nothing twice. One lead's refusal stops no other; the
 * answer says what became of each, in the order they were sent.
 */
export async function bulk(
  input: BulkInput,
  call: Call<OfficerCaller>,
): Promise<Result<{ outcomes: BulkOutcome[] }>> {
  const outcomes: BulkOutcome[] = [];
  for (let start = 0; start < input.items.length; start += AT_ONCE) {
    const wave = input.items.slice(start, start + AT_ONCE);
    outcomes.push(...(await Promise.all(wave.map((item) => one(input, item, call)))));
  }
  return done({ outcomes });
}

async function one(
  { command, words }: BulkInput,
  { leadId, version }: OnLead,
  call: Call<OfficerCaller>,
): Promise<BulkOutcome> {
  const { ports, caller } = call;
  const input = { leadId, version, ...words };
  // A colon never stands in an id that comes from outside, so these ids are nobody else's.
  const requestId = `${call.requestId}:${leadId}`;
  const fingerprint = ports.digest(canonical({ caller: caller.account.id, command, input }));
  const handler = HANDLERS[command] as (input: object, call: Call<OfficerCaller>) => Promise<Result<unknown>>;
  const result = await handler(input, { ...call, requestId, fingerprint });
  if (result.ok) return { leadId, done: true };
  const { code } = result.refusal;
  return { leadId, done: false, code, message: await sentenceFor(result.refusal, leadId, call) };
}

/** Why not, for the person who sent it: a stale save names who was faster and what they did. */
async function sentenceFor(
  { code, message }: Refusal,
  leadId: string,
  { ports, caller }: Call<OfficerCaller>,
): Promise<string> {
  if (code !== 'VERSION_CONFLICT') return message ?? ERROR_SENTENCES[code];
  const record = await ports.leads.find(leadId);
  const audience = record && audienceFor(caller.account.grants, record.lead);
  if (!record || !audience) return ERROR_SENTENCES[code];
  const events = record.events.map(({ event }) => event);
  const last = storyFor(audience, events, await ports.county()).at(-1);
  return last ? `刚才${last.by}改过：${last.text}请打开看过再办。` : ERROR_SENTENCES[code];
}
