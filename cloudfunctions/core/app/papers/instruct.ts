import type { InputOf } from '@contract/actions';
import type { PaperView } from '@contract/papers';
import { mayCorrect } from '../../domain/papers/instructions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';
import { changeStoredPaper, paperActor } from './change-stored';

/** Keeps a leader's instruction and begins its follow-up. A leader writes in their own name, staff in the one they give. */
export const recordInstruction = (
  { leader, office, givenOn, text, ...on }: InputOf<'panel.recordInstruction'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper(
    'recordInstruction',
    on,
    () => {
      const named = leaderNamed('recordInstruction', leader, call);
      if (!named.ok) return named;
      const id = `I${call.ports.digest(`instruction ${call.requestId}`).slice(0, 16)}`;
      return done({ type: 'recordInstruction', id, leader: named.value, office, givenOn, text });
    },
    call,
  );

/**
 * Puts right how an instruction was typed; the log keeps the old words and why. Staff correct any, a leader those written
 * in their own account. WRONG_STATE once its effect is written.
 */
export const correctInstruction = (
  { instructionId, leader, office, givenOn, text, reason, ...on }: InputOf<'panel.correctInstruction'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper(
    'correctInstruction',
    on,
    ({ paper }) => {
      const before = paper.instructions.find(({ id }) => id === instructionId);
      if (before === undefined) return refuse('NOT_FOUND', '没有这一条批示。');
      if (!mayCorrect(before, paperActor(call.caller, 'correctInstruction')))
        return refuse('FORBIDDEN', '这条批示不是您写的，请政协机关更正。');
      const named = leaderNamed('correctInstruction', leader, call);
      if (!named.ok) return named;
      const corrected = { leader: named.value, office, givenOn, text };
      return done({ type: 'correctInstruction', instructionId, ...corrected, reason });
    },
    call,
  );

/** In whose name the caller writes: a leader in their own, staff in the one they give. */
function leaderNamed(
  verb: 'recordInstruction' | 'correctInstruction',
  leader = '',
  { caller }: Call<OfficerCaller>,
): Result<string> {
  const { role, name } = paperActor(caller, verb);
  const named = role === 'leader' ? name : leader.trim();
  return named === '' ? refuse('INVALID_INPUT', '请写是哪位领导批示的。', { field: 'leader' }) : done(named);
}

/** Says what came of an instruction, which ends its follow-up. */
export const closeFollowUp = (
  { instructionId, effect, ...on }: InputOf<'panel.closeFollowUp'>,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> =>
  changeStoredPaper('closeFollowUp', on, () => done({ type: 'closeFollowUp', instructionId, effect }), call);
