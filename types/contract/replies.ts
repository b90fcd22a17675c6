/** What may be wrong with a reply, found before it is sent. */
export const REPLY_DOUBT_KINDS = ['explainsNothing', 'fitsAnother', 'repeatsStock'] as const;
export type ReplyDoubtKind = (typeof REPLY_DOUBT_KINDS)[number];

/** One doubt about a reply, in words its author understands. */
export interface ReplyDoubt {
  kind: ReplyDoubtKind;
  sentence: string;
}

/** Why a doubtful reply was sent as it is: the author's own words, and what they were answering. */
export interface OverruledDoubts {
  doubts: ReplyDoubtKind[];
  note: string;
}

/** What is checked when a matter is found unresolvable: both answers together, as the resident will read them. */
export const unresolvableReply = (given: { reason: string; whatWouldChange: string }): string =>
  `${given.reason}\n${given.whatWouldChange}`;
