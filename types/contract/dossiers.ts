/** Leads that one dossier follows. */
export const DOSSIER_LEADS_MAX = 40;
export const DOSSIER_TITLE_MAX = 60;

/** What happened, by its kind: a dossier shows them on one timeline, whichever instrument it was. */
export const DOSSIER_ENTRY_KINDS = [
  'lead',
  'decision',
  'session',
  'handOver',
  'paper',
  'suggestion',
  'instruction',
  'effect',
  'outcome',
] as const;
export type DossierEntryKind = (typeof DOSSIER_ENTRY_KINDS)[number];

/** What a dossier holds: leads put into it, and the papers that stand on them. */
export interface DossierPart {
  kind: 'lead' | 'paper';
  id: string;
  /** The lead's number, the paper's 发文字号. */
  number: string;
  title: string;
  reason: string;
}

export interface DossierEntry {
  at: string;
  kind: DossierEntryKind;
  part: Pick<DossierPart, 'kind' | 'id' | 'number'>;
  text: string;
}

export interface DossierItem {
  id: string;
  title: string;
  leads: number;
  startedAt: string;
  changedAt: string;
}

export interface DossierView extends DossierItem {
  version: number;
  parts: DossierPart[];
  /** What was taken out, and why: it can be put in again. */
  removed: (Pick<DossierPart, 'kind' | 'id' | 'number'> & { reason: string; at: string })[];
  timeline: DossierEntry[];
  canChange: boolean;
}

interface Verb<Input, Output> {
  input: Input;
  output: Output;
}
interface OnDossier {
  dossierId: string;
  version: number;
}

/** What is asked about dossiers, in the panel alone. */
export type DossierVerbs = {
  listDossiers: Verb<Record<never, never>, { items: DossierItem[] }>;
  getDossier: Verb<{ dossierId: string }, DossierView>;
  /** From leads by number, or from all leads of a hot issue. */
  startDossier: Verb<{ title: string; numbers?: string[]; issueId?: string }, DossierView>;
  addToDossier: Verb<OnDossier & { number: string; reason: string }, DossierView>;
  removeFromDossier: Verb<OnDossier & { kind: DossierPart['kind']; id: string; reason: string }, DossierView>;
  /** What was taken out is in again, where it stood. */
  putBackIntoDossier: Verb<
    OnDossier & { kind: DossierPart['kind']; id: string; reason: string },
    DossierView
  >;
};
