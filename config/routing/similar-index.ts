import { fingerprintOf } from '../../cloudfunctions/core/domain/duplicates/fingerprint';
import type { Rarity } from '../../cloudfunctions/core/domain/duplicates/rarity';
import {
  MOST_CANDIDATES,
  suggestEarlier,
  type Suggestion,
} from '../../cloudfunctions/core/domain/duplicates/suggest-earlier';

export interface DatedMessage {
  id: string;
  title: string;
  text: string;
  time: string;
}

/** What one look-up brings, and what of it is shown or grouped, most alike first. */
export interface Found {
  candidates: number[];
  similar: (Suggestion & { message: number })[];
}

/** The corpus tells nothing of places. */
const NOWHERE = { placeId: null, townshipId: null };

/** The messages in the order in which they were sent. */
export const inOrder = (messages: readonly DatedMessage[]): DatedMessage[] =>
  [...messages].sort((a, b) => whenOf(a.time) - whenOf(b.time) || (a.id < b.id ? -1 : 1));

/**
 * For each message, in order, the earlier ones that the product would find: those that hold one of the keys asked for,
 * the newest first and no more than one look-up brings, compared by the product's own rule. The candidates are what the
 * database answers to the one query of `findSimilar`; a test holds the two together.
 */
export function followTheIndex(messages: readonly DatedMessage[], rarity: Rarity): Found[] {
  const index = new Map<number, number[]>();
  const prints: string[] = [];
  return messages.map((message, number) => {
    const { keys, askKeys, print } = fingerprintOf(message, rarity);
    const holders = new Set(askKeys.flatMap((key) => index.get(key) ?? []));
    const candidates = [...holders].sort((a, b) => b - a).slice(0, MOST_CANDIDATES);
    prints.push(print);
    for (const key of keys) {
      const list = index.get(key);
      if (list) list.push(number);
      else index.set(key, [number]);
    }
    const similar = suggestEarlier(
      { text: `${message.title}，${message.text}`, print, ...NOWHERE },
      candidates.map((id) => ({ leadId: String(id), print: prints[id] ?? '', ...NOWHERE })),
      { most: MOST_CANDIDATES },
    );
    return { candidates, similar: similar.map((each) => ({ ...each, message: Number(each.leadId) })) };
  });
}

/** Times as the corpus writes them: `2019/2/28 11:25:05` or `2019-02-28 11:25:05`. */
function whenOf(time: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (time.match(/\d+/g) ?? []).map(
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
