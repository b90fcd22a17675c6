import type { OfficerCommand } from '@contract/commands';
import { unresolvableReply } from '@contract/replies';

/** What to add to a reply that says too little. */
export const REPLY_ADVICE = '写清：做了什么、什么时候、结果怎样；做不到的说明原因。';
/** The field that appears beside a doubt. */
export const OVERRULE_FIELD = {
  name: 'overruleNote',
  label: '这样发的理由',
  help: '不改也可以，写一句理由就能发。理由留在记录里，县政协能看到，群众看不到。',
} as const;
/** So long after the last key a reply is checked. */
export const CHECK_AFTER_MS = 600;
/** Fewer characters are still the beginning of a sentence. */
const LEAST = 4;

/** The words of a command that the resident reads as the answer, worth checking; null for every other command. */
export function replyIn(command: OfficerCommand, typed: (name: string) => string): string | null {
  const reply = wordsOf(command, typed);
  return reply !== null && reply.length >= LEAST ? reply : null;
}

function wordsOf(command: OfficerCommand, typed: (name: string) => string): string | null {
  switch (command) {
    case 'recordReply':
      return typed('text');
    case 'resolveLead':
      return typed('summary');
    case 'markUnresolvable': {
      const [reason, whatWouldChange] = [typed('reason'), typed('whatWouldChange')];
      return reason && whatWouldChange ? unresolvableReply({ reason, whatWouldChange }) : null;
    }
    default:
      return null;
  }
}
