import type { CommandInputs, OfficerCommand, OnLead, ResidentCommand } from '@contract/commands';
import type { OfficerLeadView, ResidentLeadView } from '@contract/lead-views';
import type { LeadCommand } from '../../domain/lead/commands';
import type { Actor } from '../../domain/lead/events';
import { done, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller, ResidentCaller } from '../ports';
import {
  actorFor,
  checkVersion,
  commit,
  decideOn,
  leadToChange,
  ownLead,
  unitFor,
  wasDoneBefore,
} from './change-lead';
import { presentToOfficer, presentToResident } from './present-lead';

/** Commands that need nothing looked up beside the lead: load, may, decide, one conditional write. */
export type PlainOfficerCommand = Exclude<
  OfficerCommand,
  | 'rerouteLead'
  | 'setPlace'
  | 'confirmTranscript'
  | 'confirmRoute'
  | 'mergeLead'
  | 'unmergeLead'
  | 'joinIssue'
  | 'withdrawForPerson'
  | 'splitLead'
  | 'publishLead'
  | 'broadcastLead'
  | 'handOver'
  | 'revealContact'
  | 'recordReply'
  | 'recordVisit'
  | 'resolveLead'
  | 'markUnresolvable'
>;

/** Carries out one plain command of an officer. Refuses by permission, version and state; a retry changes nothing. */
export const commandLead =
  <Name extends PlainOfficerCommand>(name: Name) =>
  async (
    input: OnLead & CommandInputs[Name],
    call: Call<OfficerCaller>,
  ): Promise<Result<OfficerLeadView>> => {
    const { leadId: _leadId, version: _version, ...asked } = input;
    return changeAndShow(name, input, { type: name, ...asked } as unknown as LeadCommand, call);
  };

/** A command, or how it is made from the record; whoever makes it may refuse. */
type Making =
  LeadCommand | ((record: LeadRecord) => LeadCommand | Result<LeadCommand> | Promise<Result<LeadCommand>>);

/** What changes with the lead although it does not follow from its events. */
type Beside = (record: LeadRecord) => Partial<Pick<LeadRecord, 'content' | 'found'>>;

/** An officer's change, answered with the lead as that officer now reads it. */
export async function changeAndShow(
  verb: OfficerCommand,
  onLead: OnLead,
  command: Making,
  call: Call<OfficerCaller>,
  beside?: Beside,
): Promise<Result<OfficerLeadView>> {
  const changed = await changeAsOfficer(verb, onLead, command, call, beside);
  return changed.ok ? presentToOfficer(changed.value, call.caller.account, call.ports) : changed;
}

/** The common path of an officer's change: the record after it, or the refusal. */
export async function changeAsOfficer(
  verb: OfficerCommand,
  onLead: OnLead,
  command: Making,
  call: Call<OfficerCaller>,
  beside: Beside = () => ({}),
): Promise<Result<LeadRecord>> {
  const { caller, ports, requestId, fingerprint } = call;
  const loaded = await leadToChange(onLead, verb, call);
  if (!loaded.ok) return loaded;
  const { record: stored, isDone } = loaded.value;
  if (isDone) return done(stored);
  const record = { ...stored, ...beside(stored) };
  const made = typeof command === 'function' ? await command(stored) : command;
  if ('ok' in made && !made.ok) return made;
  const write = decideOn(record, 'ok' in made ? made.value : made, {
    ports,
    requestId,
    fingerprint,
    county: await ports.county(),
    by: actorFor(caller, verb, record),
    unitId: unitFor(caller, verb, record),
  });
  return write.ok ? commit(write.value, record.version, ports) : write;
}

/** Carries out one plain command of the resident on a lead of their own. */
export const commandOwnLead =
  <Name extends Exclude<ResidentCommand, 'giveFeedback'>>(name: Name) =>
  async (
    input: OnLead & CommandInputs[Name],
    call: Call<ResidentCaller>,
  ): Promise<Result<ResidentLeadView>> => {
    const { leadId: _leadId, version: _version, ...asked } = input;
    return changeOwnLead(input, { type: name, ...asked } as unknown as LeadCommand, call);
  };

type ResidentsMaking = LeadCommand | (() => Promise<Result<LeadCommand>>);

/** The common path of a resident's change to a lead of their own, answered with the lead as they now read it. */
export async function changeOwnLead(
  onLead: OnLead,
  command: ResidentsMaking,
  call: Call<ResidentCaller>,
): Promise<Result<ResidentLeadView>> {
  const loaded = await ownLead(onLead.leadId, call);
  if (!loaded.ok) return loaded;
  const changed = await changeAsResident(loaded.value, { version: onLead.version, command, by: OWNER }, call);
  return changed.ok ? done(await presentToResident(changed.value, call.ports)) : changed;
}

const OWNER: Actor = { kind: 'resident' };

/** What a resident does to a lead that is open to them already: the record after it, or the refusal. */
export async function changeAsResident(
  record: LeadRecord,
  { version, command, by }: { version: number; command: ResidentsMaking; by: Actor },
  call: Call<ResidentCaller>,
): Promise<Result<LeadRecord>> {
  const { ports, requestId, fingerprint } = call;
  const before = wasDoneBefore(record, call);
  if (!before.ok) return before;
  if (before.value) return done(record);
  const current = checkVersion(record, { leadId: record.lead.id, version });
  if (!current.ok) return current;
  const made = typeof command === 'function' ? await command() : done(command);
  if (!made.ok) return made;
  const write = decideOn(record, made.value, {
    ports,
    requestId,
    fingerprint,
    county: await ports.county(),
    by,
  });
  return write.ok ? commit(write.value, record.version, ports) : write;
}
