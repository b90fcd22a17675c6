import { readFileSync } from 'node:fs';
import { ngramsOf, OF_MESSAGES } from '../../cloudfunctions/core/domain/routing/ngrams';

/** A topic a line: its name, then words we wrote ourselves that people use for it. */
const LINES = readFileSync(new URL('./topics.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/).slice(1));
const LONGEST = 3;

export const TOPICS = LINES.length;

/**
 * The topic of each word's n-gram. A county's few rows hold few of the words of a topic: what one of them says, all say.
 * A word longer than an n-gram is known by its beginning; one that stands in two topics counts for the first.
 */
export function readTopics(): Map<number, number> {
  const topicOfKey = new Map<number, number>();
  LINES.forEach((words, topic) => {
    for (const word of words) {
      const { keys, starts, count } = ngramsOf('', word, OF_MESSAGES);
      let size = 0;
      while (size < count && size < LONGEST && starts[size] === 0) size += 1;
      const key = keys[size - 1];
      if (size > 0 && key !== undefined && !topicOfKey.has(key)) topicOfKey.set(key, topic);
    }
  });
  return topicOfKey;
}
