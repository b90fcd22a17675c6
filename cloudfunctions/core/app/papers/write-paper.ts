import type { InputOf, OutputOf } from '@contract/actions';
import { paperLength, type PaperView } from '@contract/papers';
import type { PublicationFlag } from '@contract/publication';
import type { County } from '../../domain/county';
import { composeDraft, type DraftSource } from '../../domain/papers/compose-draft';
import { isPossible, oneMatterOnly } from '../../domain/papers/change-paper';
import { organOf, signOf, type Paper } from '../../domain/papers/paper';
import { findIdentifiers } from '../../domain/publication/find-identifiers';
import { peopleIn } from '../../domain/lead/lead';
import { isAllowed } from '../../domain/lead/lifecycle';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { voicesOf } from '../issues/people';
import { peopleAround } from '../lead/open-words';
import type { Call, LeadRecord, OfficerCaller, Ports } from '../ports';
import { wasAskedBefore } from '../asked';
import { changeStoredPaper, NO_PAPER, paperActor, paperToChange } from './change-stored';
import { writeOf } from './paper-index';
import type { StoredPaper } from './paper-ports';
import { presentPaper } from './present-paper';

/** The leads by id, each adopted and fit to be handed up; or the first that is not, named. */
export async function leadsToReport(
  leadIds: readonly string[],
  ports: Ports,
  field: string,
): Promise<Result<LeadRecord[]>> {
  const records: LeadRecord[] = [];
  for (const leadId of leadIds) {
    const record = await ports.leads.find(leadId);
    if (record === null) return refuse('NOT_FOUND', '没有这条线索，请核对编号。', { field });
    const why = whyNotReported(record);
    if (why !== null) return refuse('INVALID_INPUT', why, { field });
    records.push(record);
  }
  return done(records);
}

function whyNotReported({ lead }: LeadRecord): string | null {
  if (isAllowed(lead, 'reportUp')) return null;
  if (lead.route?.private) return `${lead.number} 是不公开的事，不写进文稿，请直接转给有权处理的机关。`;
  if (lead.adoption !== 'adopted') return `${lead.number} 还没有采纳，采纳了的线索才写成文稿。`;
  return `${lead.number} 现在的状态不能报送，请先办完手上这一步，或者移出这条线索。`;
}

/** Whether all leads are in one hot issue. */
const areOneIssue = (records: readonly LeadRecord[]): boolean =>
  records.length < 2 ||
  (records[0]?.lead.issueId != null &&
    records.every(({ lead }) => lead.issueId === records[0]?.lead.issueId));

/**
 * Writes a draft from adopted leads about one matter; the same request asked twice makes one draft. INVALID_INPUT for leads
 * that are not adopted, are private, or are about several matters without a reason why they are one, and for the words of
 * a paper that was not withdrawn.
 */
export async function startPaper(
  { leadIds, kind, reason = '', insteadOf }: InputOf<'panel.startPaper'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> {
  const { ports, caller, requestId, fingerprint } = call;
  const { grants } = caller.account;
  if (grantFor(grants, 'startPaper', null) === null) return refuse('FORBIDDEN');
  const id = `P${ports.digest(`paper ${requestId}`).slice(0, 24)}`;
  const earlier = await ports.papers.find(id);
  if (earlier !== null) {
    const before = wasAskedBefore(earlier.paper.log, call);
    return before.ok ? presentPaper(earlier, caller.account, ports) : before;
  }
  const found = await leadsToReport([...new Set(leadIds)], ports, 'leadIds');
  if (!found.ok) return found;
  const records = found.value;
  if (!areOneIssue(records) && reason.trim() === '') return oneMatterOnly();
  const before = insteadOf === undefined ? null : await ports.papers.find(insteadOf);
  if (insteadOf !== undefined && !(before && isPossible(before.paper, 'startPaper')))
    return refuse('INVALID_INPUT', '作废了的文稿才能照着重写。', { field: 'insteadOf' });
  const county = await ports.county();
  const at = ports.clock.now();
  const by = paperActor(caller, 'startPaper');
  const paper: Paper = {
    id,
    kind,
    state: 'draft',
    text: before?.paper.text ?? composeDraft(kind, await matterOf(records, ports), county),
    sources: records.map(({ lead }, index) => ({
      leadId: lead.id,
      number: lead.number,
      reason: index === 0 ? '' : reason,
    })),
    createdAt: at,
    number: null,
    issuedAt: null,
    withdrawn: null,
    results: [],
    instructions: [],
    log: [
      {
        at,
        by,
        deed: 'startPaper',
        words: [...records.map(({ lead }) => lead.number), ...insteadOfWords(before, county)].join('、'),
        requestId,
        fingerprint,
      },
    ],
    untold: [],
  };
  await ports.papers.insert(writeOf(paper, [], county));
  // Whether it was this call or the same one sent twice at once: what stands there is the answer.
  const stored = await ports.papers.find(id);
  return stored === null ? refuse('UNAVAILABLE') : presentPaper(stored, caller.account, ports);
}

/** What the log says of the paper whose words were taken over. */
const insteadOfWords = (before: StoredPaper | null, county: County): string[] =>
  before?.paper.number ? [`照作废的${signOf(organOf(county.name).mark, before.paper.number)}`] : [];

async function matterOf(records: readonly LeadRecord[], ports: Ports) {
  const people = new Set(
    records.flatMap((record) => voicesOf(record, ports.digest).map(({ personKey }) => personKey)),
  );
  const issueId = records[0]?.lead.issueId ?? null;
  const [issue] = issueId !== null && areOneIssue(records) ? await ports.issues.find([issueId]) : [];
  return {
    sources: records.map(({ lead, content }): DraftSource => ({
      lead,
      text: content.text,
      known: peopleIn(content),
    })),
    people: people.size,
    issueTitle: issue?.issue.title ?? null,
  };
}

/** What in the text may tell who somebody is, with whatever is known of the people of its leads. */
export async function flagsInPaper(
  { text, sources }: Pick<Paper, 'text' | 'sources'>,
  ports: Ports,
): Promise<PublicationFlag[]> {
  const words = [text.title, text.body, ...text.suggestions.map((suggestion) => suggestion.text)].join('\n');
  const records = await Promise.all(sources.map(({ leadId }) => ports.leads.find(leadId)));
  const known = await peopleAround(
    records.flatMap((record) => record ?? []),
    ports,
  );
  return findIdentifiers(words, known);
}

/** What is to be looked at before the text may be issued, and how long it is, while it is being written. */
export async function checkPaper(
  { paperId, text }: InputOf<'panel.checkPaper'>,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.checkPaper'>>> {
  if (grantFor(caller.account.grants, 'checkPaper', null) === null) return refuse('FORBIDDEN');
  const stored = await ports.papers.find(paperId);
  if (stored === null) return refuse('NOT_FOUND', NO_PAPER);
  const flags = await flagsInPaper({ text, sources: stored.paper.sources }, ports);
  return done({ flags, length: paperLength(text) });
}

/** Keeps the text as written. VERSION_CONFLICT when a colleague saved meanwhile: nothing is overwritten. */
export const savePaper = (
  { text, ...on }: InputOf<'panel.savePaper'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper('savePaper', on, () => done({ type: 'savePaper', text }), call);

/** Puts one more lead under the draft. INVALID_INPUT when it is no adopted one, or another matter without a reason. */
export const addPaperSource = (
  { number, reason = '', ...on }: InputOf<'panel.addPaperSource'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper(
    'addPaperSource',
    on,
    async ({ paper }) => {
      const { ports } = call;
      const record = await ports.leads.findByNumber(number);
      if (record === null) return refuse('INVALID_INPUT', '没有这个编号，请核对。', { field: 'number' });
      const why = whyNotReported(record);
      if (why !== null) return refuse('INVALID_INPUT', why, { field: 'number' });
      const first = paper.sources[0] && (await ports.leads.find(paper.sources[0].leadId));
      const isSameIssue = first != null && areOneIssue([first, record]);
      const source = { leadId: record.lead.id, number: record.lead.number, reason };
      return done({ type: 'addPaperSource', source, isSameIssue });
    },
    call,
  );

/** Takes a lead from under the draft; the last one stays. */
export const removePaperSource = (
  { leadId, reason, ...on }: InputOf<'panel.removePaperSource'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper('removePaperSource', on, () => done({ type: 'removePaperSource', leadId, reason }), call);

/** Takes a draft away, which never had a number; taking it away twice is the same. WRONG_STATE once it is issued. */
export async function discardPaper(
  { paperId, version }: InputOf<'panel.discardPaper'>,
  call: Call<OfficerCaller>,
): Promise<Result<{ discarded: true }>> {
  const loaded = await paperToChange(paperId, 'discardPaper', call);
  if (!loaded.ok) return loaded.refusal.code === 'NOT_FOUND' ? done({ discarded: true }) : loaded;
  const { paper } = loaded.value.stored;
  if (paper.state !== 'draft') return refuse('WRONG_STATE', '已经印发的文稿不能删，只能作废，编号保留。');
  return (await call.ports.papers.remove(paperId, version))
    ? done({ discarded: true })
    : refuse('VERSION_CONFLICT', '刚才有人更新了这份文稿，请看过再删。');
}
