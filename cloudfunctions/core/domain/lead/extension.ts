import type { ExtensionAsk } from '@contract/extension';
import { deadlineOf } from '../deadlines/deadline-of';
import type { CommandOf, DecideContext } from './commands';
import type { LeadFact } from './events';
import type { Lead } from './lead';

/** What the unit in charge asks for; the date that runs goes on running. */
export const askExtension = (
  { handOver }: Lead,
  { workingDays, reason }: CommandOf<'askExtension'>,
): LeadFact[] =>
  handOver === null ? [] : [{ type: 'ExtensionAsked', unitId: handOver.unitId, workingDays, reason }];

/** More time is given, with the date that follows: it answers what was asked, whoever asked and how. */
export const extendDeadline = (
  lead: Lead,
  { workingDays, reason }: CommandOf<'extendDeadline'>,
  { calendar }: DecideContext,
): LeadFact[] => [
  { type: 'DeadlineExtended', workingDays, reason, ...dueAfter(lead, workingDays, calendar) },
];

/** No more time: the date stays as it is. */
export const refuseExtension = ({ handOver }: Lead, { reason }: CommandOf<'refuseExtension'>): LeadFact[] =>
  handOver === null ? [] : [{ type: 'ExtensionRefused', unitId: handOver.unitId, reason }];

/** The hand-over with what its unit asks for now, or with nothing asked. */
export const withAsk = (
  { handOver }: Pick<Lead, 'handOver'>,
  extensionAsked: ExtensionAsk | null,
): Pick<Lead, 'handOver'> => ({ handOver: handOver && { ...handOver, extensionAsked } });

/** Why more time cannot be asked for while the lead is in progress. */
export function cannotAskExtension({ handOver, reply, promise }: Lead): string {
  if (handOver?.extensionAsked) return '延期已经申请过了，在等县政协答复。有急事请直接打县政协办公室电话。';
  if (promise !== null) return '已经承诺了办好的日子，不能再申请延期。要改日子，请联系县政协办公室。';
  if (reply !== null) return '已经答复过了，不用再申请延期。';
  return '请先接收交办，再申请延期。';
}

/** The date that a longer time ends on. */
function dueAfter(
  { clock }: Lead,
  workingDays: number,
  calendar: DecideContext['calendar'],
): { dueAt?: string } {
  if (clock === null) return {};
  const longer = { ...clock, workingDays: clock.workingDays + workingDays };
  const dueAt = deadlineOf({ clock: longer }, calendar)?.dueAt;
  return dueAt === undefined ? {} : { dueAt };
}
