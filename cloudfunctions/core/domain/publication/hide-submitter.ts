import type { IdentifierKind } from '@contract/publication';
import { INSTEAD, punctuated } from './de-identify';
import { findIdentifiers, type KnownPerson } from './find-identifiers';

/** How people introduce themselves, or whoever is to be called. */
const INTRODUCES = /(?:我叫|本人|反映人|举报人|投诉人|申请人|联系人|姓名)[:：是叫、\s]{0,2}$/u;
const TELLS_WHO: ReadonlySet<IdentifierKind> = new Set(['submitter', 'phone', 'idNumber']);

/**
 * The words without what tells who said them: the name and number that were left, telephones, identity numbers, and a name
 * somebody introduces themselves by. Houses, plates and other people stay: the matter is about them. Unchanged where
 * nothing tells.
 */
export function hideSubmitter(text: string, known: readonly KnownPerson[] = []): string {
  const plain = text.normalize('NFKC');
  const flags = findIdentifiers(plain, known).filter(
    ({ kind, words }) => TELLS_WHO.has(kind) || (kind === 'name' && introduces(plain, words)),
  );
  if (flags.length === 0) return text;
  const hidden = [...flags]
    .sort((a, b) => b.words.length - a.words.length)
    .reduce((rest, { kind, words }) => rest.replaceAll(words, INSTEAD[kind]), plain);
  return punctuated(hidden);
}

/** Whether somebody introduces themselves by the name, wherever in the text they do. */
function introduces(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (INTRODUCES.test(text.slice(0, at))) return true;
  return false;
}
