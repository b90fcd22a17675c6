import type { InputOf } from '@contract/actions';
import { DOSSIER_LEADS_MAX, type DossierView } from '@contract/dossiers';
import {
  withLead,
  withoutPart,
  withPaperAgain,
  type Dossier,
  type DossierLead,
} from '../../domain/dossiers/dossier';
import { isPrivate } from '../../domain/lead/lifecycle';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { organOf, signOf } from '../../domain/papers/paper';
import { wasAskedBefore } from '../asked';
import type { Call, LeadRecord, OfficerCaller, Ports } from '../ports';
import type { StoredDossier } from './dossier-ports';
import { presentDossier } from './read-dossiers';

type OnDossier = Pick<InputOf<'panel.addToDossier'>, 'dossierId' | 'version'>;
const TOO_LATE = '刚才有人改了这个卷宗，请刷新后再办。';

/** Begins a dossier from leads by number, or from every lead of a hot issue; the same request twice begins one. */
export async function startDossier(
  { title, numbers = [], issueId }: InputOf<'panel.startDossier'>,
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> {
  const { ports, caller, requestId, fingerprint } = call;
  if (grantFor(caller.account.grants, 'startDossier', null) === null) return refuse('FORBIDDEN');
  const id = `D${ports.digest(`dossier ${requestId}`).slice(0, 24)}`;
  const earlier = await ports.dossiers.find(id);
  if (earlier !== null) return asDoneBefore(earlier, call) ?? refuse('REQUEST_ID_REUSED');
  const found = await leadsToFollow(numbers, issueId, ports);
  if (!found.ok) return found;
  const at = ports.clock.now();
  const { id: accountId, name } = caller.account;
  const leads = found.value.map(({ lead }): DossierLead => ({
    leadId: lead.id,
    number: lead.number,
    reason: '',
    at,
  }));
  const words = leads.map(({ number }) => number).join('、');
  const dossier: Dossier = {
    id,
    title,
    leads,
    removed: [],
    startedAt: at,
    changedAt: at,
    log: [{ at, accountId, name, words, requestId, fingerprint }],
  };
  if (await ports.dossiers.insert(dossier)) return presentDossier({ dossier, version: 1 }, call);
  return whoWasFaster(id, call);
}

async function leadsToFollow(
  numbers: readonly string[],
  issueId: string | undefined,
  ports: Ports,
): Promise<Result<LeadRecord[]>> {
  const ofIssue = issueId === undefined ? [] : await ports.issues.leadsOf(issueId);
  if (ofIssue.length > DOSSIER_LEADS_MAX)
    return refuse(
      'INVALID_INPUT',
      `这个热点的线索太多，一个卷宗最多放 ${DOSSIER_LEADS_MAX} 条。请挑要紧的，按编号放进来。`,
    );
  const records = await ports.dossiers.leadsOf(ofIssue.map(({ lead }) => lead.id));
  for (const number of new Set(numbers)) {
    const found = await leadByNumber(number, ports);
    if (!found.ok) return found;
    if (!records.some(({ lead }) => lead.id === found.value.lead.id)) records.push(found.value);
  }
  const fit = records.filter(({ lead }) => !isPrivate(lead));
  if (fit.length > DOSSIER_LEADS_MAX)
    return refuse('INVALID_INPUT', `一个卷宗最多放 ${DOSSIER_LEADS_MAX} 条线索。`);
  const inOrder = [...fit].sort((a, b) => (a.lead.submittedAt < b.lead.submittedAt ? -1 : 1));
  return fit.length === 0
    ? refuse('INVALID_INPUT', '请至少写一条线索的编号。', { field: 'numbers' })
    : done(inOrder);
}

async function leadByNumber(number: string, ports: Ports): Promise<Result<LeadRecord>> {
  const record = await ports.leads.findByNumber(number);
  if (record === null) return refuse('INVALID_INPUT', `没有编号 ${number}，请核对。`, { field: 'number' });
  return isPrivate(record.lead)
    ? refuse('INVALID_INPUT', `${number} 是不公开的事，不放进卷宗。`, { field: 'number' })
    : done(record);
}

/** Puts one more lead into the dossier; its papers come with it. */
export const addToDossier = (
  { number, reason, ...on }: InputOf<'panel.addToDossier'>,
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> =>
  change('addToDossier', on, call, async (dossier, at) => {
    const found = await leadByNumber(number, call.ports);
    if (!found.ok) return found;
    const { lead } = found.value;
    return withLead(dossier, { leadId: lead.id, number: lead.number, reason, at });
  });

/** Takes a lead or a paper out of the dossier; the reason stays in it. */
export const removeFromDossier = (
  { kind, id, reason, ...on }: InputOf<'panel.removeFromDossier'>,
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> =>
  change('removeFromDossier', on, call, async (dossier, at) => {
    const number = await numberOf(dossier, kind, id, call.ports);
    return number === null
      ? refuse('NOT_FOUND', '卷宗里没有这一件。')
      : withoutPart(dossier, { kind, id, number, reason, at });
  });

/** Puts in again what was taken out: a lead with the reason why, a paper where its leads still are. */
export const putBackIntoDossier = (
  { kind, id, reason, ...on }: InputOf<'panel.putBackIntoDossier'>,
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> =>
  change('putBackIntoDossier', on, call, async (dossier, at) => {
    const number = dossier.removed.find((removal) => removal.kind === kind && removal.id === id)?.number;
    if (number === undefined) return refuse('NOT_FOUND', '这一件没有移出过，或者已经加回来了。');
    if (kind === 'lead') {
      const found = await leadByNumber(number, call.ports);
      return found.ok ? withLead(dossier, { leadId: id, number, reason, at }) : found;
    }
    return (await numberOf(dossier, kind, id, call.ports)) === null
      ? refuse('WRONG_STATE', '它依据的线索都不在卷宗里了，先把线索加回来。')
      : withPaperAgain(dossier, id, at);
  });

async function numberOf(
  dossier: Dossier,
  kind: 'lead' | 'paper',
  id: string,
  ports: Ports,
): Promise<string | null> {
  if (kind === 'lead') return dossier.leads.find(({ leadId }) => leadId === id)?.number ?? null;
  const stored = await ports.papers.find(id);
  const standsOn = dossier.leads.some(({ leadId }) =>
    stored?.paper.sources.some((source) => source.leadId === leadId),
  );
  if (stored === null || stored.paper.number === null || !standsOn) return null;
  return signOf(organOf((await ports.county()).name).mark, stored.paper.number);
}

async function change(
  verb: 'addToDossier' | 'removeFromDossier' | 'putBackIntoDossier',
  { dossierId, version }: OnDossier,
  call: Call<OfficerCaller>,
  next: (dossier: Dossier, at: string) => Promise<Result<Dossier>>,
): Promise<Result<DossierView>> {
  const { ports, caller, requestId, fingerprint } = call;
  if (grantFor(caller.account.grants, verb, null) === null) return refuse('FORBIDDEN');
  const stored = await ports.dossiers.find(dossierId);
  if (stored === null) return refuse('NOT_FOUND', '没有这个卷宗。');
  const doneBefore = asDoneBefore(stored, call);
  if (doneBefore !== null) return doneBefore;
  if (stored.version !== version) return refuse('VERSION_CONFLICT', TOO_LATE);
  const at = ports.clock.now();
  const changed = await next(stored.dossier, at);
  if (!changed.ok) return changed;
  const { id: accountId, name } = caller.account;
  const line = { at, accountId, name, words: verb, requestId, fingerprint };
  const dossier = { ...changed.value, log: [...changed.value.log, line] };
  if (await ports.dossiers.save(dossier, version))
    return presentDossier({ dossier, version: version + 1 }, call);
  return whoWasFaster(dossierId, call);
}

/** What this very request is answered when it was carried out before, or its id was another one's; null for a new one. */
function asDoneBefore(
  stored: StoredDossier,
  call: Call<OfficerCaller>,
): Promise<Result<DossierView>> | Result<never> | null {
  const before = wasAskedBefore(stored.dossier.log, call);
  if (!before.ok) return before;
  return before.value ? presentDossier(stored, call) : null;
}

/** For a write that came too late: the dossier where this very request, sent twice at once, was faster, else VERSION_CONFLICT. */
async function whoWasFaster(dossierId: string, call: Call<OfficerCaller>): Promise<Result<DossierView>> {
  const stored = await call.ports.dossiers.find(dossierId);
  return (stored && asDoneBefore(stored, call)) ?? refuse('VERSION_CONFLICT', TOO_LATE);
}
