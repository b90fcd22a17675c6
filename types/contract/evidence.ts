export const EVIDENCE_KINDS = ['photo', 'voice', 'video'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export interface Evidence {
  /** Storage id, `cloud://…`. */
  fileId: string;
  kind: EvidenceKind;
}

/** A spot the resident pinned, rounded to about ten metres. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** What was said, in writing; null until somebody wrote it down. `by`: the resident, or the colleague who listened. */
export interface Transcript {
  text: string;
  by: { kind: 'resident' } | { kind: 'officer'; name: string };
  at: string;
}
