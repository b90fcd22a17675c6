import type { OutputOf, InputOf } from '@contract/actions';
import { PAPERS_PAGE_SIZE, type PaperFigures, type PaperFilter, type PaperItem } from '@contract/papers';
import type { PaperRow } from './paper-ports';
import { chinaDate } from '../../domain/deadlines/working-days';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { itemOf, presentPaper, readerOf } from './present-paper';
import { NO_PAPER } from './change-stored';

/**
 * The papers of a year with its figures, counted from the very rows that the list shows. Two database calls, however the
 * list is cut. FORBIDDEN for whoever reads no papers; drafts are shown to the desk alone.
 */
export async function listPapers(
  { cursor, ...filter }: InputOf<'panel.listPapers'>,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listPapers'>>> {
  const reader = readerOf(caller.account.grants);
  if (reader === null) return refuse('FORBIDDEN');
  const at = ports.clock.now();
  const thisYear = Number(chinaDate(at).slice(0, 4));
  const year = filter.year ?? thisYear;
  const [all, years, county] = await Promise.all([
    ports.papers.listYear(year),
    ports.papers.listYears(),
    ports.county(),
  ]);
  const rows = all.filter(({ state }) => reader === 'desk' || state !== 'draft');
  const items = rows.map((row) => itemOf(row, at, county));
  const shown = items.filter((item) => isWanted(item, filter));
  const start = Number(cursor ?? '0') || 0;
  const end = start + PAPERS_PAGE_SIZE;
  return done({
    items: shown.slice(start, end),
    total: shown.length,
    nextCursor: end < shown.length ? String(end) : null,
    year,
    years: [...new Set([thisYear, ...years, year])].sort((a, b) => b - a),
    figures: figuresOf(rows, items),
  });
}

function isWanted(item: PaperItem, { kind, state, followUp, suggesting, words }: PaperFilter): boolean {
  if (kind !== undefined && item.kind !== kind) return false;
  if (state !== undefined && item.state !== state) return false;
  if (suggesting === true && item.suggestions === 0) return false;
  if (followUp === 'any' && item.instructions === 0) return false;
  if (followUp === 'open' && item.openFollowUps === 0) return false;
  if (followUp === 'late' && item.lateFollowUps === 0) return false;
  if (followUp === 'closed' && (item.instructions === 0 || item.openFollowUps > 0)) return false;
  const wanted = (words ?? '').replace(/\s/gu, '').toLowerCase();
  const written = `${item.title}${item.sign}${item.number === null ? '' : `第${item.number}号`}`;
  return wanted === '' || written.replace(/\s/gu, '').toLowerCase().includes(wanted);
}

/**
 * Withdrawn papers keep their number and count as withdrawn. What followed from their suggestions is no longer counted;
 * what leaders wrote on them is, as it stays to be done.
 */
function figuresOf(rows: readonly PaperRow[], items: readonly PaperItem[]): PaperFigures {
  const count = (state: PaperItem['state']): number => items.filter((item) => item.state === state).length;
  const issued = items.filter(({ state }) => state === 'issued');
  type Count = (item: PaperItem) => number;
  const sum = (of: Count, among = items): number => among.reduce((all, item) => all + of(item), 0);
  const papersWith = (of: Count, among = items): number => among.filter((item) => of(item) > 0).length;
  const outcomes = rows.filter(({ state }) => state === 'issued').flatMap((row) => row.outcomes);
  const settled = (wanted: (typeof outcomes)[number]): number =>
    outcomes.filter((outcome) => outcome === wanted).length;
  return {
    drafts: count('draft'),
    issued: count('issued'),
    withdrawn: count('withdrawn'),
    instructed: papersWith(({ instructions }) => instructions),
    followedUp: papersWith(({ openFollowUps }) => openFollowUps),
    late: papersWith(({ lateFollowUps }) => lateFollowUps),
    suggesting: papersWith(({ suggestions }) => suggestions, issued),
    instructions: sum(({ instructions }) => instructions),
    openFollowUps: sum(({ openFollowUps }) => openFollowUps),
    lateFollowUps: sum(({ lateFollowUps }) => lateFollowUps),
    suggestions: sum(({ suggestions }) => suggestions, issued),
    adopted: settled('adopted'),
    partly: settled('partly'),
    notAdopted: settled('notAdopted'),
  };
}

/** The papers that stand on a lead, newest first. FORBIDDEN for whoever reads no papers. */
export async function listPapersOfLead(
  { leadId }: { leadId: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<{ items: PaperItem[] }>> {
  const reader = readerOf(caller.account.grants);
  if (reader === null) return refuse('FORBIDDEN');
  const [rows, county] = await Promise.all([ports.papers.listByLeads([leadId]), ports.county()]);
  const at = ports.clock.now();
  const items = rows
    .filter(({ state }) => reader === 'desk' || state !== 'draft')
    .map((row) => itemOf(row, at, county))
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  return done({ items });
}

/** One paper, as far as the caller may read it. */
export async function getPaper(
  { paperId }: { paperId: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getPaper'>>> {
  if (readerOf(caller.account.grants) === null) return refuse('FORBIDDEN');
  const stored = await ports.papers.find(paperId);
  return stored === null ? refuse('NOT_FOUND', NO_PAPER) : presentPaper(stored, caller.account, ports);
}
