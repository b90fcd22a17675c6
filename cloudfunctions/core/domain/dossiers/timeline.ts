import { REPORT_KIND_LABELS, SUGGESTION_OUTCOME_LABELS } from '@contract/labels-zh';
import { DOSSIER_ENTRY_KINDS, type DossierEntry, type DossierEntryKind } from '@contract/dossiers';
import type { County } from '../county';
import { closeOfDay } from '../deadlines/working-days';
import type { LeadEvent, LeadEventType } from '../lead/events';
import { storyFor } from '../lead/story';
import { organOf, signOf, type Paper } from '../papers/paper';
import { deIdentify } from '../publication/de-identify';
import type { KnownPerson } from '../publication/find-identifiers';

/** As much of a lead as a dossier tells. */
export interface ToldLead {
  id: string;
  number: string;
  text: string;
  known: readonly KnownPerson[];
  events: readonly LeadEvent[];
}

/** Which turns of a lead's story belong into a dossier; what was reported is told by the paper itself. */
const KINDS: Partial<Record<LeadEventType, DossierEntryKind>> = {
  LeadSubmitted: 'lead',
  LeadAdopted: 'decision',
  LeadDeclined: 'decision',
  ConsultationHeld: 'session',
  LeadHandedOver: 'handOver',
  OutcomePromised: 'handOver',
  LeadResolved: 'outcome',
  LeadFoundUnresolvable: 'outcome',
  LeadReopened: 'outcome',
  FeedbackGiven: 'outcome',
};

const EXCERPT = 160;

/**
 * Everything that happened to the leads and their papers, in one order that is the same whenever it is read: by the moment,
 * then by the kind, then by the part. Told as leaders read it, without what may tell who a resident is.
 */
export function timelineOf(
  leads: readonly ToldLead[],
  papers: readonly Paper[],
  county: County,
): DossierEntry[] {
  const entries = [
    ...leads.flatMap((lead) => entriesOfLead(lead, county)),
    ...papers.flatMap((paper) => entriesOfPaper(paper, county)),
  ];
  const rank = ({ at, kind, part }: DossierEntry): string =>
    `${at}#${String(DOSSIER_ENTRY_KINDS.indexOf(kind)).padStart(2, '0')}#${part.id}`;
  return entries
    .map((entry, index) => ({ entry, key: `${rank(entry)}#${String(index).padStart(5, '0')}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function entriesOfLead({ id, number, text, known, events }: ToldLead, county: County): DossierEntry[] {
  const part = { kind: 'lead' as const, id, number };
  return events.flatMap((event): DossierEntry[] => {
    const kind = KINDS[event.type];
    const [line] = storyFor('leader', [event], county);
    if (kind === undefined || line === undefined) return [];
    const words = event.type === 'LeadSubmitted' ? shorten(text) : line.text;
    return [{ at: event.at, kind, part, text: deIdentify(words, known) }];
  });
}

const shorten = (text: string): string => {
  const plain = text.replace(/\s+/gu, '');
  return plain.length <= EXCERPT ? plain : `${plain.slice(0, EXCERPT)}…`;
};

function entriesOfPaper(paper: Paper, county: County): DossierEntry[] {
  if (paper.number === null || paper.issuedAt === null) return [];
  const sign = signOf(organOf(county.name).mark, paper.number);
  const part = { kind: 'paper' as const, id: paper.id, number: sign };
  const entry = (at: string, kind: DossierEntryKind, text: string): DossierEntry => ({
    at,
    kind,
    part,
    text,
  });
  const places = new Map(paper.text.suggestions.map(({ id }, index) => [id, index + 1]));
  return [
    entry(
      paper.issuedAt,
      'paper',
      `以${REPORT_KIND_LABELS[paper.kind]}《${paper.text.title}》（${sign}）报送${paper.text.addressee}。`,
    ),
    ...paper.instructions.flatMap((one) => [
      entry(closeOfDay(one.givenOn), 'instruction', `${one.leader}（${one.office}）对${sign}作出批示。`),
      ...(one.effect ? [entry(one.effect.at, 'effect', `批示落实：${one.effect.text}`)] : []),
    ]),
    ...paper.results.map(({ at, suggestionId, outcome, reason }) =>
      entry(
        at,
        'suggestion',
        `${sign}第 ${places.get(suggestionId) ?? ''} 条建议${SUGGESTION_OUTCOME_LABELS[outcome]}：${reason}`,
      ),
    ),
    ...(paper.withdrawn
      ? [entry(paper.withdrawn.at, 'paper', `${sign}作废：${paper.withdrawn.reason}`)]
      : []),
  ];
}
