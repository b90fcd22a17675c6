import type { DossierItem, DossierPart, DossierView } from '@contract/dossiers';
import type { Dossier } from '../../domain/dossiers/dossier';
import { timelineOf } from '../../domain/dossiers/timeline';
import { peopleIn } from '../../domain/lead/lead';
import { isPrivate } from '../../domain/lead/lifecycle';
import { organOf, signOf, type Paper } from '../../domain/papers/paper';
import { findPlace, nameOf, type County } from '../../domain/county';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadRecord, OfficerCaller } from '../ports';
import type { StoredDossier } from './dossier-ports';

const MOST = 200;

/** Every dossier of the county, those changed last first. FORBIDDEN for whoever reads none. */
export async function listDossiers(
  _input: unknown,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<{ items: DossierItem[] }>> {
  if (grantFor(caller.account.grants, 'listDossiers', null) === null) return refuse('FORBIDDEN');
  return done({ items: (await ports.dossiers.list(MOST)).map(itemOf) });
}

/** One dossier with its timeline. */
export async function getDossier(
  { dossierId }: { dossierId: string },
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> {
  if (grantFor(call.caller.account.grants, 'getDossier', null) === null) return refuse('FORBIDDEN');
  const stored = await call.ports.dossiers.find(dossierId);
  return stored === null ? refuse('NOT_FOUND', '没有这个卷宗。') : presentDossier(stored, call);
}

const itemOf = ({ id, title, leads, startedAt, changedAt }: Dossier): DossierItem => ({
  id,
  title,
  leads: leads.length,
  startedAt,
  changedAt,
});

/** The dossier as it reads now: three database calls however long it is. A matter that became private is no longer in it. */
export async function presentDossier(
  { dossier, version }: StoredDossier,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<DossierView>> {
  const ids = dossier.leads.map(({ leadId }) => leadId);
  const [records, papers, county] = await Promise.all([
    ports.dossiers.leadsOf(ids),
    ports.dossiers.papersOf(ids),
    ports.county(),
  ]);
  const out = new Set(dossier.removed.map(({ id }) => id));
  const leads = records.filter(({ lead }) => !isPrivate(lead));
  const shown = papers.filter((paper) => paper.number !== null && !out.has(paper.id));
  return done({
    ...itemOf(dossier),
    version,
    parts: [
      ...dossier.leads.flatMap(({ leadId, reason }) => leadPart(leads, leadId, reason, county)),
      ...[...shown].sort(byNumber).map((paper) => paperPart(paper, county)),
    ],
    removed: dossier.removed,
    timeline: timelineOf(
      leads.map(({ lead, content, events }) => ({
        id: lead.id,
        number: lead.number,
        text: content.text,
        known: peopleIn(content),
        events: events.map(({ event }) => event),
      })),
      shown,
      county,
    ),
    canChange: grantFor(caller.account.grants, 'addToDossier', null) !== null,
  });
}

function leadPart(
  records: readonly LeadRecord[],
  leadId: string,
  reason: string,
  county: County,
): DossierPart[] {
  const lead = records.find((record) => record.lead.id === leadId)?.lead;
  if (lead === undefined) return [];
  const title = [
    findPlace(county, lead.placeId)?.name,
    nameOf(county.categories, lead.route?.categoryId ?? null),
  ]
    .filter(Boolean)
    .join('，');
  return [{ kind: 'lead', id: leadId, number: lead.number, title, reason }];
}

const orderOf = ({ number }: Paper): number => (number === null ? 0 : number.year * 100_000 + number.place);
const byNumber = (one: Paper, other: Paper): number => orderOf(one) - orderOf(other);

const paperPart = ({ id, number, text }: Paper, county: County): DossierPart => ({
  kind: 'paper',
  id,
  number: number === null ? '' : signOf(organOf(county.name).mark, number),
  title: text.title,
  reason: '',
});
