/** One person's voice for a lead that somebody else submitted. People are keys: digests that tell nobody who it is. */
export interface Cosigner {
  personKey: string;
  /** The lead it was given to: after a merge the voice counts for the other one, and goes back when taken apart. */
  leadId: string;
  number: string;
  at: string;
}

/** The people who stand behind a lead beside those who submitted it, each once, however often they asked. */
export function supportersOf(cosigners: readonly Cosigner[], submitters: readonly string[]): string[] {
  const keys = new Set(cosigners.map(({ personKey }) => personKey));
  return [...keys].filter((key) => !submitters.includes(key));
}

/** With this person's voice; unchanged where it is there already. */
export function withCosigner(cosigners: readonly Cosigner[], added: Cosigner): Cosigner[] {
  const isThere = cosigners.some(({ personKey }) => personKey === added.personKey);
  return isThere ? [...cosigners] : [...cosigners, added];
}

/** Without this person's voice, wherever it was given: what was merged is one matter. */
export function withoutCosigner(cosigners: readonly Cosigner[], personKey: string): Cosigner[] {
  return cosigners.filter((cosigner) => cosigner.personKey !== personKey);
}

/** The voices of both leads after the other one was merged into this one, or taken out of it again. */
export function shareCosigners(
  verb: 'mergeLead' | 'unmergeLead',
  target: readonly Cosigner[],
  other: { leadId: string; cosigners: readonly Cosigner[] },
): { target: Cosigner[]; other: Cosigner[] } {
  if (verb === 'mergeLead') return { target: [...target, ...other.cosigners], other: [] };
  const isBack = ({ leadId }: Cosigner): boolean => leadId === other.leadId;
  return { target: target.filter((cosigner) => !isBack(cosigner)), other: target.filter(isBack) };
}
