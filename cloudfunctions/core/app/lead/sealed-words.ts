import type { LeadEvent } from '../../domain/lead/events';
import type { SealedEvent } from '../ports';

/** Stands where a resident's own words stood. */
export const ERASED_WORDS = '（已按本人要求或保存期限删去）';

type Digest = (text: string) => string;
/** Fields of an event in which residents write in their own words. */
const WORDS: Partial<Record<LeadEvent['type'], readonly string[]>> = {
  SupplementGiven: ['answer'],
  LeadWithdrawn: ['reason'],
  FeedbackGiven: ['words', 'thanks'],
  LeadReopened: ['reason'],
  PersonDenied: ['words'],
};

/** The resident's own words in the event, by field; an officer's deed has none. */
export function wordsIn(event: LeadEvent): [field: string, words: string][] {
  if (event.by.kind !== 'resident') return [];
  return (WORDS[event.type] ?? []).flatMap((field) => {
    const words = (event as unknown as Record<string, unknown>)[field];
    return typeof words === 'string' && words !== '' ? [[field, words] as [string, string]] : [];
  });
}

/** Whether the words of this event can be taken out without breaking the chain. */
export const canLoseWords = ({ event, nonce }: SealedEvent): boolean =>
  nonce !== undefined && wordsIn(event).length > 0;

/**
 * The event as the chain covers it: each of the resident's words by a commitment to it, mixed with a number drawn for
 * this event. So the words can be taken out and the chain stays whole, and the commitment tells nothing of them once the
 * number is gone. Events of before the number was drawn are covered as they are.
 */
export function covered(
  { event, nonce, erased }: Pick<SealedEvent, 'event' | 'nonce' | 'erased'>,
  digest: Digest,
): unknown {
  if (nonce === undefined && erased === undefined) return event;
  const commitments =
    erased ??
    Object.fromEntries(wordsIn(event).map(([field, words]) => [field, commit(nonce ?? '', words, digest)]));
  return { ...event, ...commitments };
}

/** The event without the resident's words; what was committed to stays, so that the chain does. An older one stays as it is. */
export function withoutWords(sealed: SealedEvent, digest: Digest): SealedEvent {
  const words = wordsIn(sealed.event);
  const { nonce, ...rest } = sealed;
  if (words.length === 0 || nonce === undefined) return sealed;
  const gone = Object.fromEntries(words.map(([field]) => [field, ERASED_WORDS]));
  const event = { ...sealed.event, ...gone } as LeadEvent;
  const erased = Object.fromEntries(words.map(([field, said]) => [field, commit(nonce, said, digest)]));
  return { ...rest, event, erased };
}

const commit = (nonce: string, words: string, digest: Digest): string => `#${digest(`${nonce}\n${words}`)}`;
