import { alarmsOfPaper } from '../../domain/papers/follow-up';
import type { Paper } from '../../domain/papers/paper';
import { chinaDate } from '../../domain/deadlines/working-days';
import type { County } from '../../domain/county';
import { calendarOf } from '../lead/record';
import type { PaperIndex, PaperRow, PaperWrite } from './paper-ports';

/** The paper with what it is found by. */
export const writeOf = (paper: Paper, told: readonly string[], county: County): PaperWrite => ({
  paper,
  index: indexOfPaper(paper, told, county),
});

/** The moment of the next alarm nobody was told of; null when there is none. */
export function nextAlarmOf(paper: Paper, told: readonly string[], county: County): string | null {
  const alarms = alarmsOfPaper(paper, county.policy.remindBefore, calendarOf(county));
  return alarms.find(({ key }) => !told.includes(key))?.at ?? null;
}

function indexOfPaper(paper: Paper, told: readonly string[], county: County): PaperIndex {
  return {
    year: paper.number?.year ?? Number(chinaDate(paper.createdAt).slice(0, 4)),
    order: paper.number === null ? `d${paper.createdAt}` : `c${String(paper.number.place).padStart(6, '0')}`,
    leadIds: paper.sources.map(({ leadId }) => leadId),
    nextDueAt: nextAlarmOf(paper, told, county),
    untoldSince: paper.untold.length > 0 ? (paper.withdrawn?.at ?? paper.issuedAt) : null,
    row: rowOf(paper),
  };
}

const rowOf = (paper: Paper): PaperRow => ({
  id: paper.id,
  kind: paper.kind,
  state: paper.state,
  title: paper.text.title,
  number: paper.number,
  createdAt: paper.createdAt,
  issuedAt: paper.issuedAt,
  leadIds: paper.sources.map(({ leadId }) => leadId),
  suggestions: paper.text.suggestions.length,
  outcomes: paper.results.map(({ outcome }) => outcome),
  followUps: paper.instructions.map(({ givenOn, effect }) => ({ givenOn, isClosed: effect !== null })),
});
