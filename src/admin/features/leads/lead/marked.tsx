import type { ReactNode } from 'react';

/** The text with the given words underlined, so that one sees what the routing went by. */
export function marked(text: string, words: readonly string[]): ReactNode[] {
  const known = words.filter((word) => word.length > 0).sort((one, other) => other.length - one.length);
  if (known.length === 0) return [text];
  const pattern = new RegExp(`(${known.map(escape).join('|')})`, 'g');
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
