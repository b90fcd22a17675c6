import { DOSSIER_LEADS_MAX, type DossierPart } from '@contract/dossiers';
import { done, refuse, type Result } from '../result';

/** A lead in the dossier, since when and why. */
export interface DossierLead {
  leadId: string;
  number: string;
  reason: string;
  at: string;
}
export interface DossierRemoval {
  kind: DossierPart['kind'];
  id: string;
  number: string;
  reason: string;
  at: string;
}

/** One issue followed for years: which leads belong to it. What happened is read from them and from their papers. */
export interface Dossier {
  id: string;
  title: string;
  leads: DossierLead[];
  removed: DossierRemoval[];
  startedAt: string;
  changedAt: string;
  log: {
    at: string;
    accountId: string;
    name: string;
    words: string;
    requestId: string;
    fingerprint: string;
  }[];
}

/** The dossier with the lead in it, behind those that are there; what was taken out before is in again. */
export function withLead(dossier: Dossier, lead: DossierLead): Result<Dossier> {
  if (dossier.leads.some(({ leadId }) => leadId === lead.leadId)) {
    return refuse('INVALID_INPUT', '这条线索已经在卷宗里了。', { field: 'number' });
  }
  if (dossier.leads.length >= DOSSIER_LEADS_MAX) {
    return refuse('INVALID_INPUT', `一个卷宗最多放 ${DOSSIER_LEADS_MAX} 条线索。`, { field: 'number' });
  }
  return done({
    ...dossier,
    leads: [...dossier.leads, lead],
    removed: dossier.removed.filter(({ id }) => id !== lead.leadId),
    changedAt: lead.at,
  });
}

/** The dossier with a paper in it again that was taken out. */
export function withPaperAgain(dossier: Dossier, id: string, at: string): Result<Dossier> {
  const removed = dossier.removed.filter((removal) => removal.kind !== 'paper' || removal.id !== id);
  return removed.length === dossier.removed.length
    ? refuse('NOT_FOUND', '这一件没有移出过，或者已经加回来了。')
    : done({ ...dossier, removed, changedAt: at });
}

/** The dossier without a lead, or without a paper that came with one; the reason stays. */
export function withoutPart(dossier: Dossier, removal: DossierRemoval): Result<Dossier> {
  const isThere =
    removal.kind === 'lead'
      ? dossier.leads.some(({ leadId }) => leadId === removal.id)
      : !dossier.removed.some(({ id }) => id === removal.id);
  if (!isThere) return refuse('NOT_FOUND', '卷宗里没有这一件。');
  if (removal.kind === 'lead' && dossier.leads.length === 1) {
    return refuse('INVALID_INPUT', '卷宗里至少要留一条线索。', { field: 'id' });
  }
  return done({
    ...dossier,
    leads: dossier.leads.filter(({ leadId }) => leadId !== removal.id),
    removed: [...dossier.removed, removal],
    changedAt: removal.at,
  });
}
