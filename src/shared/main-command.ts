import type { OfficerCommand } from '@contract/commands';
import { COMMAND_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';

/** The step that carries a lead forward from each place, tried in this order. */
const FORWARD: readonly OfficerCommand[] = [
  'acceptLead',
  'acceptHandOver',
  'confirmDecision',
  'adoptLead',
  'recordReply',
  'handOver',
  'resolveLead',
  'claimLead',
  'recordVisit',
];

/** The one command to be drawn as the main button, or null when nothing has to be carried forward. */
export function mainCommandOf(
  lead: Pick<OfficerLeadView, 'allowed' | 'reply' | 'promise' | 'status' | 'audience'>,
): OfficerCommand | null {
  // While the unit is at work the committee waits; it may reply itself, but that is not the next step.
  if (lead.audience === 'committee' && lead.status === 'inProgress' && !lead.reply) return null;
  // What the unit answered is with the committee, unless it promised a day and has to answer again.
  if (lead.audience === 'unit' && lead.reply && !lead.promise) return null;
  const order: readonly OfficerCommand[] = lead.reply ? ['resolveLead', ...FORWARD] : FORWARD;
  return order.find((command) => lead.allowed.includes(command)) ?? null;
}

/** The name on a command's button: what one proposed oneself is taken back, what a colleague proposed is returned. */
export function commandLabel(
  command: OfficerCommand,
  { allowed, onBehalf }: Pick<OfficerLeadView, 'allowed' | 'onBehalf'>,
): string {
  const isOwn =
    command === 'returnDecision' && !allowed.includes('confirmDecision') && onBehalf?.standing !== 'denied';
  return isOwn ? '收回我的意见' : COMMAND_LABELS[command];
}
