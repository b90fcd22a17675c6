import type { Dossier } from '../../domain/dossiers/dossier';
import type { Paper } from '../../domain/papers/paper';
import type { LeadRecord } from '../lead/lead-record';

export interface StoredDossier {
  dossier: Dossier;
  version: number;
}
export interface DossierRepository {
  /** False when there is one of this id. */
  insert(dossier: Dossier): Promise<boolean>;
  find(dossierId: string): Promise<StoredDossier | null>;
  /** Those changed last first. */
  list(limit: number): Promise<Dossier[]>;
  /** Writes only if the stored version is still `expected`. */
  save(dossier: Dossier, expected: number): Promise<boolean>;
  /** The leads of these ids, and the papers that stand on any of them: one call each. */
  leadsOf(leadIds: readonly string[]): Promise<LeadRecord[]>;
  papersOf(leadIds: readonly string[]): Promise<Paper[]>;
}
