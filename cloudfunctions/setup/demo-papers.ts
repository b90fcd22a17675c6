import type { ReportKind } from '@contract/lead';
import type { PaperText, SuggestionOutcome } from '@contract/papers';
import { chinaDate } from '../core/domain/deadlines/working-days';
import { changePaper, type PaperCommand } from '../core/domain/papers/change-paper';
import { peopleIn } from '../core/domain/lead/lead';
import { composeDraft } from '../core/domain/papers/compose-draft';
import { organOf, signOf, type Paper, type PaperActor } from '../core/domain/papers/paper';
import { writeOf } from '../core/app/papers/paper-index';
import type { LeadWrite, Ports } from '../core/app/ports';
import type { County } from '../core/domain/county';
import content from './content/demo-papers.json';
import type { Step } from './demo-history';

/** A demonstration paper as it is written down; days count from its issue, or from today. */
interface PaperContent {
  key: string;
  kind: ReportKind;
  leads: string[];
  /** null: still a draft, composed from its leads. */
  issuedDaysAgo: number | null;
  title: string;
  body: string;
  suggestions: string[];
  reason: string;
  copyTo: string;
  withdrawn?: [reason: string, afterDays: number];
  results?: [outcome: SuggestionOutcome, reason: string, afterDays: number][];
  instructions?: {
    leader: string;
    office: string;
    afterDays: number;
    text: string;
    effect?: string;
    effectAfterDays?: number;
  }[];
}
const PAPERS = content as unknown as PaperContent[];

interface DemoPapersContext {
  county: County;
  clerk: PaperActor;
  now: number;
  digest(text: string): string;
  /** A lead's id and number by its key. */
  leadOf(key: string): { leadId: string; number: string };
}
/** An issued paper with all that happened to it, in the order of the series. */
export interface DemoPaper {
  content: PaperContent;
  draft: Paper;
  issued: Paper;
  last: Paper;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The demonstration's issued papers: each step by the same rules as in service, numbers without a gap in every year. */
export function demoPapers(context: DemoPapersContext): DemoPaper[] {
  const places = new Map<number, number>();
  return PAPERS.filter(({ issuedDaysAgo }) => issuedDaysAgo !== null)
    .sort((one, other) => (other.issuedDaysAgo ?? 0) - (one.issuedDaysAgo ?? 0))
    .map((paper) => {
      const year = Number(chinaDate(momentOf(paper, 0, context)).slice(0, 4));
      const place = (places.get(year) ?? 0) + 1;
      places.set(year, place);
      return tellPaper(paper, { year, place }, context);
    });
}

/** Ten in the morning in China, so many days after the issue, never later than an hour ago. */
function momentOf({ issuedDaysAgo }: PaperContent, after: number, { now }: DemoPapersContext): string {
  const day = chinaDate(new Date(now - ((issuedDaysAgo ?? 0) - after) * DAY_MS).toISOString());
  return new Date(Math.min(Date.parse(`${day}T10:00:00+08:00`), now - 60 * 60_000)).toISOString();
}

function tellPaper(
  paper: PaperContent,
  number: { year: number; place: number },
  context: DemoPapersContext,
): DemoPaper {
  const { mark } = organOf(context.county.name);
  const { key, results = [], instructions = [], withdrawn } = paper;
  const draft = draftOf(paper, textOf(paper, context.county), context);
  const does = (state: Paper, command: PaperCommand, after: number): Paper => {
    const requestId = `demo-${key}-${state.log.length}`;
    const at = momentOf(paper, after, context);
    const changed = changePaper(state, command, { at, by: context.clerk, requestId, fingerprint: '' });
    if (!changed.ok)
      throw new Error(`${key} ${command.type}: ${changed.refusal.message ?? changed.refusal.code}`);
    return changed.value;
  };
  const issued = does(draft, { type: 'issuePaper', number, mark }, 0);
  const happened: [after: number, command: PaperCommand][] = [
    ...results.map(([outcome, reason, after], index): [number, PaperCommand] => [
      after,
      { type: 'settleSuggestion', suggestionId: `s${index + 1}`, outcome, reason },
    ]),
    ...instructions.flatMap(({ leader, office, afterDays, text, effect, effectAfterDays = 0 }, index) => {
      const id = `I-${key}-${index}`;
      const givenOn = chinaDate(momentOf(paper, afterDays, context));
      const given: PaperCommand = { type: 'recordInstruction', id, leader, office, givenOn, text };
      const closed: PaperCommand = { type: 'closeFollowUp', instructionId: id, effect: effect ?? '' };
      const steps: [number, PaperCommand][] = [[afterDays, given]];
      return effect === undefined
        ? steps
        : [...steps, [afterDays + effectAfterDays, closed] as [number, PaperCommand]];
    }),
    ...(withdrawn
      ? [[withdrawn[1], { type: 'withdrawPaper', reason: withdrawn[0] }] as [number, PaperCommand]]
      : []),
  ];
  const last = happened
    .sort(([one], [other]) => one - other)
    .reduce((state, [after, command]) => does(state, command, after), issued);
  // Its leads have heard of it: their own histories tell it.
  return { content: paper, draft, issued, last: { ...last, untold: [] } };
}

const idOf = (key: string, { digest }: Pick<DemoPapersContext, 'digest'>): string =>
  `P${digest(`demo paper ${key}`).slice(0, 24)}`;

function draftOf(paper: PaperContent, text: PaperText, context: DemoPapersContext): Paper {
  const at = momentOf(paper, -1, context);
  const leads = paper.leads.map(context.leadOf);
  return {
    id: idOf(paper.key, context),
    kind: paper.kind,
    state: 'draft',
    text,
    sources: leads.map((lead, index) => ({ ...lead, reason: index === 0 ? '' : paper.reason })),
    createdAt: at,
    number: null,
    issuedAt: null,
    withdrawn: null,
    results: [],
    instructions: [],
    log: [
      {
        at,
        by: context.clerk,
        deed: 'startPaper',
        words: leads.map(({ number }) => number).join('、'),
        requestId: `demo-${paper.key}`,
        fingerprint: '',
      },
    ],
    untold: [],
  };
}

const textOf = ({ title, body, copyTo, suggestions }: PaperContent, county: County): PaperText => ({
  title,
  addressee: '县委、县政府',
  copyTo,
  body,
  suggestions: suggestions.map((text, index) => ({ id: `s${index + 1}`, text })),
  signer: county.leadership.chair?.name ?? '主席',
});

/** What a lead's own log says of the papers that stand on it. */
export function paperSteps(
  key: string,
  papers: readonly DemoPaper[],
  clerk: Step['by'],
  county: County,
): { at: string; step: Step }[] {
  return papers
    .filter(({ content: { leads } }) => leads.includes(key))
    .flatMap(({ issued: { id: paperId, kind, text, number, issuedAt }, last: { withdrawn } }) => {
      const sign = number === null ? '' : signOf(organOf(county.name).mark, number);
      const up = {
        type: 'reportUp' as const,
        kind,
        title: text.title,
        recipient: text.addressee,
        paperId,
        sign,
      };
      const back = { type: 'withdrawReport' as const, paperId, sign, reason: withdrawn?.reason ?? '' };
      const step = (command: Step['command']): Step => ({ command, by: clerk, day: 0 });
      const reported = { at: issuedAt ?? '', step: step(up) };
      return withdrawn === null ? [reported] : [reported, { at: withdrawn.at, step: step(back) }];
    });
}

/** One issue followed over the seasons: the road to the mountain, from the first complaint to what the leaders wrote. */
const DOSSIER = { title: '白云山旺季交通和停车', leads: ['L137', 'L138'] };

/** Puts the demonstration's dossier in place; what is there stays. */
export async function writeDemoDossier(context: DemoPapersContext, ports: Ports): Promise<void> {
  const at = new Date(context.now - 60 * 60_000).toISOString();
  const leads = DOSSIER.leads.map((key) => ({ ...context.leadOf(key), reason: '', at }));
  const { accountId, name } = context.clerk;
  const words = leads.map(({ number }) => number).join('、');
  const line = { at, accountId, name, words, requestId: 'demo-dossier', fingerprint: '' };
  const id = `D${context.digest('demo dossier').slice(0, 24)}`;
  await ports.dossiers.insert({
    id,
    title: DOSSIER.title,
    leads,
    removed: [],
    startedAt: at,
    changedAt: at,
    log: [line],
  });
}

/** Puts the papers where the functions read them, taking each number from the series as the panel does. */
export async function writeDemoPapers(
  papers: readonly DemoPaper[],
  leads: readonly LeadWrite[],
  context: DemoPapersContext,
  ports: Ports,
): Promise<number> {
  const { county } = context;
  for (const { draft, issued, last } of papers) {
    if (!(await ports.papers.insert(writeOf(draft, [], county)))) continue;
    const { year = 0, place = 0 } = issued.number ?? {};
    const outcome = await ports.papers.issue(draft.id, 1, year, (taken) => {
      if (taken !== place) throw new Error(`the series of ${year} stands at ${taken}, not at ${place}`);
      return writeOf(issued, [], county);
    });
    if (outcome !== 'issued') throw new Error(`${draft.id}: ${outcome}`);
    await ports.papers.save(writeOf(last, [], county), 2);
  }
  const drafts = PAPERS.filter(({ issuedDaysAgo }) => issuedDaysAgo === null);
  for (const draft of drafts) {
    const text = composeDraft(draft.kind, matterOf(draft, leads, context), county);
    await ports.papers.insert(writeOf(draftOf(draft, text, context), [], county));
  }
  return papers.length + drafts.length;
}

function matterOf({ leads: keys }: PaperContent, leads: readonly LeadWrite[], context: DemoPapersContext) {
  const ids = new Set(keys.map((key) => context.leadOf(key).leadId));
  const sources = leads.filter(({ record }) => ids.has(record.lead.id));
  return {
    sources: sources.map(({ record: { lead, content: words } }) => ({
      lead,
      text: words.text,
      known: peopleIn(words),
    })),
    people: sources.reduce(
      (sum, { record }) => sum + 1 + record.followers.length + record.cosigners.length,
      0,
    ),
    issueTitle: null,
  };
}
