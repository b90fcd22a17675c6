import type { Grant } from '@contract/directory';
import { ROLE_LABELS } from '@contract/labels-zh';
import { PAPER_COMMANDS, type InstructionView, type PaperItem, type PaperView } from '@contract/papers';
import type { WorkingCalendar } from '../../domain/deadlines/working-days';
import { isPossible } from '../../domain/papers/change-paper';
import { mayCorrect } from '../../domain/papers/instructions';
import { followUpDueAt, followUpState } from '../../domain/papers/follow-up';
import { organOf, signOf, type Instruction, type Paper, type PaperDeed } from '../../domain/papers/paper';
import { chinaDate } from '../../domain/deadlines/working-days';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { County } from '../../domain/county';
import { calendarOf } from '../lead/record';
import type { Account, Ports } from '../ports';
import { writeOf } from './paper-index';
import type { PaperRow, StoredPaper } from './paper-ports';

/** As whom somebody reads papers: the desk reads drafts, leaders read instructions too, administrators neither. */
export type PaperReader = 'desk' | 'leader' | 'administrator';

/** As whom these grants let somebody read papers; null: not at all. */
export function readerOf(grants: readonly Grant[]): PaperReader | null {
  const roles = grants.map(({ role }) => role);
  if (grantFor(grants, 'getPaper', null) === null) return null;
  if (roles.includes('staff')) return 'desk';
  return roles.includes('leader') ? 'leader' : 'administrator';
}

/** A row as a list shows it at this moment. */
export function itemOf(row: PaperRow, at: string, county: County): PaperItem {
  const calendar = calendarOf(county);
  const states = row.followUps.map(({ givenOn, isClosed }) =>
    followUpState({ givenOn, effect: isClosed ? CLOSED : null }, at, calendar),
  );
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    year: row.number?.year ?? Number(chinaDate(row.createdAt).slice(0, 4)),
    number: row.number?.place ?? null,
    sign: row.number === null ? '' : signOf(organOf(county.name).mark, row.number),
    at: row.issuedAt ?? row.createdAt,
    leads: row.leadIds.length,
    suggestions: row.suggestions,
    settled: row.outcomes.length,
    instructions: row.followUps.length,
    openFollowUps: states.filter((state) => state !== 'closed').length,
    lateFollowUps: states.filter((state) => state === 'late').length,
  };
}
/** Whether there is an effect is all that a row knows of it. */
const CLOSED: NonNullable<Instruction['effect']> = {
  text: '',
  at: '',
  by: { accountId: '', name: '', role: 'staff' },
};

/** The whole paper as this account may read it; NOT_FOUND where it may not. */
export async function presentPaper(
  { paper, version, told }: StoredPaper,
  account: Account,
  ports: Ports,
): Promise<Result<PaperView>> {
  const { grants } = account;
  const reader = readerOf(grants);
  if (reader === null || (paper.state === 'draft' && reader !== 'desk')) return refuse('NOT_FOUND');
  const county = await ports.county();
  const calendar = calendarOf(county);
  const at = ports.clock.now();
  const isCorrectable = (one: Instruction): boolean => {
    const role = grantFor(grants, 'correctInstruction', null)?.role;
    return role !== undefined && one.effect === null && mayCorrect(one, { role, accountId: account.id });
  };
  return done({
    ...itemOf(writeOf(paper, told, county).index.row, at, county),
    version,
    text: paper.text,
    organ: organOf(county.name).organ,
    sources: paper.sources,
    issuedOn: paper.issuedAt === null ? null : chinaDate(paper.issuedAt),
    withdrawn: paper.withdrawn,
    results: paper.results,
    instructionList: paper.instructions.map((one) => ({
      ...instructionFor(reader, one, at, calendar),
      isCorrectable: isCorrectable(one),
    })),
    history: paper.log.map((deed) => lineFor(reader, deed)),
    allowed: ([...PAPER_COMMANDS, 'startPaper'] as const).filter(
      (command) =>
        grantFor(grants, command, null) !== null &&
        isPossible(paper, command) &&
        (command !== 'correctInstruction' || paper.instructions.some(isCorrectable)),
    ),
  });
}

function instructionFor(
  reader: PaperReader,
  { id, leader, office, givenOn, text, effect }: Paper['instructions'][number],
  at: string,
  calendar: WorkingCalendar,
): Omit<InstructionView, 'isCorrectable'> {
  return {
    id,
    leader,
    office,
    givenOn,
    ...(reader === 'administrator' ? {} : { text }),
    dueAt: followUpDueAt(givenOn, calendar),
    state: followUpState({ givenOn, effect }, at, calendar),
    effect: effect && { text: effect.text, at: effect.at },
  };
}

const DEEDS: Record<string, string> = {
  startPaper: '从线索写成草稿',
  savePaper: '改了文字',
  addPaperSource: '加上线索',
  removePaperSource: '移出线索',
  issuePaper: '印发',
  withdrawPaper: '作废',
  settleSuggestion: '登记建议采纳情况',
  recordInstruction: '登记批示',
  correctInstruction: '更正批示',
  closeFollowUp: '登记批示落实情况',
};

/** Leaders read which side acted, the desk reads who; administrators no words of an instruction. */
function lineFor(
  reader: PaperReader,
  { at, by, deed, words, inner = words }: PaperDeed,
): PaperView['history'][number] {
  const side = by.role === 'staff' ? '县政协' : ROLE_LABELS[by.role];
  const what = DEEDS[deed] ?? deed;
  const said = reader === 'administrator' ? words : inner;
  return {
    at,
    by: reader === 'desk' ? `${by.name}（${ROLE_LABELS[by.role]}）` : side,
    text: said === '' ? `${what}。` : `${what}：${said}`,
  };
}
