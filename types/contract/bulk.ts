import type { CommandInputs, OnLead } from './commands';
import type { ErrorCode } from './envelope';

/** What can be done to many leads at once: steps of triage that need no look at the single lead beyond its row. */
export const BULK_COMMANDS = [
  'acceptLead',
  'rerouteLead',
  'markOutOfScope',
  'claimLead',
  'acceptHandOver',
] as const;
export type BulkCommand = (typeof BULK_COMMANDS)[number];

/** One command for many leads, each at the version its author saw. `words` are what the command needs beside the lead. */
export type BulkInput = {
  [C in BulkCommand]: { command: C; items: OnLead[]; words: CommandInputs[C] };
}[BulkCommand];

/** What became of one lead: done, or refused with a sentence. Rows never share a fate. */
export type BulkOutcome =
  { leadId: string; done: true } | { leadId: string; done: false; code: ErrorCode; message: string };
