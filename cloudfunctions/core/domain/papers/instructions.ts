import { dayInWords } from '../deadlines/day-in-words';
import { chinaDate, isDate } from '../deadlines/working-days';
import { done, refuse, type Refusal, type Result } from '../result';
import type { Instruction, Paper, PaperActor, PaperDeed } from './paper';

/** What an instruction says, and where from. */
type Wording = Pick<Instruction, 'leader' | 'office' | 'givenOn' | 'text'>;
export type InstructionCommand =
  | ({ type: 'recordInstruction'; id: string } & Wording)
  | ({ type: 'correctInstruction'; instructionId: string; reason: string } & Wording)
  | { type: 'closeFollowUp'; instructionId: string; effect: string };
type Of<Type extends InstructionCommand['type']> = Extract<InstructionCommand, { type: Type }>;

interface Doing {
  at: string;
  by: PaperActor;
}
type Change = Pick<Paper, 'instructions'> & Pick<PaperDeed, 'words' | 'inner'>;

/** Whether it is this person's to correct: any is staff's, a leader's are those they wrote themselves. */
export const mayCorrect = (
  { by }: Instruction,
  { role, accountId }: Pick<PaperActor, 'role' | 'accountId'>,
): boolean => role === 'staff' || (by.role === 'leader' && by.accountId === accountId);

/** The paper's instructions with one more. */
export function instruct(
  paper: Paper,
  { id, leader, office, givenOn, text }: Of<'recordInstruction'>,
  { at, by }: Doing,
): Result<Change> {
  const refusal = whyNotOn(givenOn, paper, at, '今天');
  if (refusal !== null) return refusal;
  const instruction = { id, leader, office, givenOn, text, by, at, effect: null };
  return done({ instructions: [...paper.instructions, instruction], words: nameOf(instruction) });
}

/**
 * The instruction as it should have been typed. Who wrote it, and when, stays; the half month counts from the corrected
 * day. The old words and the reason are for whoever reads instructions.
 */
export function correct(
  paper: Paper,
  { instructionId, leader, office, givenOn, text, reason }: Of<'correctInstruction'>,
  { at }: Doing,
): Result<Change> {
  const found = openOne(paper, instructionId);
  if (!found.ok) return found;
  const before = found.value;
  const refusal = whyNotOn(givenOn, paper, before.at, '登记那天');
  if (refusal !== null) return refusal;
  const isMoved = givenOn !== before.givenOn;
  const after: Instruction = {
    ...before,
    leader,
    office,
    givenOn,
    text,
    ...(isMoved ? { moved: { from: before.moved?.from ?? before.givenOn, at } } : {}),
  };
  const isSame = nameOf(after) === nameOf(before) && !isMoved && text === before.text;
  if (isSame) return refuse('INVALID_INPUT', '和原来一样，没有要更正的。');
  const was = `原${nameOf(before)}${dayInWords(before.givenOn, at)}：“${before.text}”`;
  return done({
    instructions: inPlaceOf(before, after, paper),
    words: nameOf(after),
    inner: `${was}（更正的原因：${reason}）`,
  });
}

/** The instruction with what came of it. */
export function closeFollowUp(
  paper: Paper,
  { instructionId, effect }: Of<'closeFollowUp'>,
  { at, by }: Doing,
): Result<Change> {
  const found = openOne(paper, instructionId);
  if (!found.ok) return found;
  const closed = { ...found.value, effect: { text: effect, at, by } };
  return done({ instructions: inPlaceOf(found.value, closed, paper), words: closed.leader });
}

const nameOf = ({ leader, office }: Wording): string => `${leader}（${office}）`;

const inPlaceOf = (before: Instruction, after: Instruction, { instructions }: Paper): Instruction[] =>
  instructions.map((one) => (one === before ? after : one));

function openOne({ instructions }: Paper, instructionId: string): Result<Instruction> {
  const instruction = instructions.find(({ id }) => id === instructionId);
  if (instruction === undefined) return refuse('NOT_FOUND', '没有这一条批示。');
  return instruction.effect === null
    ? done(instruction)
    : refuse('WRONG_STATE', '这条批示的落实情况已经登记过了。');
}

/** An instruction is given on a paper that was issued, and before it is recorded; null where the day is neither. */
function whyNotOn(
  givenOn: string,
  { issuedAt }: Paper,
  recordedAt: string,
  recordedOn: string,
): { ok: false; refusal: Refusal } | null {
  const field = 'givenOn';
  if (!isDate(givenOn) || givenOn > chinaDate(recordedAt))
    return refuse('INVALID_INPUT', `批示的日子不能在${recordedOn}以后。`, { field });
  if (issuedAt !== null && givenOn < chinaDate(issuedAt))
    return refuse('INVALID_INPUT', '批示的日子不能早于印发的日子。', { field });
  return null;
}
