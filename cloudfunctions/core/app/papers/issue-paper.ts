import type { InputOf } from '@contract/actions';
import type { PaperView } from '@contract/papers';
import { chinaDate } from '../../domain/deadlines/working-days';
import { changePaper, whatIsMissing, type PaperCommand } from '../../domain/papers/change-paper';
import { organOf, type Paper } from '../../domain/papers/paper';
import { done, refuse, type Refusal, type Result } from '../../domain/result';
import { whatIsOpen } from '../lead/open-words';
import type { Call, OfficerCaller } from '../ports';
import { changeStoredPaper, contextOf, paperToChange, SOMEBODY_FASTER, whoWasFaster } from './change-stored';
import { writeOf } from './paper-index';
import { presentPaper } from './present-paper';
import { tellLeads } from './tell-leads';
import { flagsInPaper, leadsToReport } from './write-paper';

/**
 * Gives the paper the next number of the year and fixes its text, both or neither; then its leads hear of it. Refuses a
 * text that is too long, lacks a part, or may tell who somebody is until each such place was confirmed by name. The same
 * request sent again is answered with the same number. UNAVAILABLE when too many issue at once: nothing happened.
 */
export async function issuePaper(
  { paperId, version, confirmed = [] }: InputOf<'panel.issuePaper'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> {
  const { ports, caller } = call;
  const loaded = await paperToChange(paperId, 'issuePaper', call);
  if (!loaded.ok) return loaded;
  const { stored, isDone } = loaded.value;
  if (isDone) return presentPaper(stored, caller.account, ports);
  if (stored.version !== version) return refuse('VERSION_CONFLICT', SOMEBODY_FASTER);
  const unfit = await whyNotIssued(stored.paper, confirmed, call);
  if (unfit !== null) return { ok: false, refusal: unfit };
  const county = await ports.county();
  const context = contextOf('issuePaper', call);
  const year = Number(chinaDate(context.at).slice(0, 4));
  const { mark } = organOf(county.name);
  const numbered = (place: number): Paper => {
    const command: PaperCommand = { type: 'issuePaper', number: { year, place }, mark };
    const issued = changePaper(stored.paper, command, context);
    if (!issued.ok) throw new Error(`a checked paper cannot be issued: ${issued.refusal.code}`);
    return issued.value;
  };
  const outcome = await ports.papers.issue(paperId, version, year, (place) =>
    writeOf(numbered(place), stored.told, county),
  );
  if (outcome === 'busy')
    return refuse('UNAVAILABLE', '现在印发的人太多，请过几秒再点一次，不会重号。', { retryAfter: 3 });
  if (outcome === 'stale') return whoWasFaster(paperId, call);
  const issued = await ports.papers.find(paperId);
  if (issued === null) return refuse('UNAVAILABLE');
  await tellLeads(issued, ports);
  return presentPaper(issued, caller.account, ports);
}

/** What keeps the paper from being issued; null when nothing does. Also asks that its leads can be handed up now. */
async function whyNotIssued(
  paper: Paper,
  confirmed: readonly string[],
  { ports }: Call<OfficerCaller>,
): Promise<Refusal | null> {
  if (paper.state !== 'draft') return refuse('WRONG_STATE', '这份文稿已经印发。').refusal;
  const missing = whatIsMissing(paper.text);
  if (missing !== null) return refuse('INVALID_INPUT', missing.sentence, { field: missing.field }).refusal;
  const leads = await leadsToReport(
    paper.sources.map(({ leadId }) => leadId),
    ports,
    'sources',
  );
  if (!leads.ok) return leads.refusal;
  return whatIsOpen('文稿里', await flagsInPaper(paper, ports), confirmed)?.refusal ?? null;
}

/** Takes an issued paper back. Its number stays and is never given again; its leads lie before nobody any more. */
export async function withdrawPaper(
  { reason, ...on }: InputOf<'panel.withdrawPaper'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> {
  const withdrawn = await changeStoredPaper(
    'withdrawPaper',
    on,
    () => done({ type: 'withdrawPaper', reason }),
    call,
  );
  const stored = withdrawn.ok ? await call.ports.papers.find(on.paperId) : null;
  if (stored !== null) await tellLeads(stored, call.ports);
  return withdrawn;
}

/** Says what became of one suggestion, with the reason; saying it again replaces it, the log keeps both. */
export const settleSuggestion = (
  { suggestionId, outcome, reason, ...on }: InputOf<'panel.settleSuggestion'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper(
    'settleSuggestion',
    on,
    () => done({ type: 'settleSuggestion', suggestionId, outcome, reason }),
    call,
  );
