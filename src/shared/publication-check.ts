import { IDENTIFIER_LABELS } from '@contract/labels-zh';
import type { OfficerCommand } from '@contract/commands';
import { isConfirmable, type PublicationFlag } from '@contract/publication';

/** Over what was found. */
export const FLAGS_TITLE = '这些地方像是个人信息，请改掉；确实不是的，逐条核对后勾选。';

/** The fields of a form whose words are looked through. */
export interface OpenFields {
  title?: string;
  text: string;
}

/** Where words go to readers who must not learn from them whose matter it is: what is published, and what calls people. */
export const OPEN_FIELDS = {
  publishLead: { title: 'title', text: 'text' },
  broadcastLead: { text: 'reason' },
} as const satisfies { [C in OfficerCommand]?: OpenFields };

/** The fields to be looked through in the form of a command; null in most. */
export const openFieldsOf = (command: OfficerCommand): OpenFields | null =>
  command === 'publishLead' || command === 'broadcastLead' ? OPEN_FIELDS[command] : null;

/** One place that looks like somebody's own: what stands beside its box, or that it has to go. */
export const sayFlag = (flag: PublicationFlag): string =>
  `${IDENTIFIER_LABELS[flag.kind]}「${flag.words}」${isConfirmable(flag) ? '不是个人信息' : '：一定要改掉'}`;
