import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';

/** What may be answered to a unit that asks for more time, the kinder answer first. */
export const EXTENSION_ANSWERS = [
  'extendDeadline',
  'refuseExtension',
] as const satisfies readonly OfficerCommand[];

/** Who asks for how much more time and why; empty where nobody asks. */
export function sayExtensionAsked({
  extensionAsked,
  handOverUnitName,
}: Pick<OfficerLeadView, 'extensionAsked' | 'handOverUnitName'>): string {
  if (!extensionAsked) return '';
  const { workingDays, reason } = extensionAsked;
  return `${handOverUnitName || '承办单位'}申请延期 ${workingDays} 个工作日：${reason}`;
}
