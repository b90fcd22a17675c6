import type { CommandInputs, OnLead } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { unresolvableReply, type ReplyDoubt } from '@contract/replies';
import type { ReplyCommand } from '../../domain/lead/commands';
import { isAllowed } from '../../domain/lead/lifecycle';
import { grantFor } from '../../domain/permissions/permissions';
import { doubtsAbout } from '../../domain/replies/doubts';
import { peerKeyOf, replyKeyOf } from '../../domain/replies/reply-keys';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller, ReplyPeer } from '../ports';
import { officersLead, unitFor } from './change-lead';
import { changeAndShow } from './command-lead';
import { arrivedPhotos } from './evidence';

/** Beside so many other leads a reply is checked, the newest first. */
const MOST_PEERS = 80;

type Replying = ReplyCommand['type'];

/** What may be wrong with a reply while it is being written. Refuses whoever may not answer this lead. */
export async function checkReply(
  { leadId, text }: { leadId: string; text: string },
  call: Call<OfficerCaller>,
): Promise<Result<{ doubts: ReplyDoubt[] }>> {
  const loaded = await officersLead(leadId, 'checkReply', call);
  return loaded.ok ? done({ doubts: await doubtsOn(loaded.value, text, call) }) : loaded;
}

/**
 * Carries out a command that answers the resident. Refuses like every command, and REPLY_DOUBTFUL, with the doubts in
 * words, where the reply looks wrong and its author did not say why it is right; also photos that are not their own.
 */
export const commandReply =
  <Name extends Replying>(name: Name) =>
  async (
    input: OnLead & CommandInputs[Name],
    call: Call<OfficerCaller>,
  ): Promise<Result<OfficerLeadView>> => {
    const { leadId: _leadId, version: _version, overruleNote, ...asked } = input;
    const { evidence: fileIds = [] } = input as { evidence?: string[] };
    return changeAndShow(
      name,
      input,
      async (record) => {
        const photos = await arrivedPhotos(fileIds, call.caller, call.ports);
        if (!photos.ok) return photos;
        const command = { type: name, ...asked, evidence: photos.value } as unknown as ReplyCommand;
        return overruled(command, overruleNote, record, call);
      },
      call,
    );
  };

/** The command with its author's reason beside the doubts; the refusal where there are doubts and no reason. */
async function overruled(
  command: ReplyCommand,
  note: string | undefined,
  record: LeadRecord,
  call: Call<OfficerCaller>,
): Promise<Result<ReplyCommand>> {
  if (!mayAnswer(command, record, call)) return done(command);
  const doubts = await doubtsOn(record, replyOf(command), call);
  if (doubts.length === 0) return done(command);
  if (note === undefined) return refuse('REPLY_DOUBTFUL', undefined, { doubts });
  return done({ ...command, overruled: { doubts: doubts.map(({ kind }) => kind), note } });
}

/** Where the deed itself is refused, that is what its author has to hear, and not how it was worded. */
function mayAnswer({ type }: ReplyCommand, record: LeadRecord, { caller }: Call<OfficerCaller>): boolean {
  const unitId = unitFor(caller, type, record);
  const isOwn = unitId === undefined || unitId === record.lead.handOver?.unitId;
  return isOwn && isAllowed(record.lead, type);
}

function replyOf(command: ReplyCommand): string {
  switch (command.type) {
    case 'recordReply':
      return command.text;
    case 'resolveLead':
      return command.summary;
    case 'markUnresolvable':
      return unresolvableReply(command);
  }
}

/** One query brings both: the leads this reply could have been meant for, and those on which it was said before. */
async function doubtsOn(
  { lead, content }: LeadRecord,
  reply: string,
  { caller, ports }: Call<OfficerCaller>,
): Promise<ReplyDoubt[]> {
  const peerKey = peerKeyOf(lead);
  const sameKey = replyKeyOf(reply, ports.digest);
  const keys = [peerKey, sameKey].filter((key) => key !== null);
  const peers = keys.length === 0 ? [] : await ports.leads.listReplyPeers(keys, MOST_PEERS);
  const others = peers
    .filter((peer) => peer.lead.id !== lead.id && peer.lead.mergedInto?.leadId !== lead.id)
    .map((peer: ReplyPeer) => ({
      number: peer.lead.number,
      text: peer.text,
      isPeer: peerKey !== null && peer.replyKeys.includes(peerKey),
      saidTheSame: sameKey !== null && peer.replyKeys.includes(sameKey),
      isReadable: grantFor(caller.account.grants, 'getLead', peer.lead) !== null,
    }));
  return doubtsAbout(ports.replyModel(), reply, content.text, others);
}
