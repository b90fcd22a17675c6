import type { LeadContent } from '../../domain/lead/lead';
import { canonical } from '../canonical';

/**
 * The hash by which an edited text is found. It covers the words and what was shown, never who spoke: a telephone can be
 * tried out against a hash. The seal is mixed in, so that once it is erased the hash tells nothing of what was.
 */
export function contentHashOf(content: LeadContent, digest: (text: string) => string): string {
  const { text, placeNote, evidence, voice, point, seal = '' } = content;
  return digest(canonical({ text, placeNote, evidence, voice, point, seal }));
}
