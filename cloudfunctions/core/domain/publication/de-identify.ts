import type { IdentifierKind } from '@contract/publication';
import { findIdentifiers, type KnownPerson } from './find-identifiers';

/** What stands in the place of what may tell who somebody is. */
export const INSTEAD: Record<IdentifierKind, string> = {
  submitter: '某',
  name: '某某',
  phone: '（电话略）',
  plate: '（车牌略）',
  idNumber: '（证件号略）',
  houseNumber: '某户',
};
const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/**
 * The text without what may tell who somebody is. Rather one too many than one too few: it is a beginning for a person to
 * go on from, and is checked again before it leaves the house.
 */
export function deIdentify(text: string, known: readonly KnownPerson[] = []): string {
  if (findIdentifiers(text, known).length === 0) return text;
  let plain = text.normalize('NFKC');
  // What was hidden may have stood between two halves of something else: once more, and once more.
  for (let round = 0; round < 3; round += 1) {
    const flags = findIdentifiers(plain, known);
    for (const { kind, words } of [...flags].sort((a, b) => b.words.length - a.words.length)) {
      plain = plain.replaceAll(words, INSTEAD[kind]);
    }
  }
  // What still looks like somebody is left out whole.
  const hidden = findIdentifiers(plain, known).reduce((rest, { words }) => rest.replaceAll(words, ''), plain);
  return punctuated(hidden);
}

/** Chinese marks back behind Chinese words: looking for numbers made all of them narrow. */
export const punctuated = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}）])[,;:?!]/gu, (mark) => FULL_WIDTH[mark] ?? mark);
