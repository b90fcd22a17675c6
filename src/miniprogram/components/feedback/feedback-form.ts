import type { CommandInputs } from '@contract/commands';
import { REASONS_WHEN_FIXED, REASONS_WHEN_NOT_FIXED, type FeedbackReason } from '@contract/lead';

/** What the page holds while the resident is answering; photos are kept beside it. */
export interface FeedbackDraft {
  fixed: boolean | null;
  stars: number | null;
  reasons: FeedbackReason[];
  words: string;
  thanks: string;
}

export const EMPTY_FEEDBACK: FeedbackDraft = { fixed: null, stars: null, reasons: [], words: '', thanks: '' };

/** A few photos tell how it looks now. */
export const FEEDBACK_PHOTOS_MAX = 3;
export const THANKS_MAX = 200;

/** The reasons that can be tapped for this answer. */
export const reasonsFor = (fixed: boolean): readonly FeedbackReason[] =>
  fixed ? REASONS_WHEN_FIXED : REASONS_WHEN_NOT_FIXED;

/** The draft with a reason tapped, or no longer. */
export function withReason(draft: FeedbackDraft, reason: FeedbackReason): FeedbackDraft {
  const reasons = draft.reasons.includes(reason)
    ? draft.reasons.filter((each) => each !== reason)
    : [...draft.reasons, reason];
  return { ...draft, reasons };
}

type CheckedFeedback =
  { ok: true; input: Omit<CommandInputs['giveFeedback'], 'evidence'> } | { ok: false; problem: string };

/** The answer to send; refuses when "fixed or not" or the rating is missing, and a "not fixed" without any reason. */
export function checkFeedback({ fixed, stars, reasons, words, thanks }: FeedbackDraft): CheckedFeedback {
  const said = words.trim();
  if (fixed === null) return { ok: false, problem: '请先选：解决了，还是没有解决。' };
  if (stars === null) return { ok: false, problem: '请选一下满意不满意。' };
  // What was tapped before the answer was changed belongs to the other answer.
  const fitting = reasons.filter((reason) => reasonsFor(fixed).includes(reason));
  if (!fixed && said === '' && fitting.length === 0)
    return { ok: false, problem: '请点一个原因，或者写一句哪里还没好，我们好接着办。' };
  return {
    ok: true,
    input: {
      fixed,
      stars,
      ...(fitting.length > 0 ? { reasons: fitting } : {}),
      ...(said ? { words: said } : {}),
      ...(fixed && thanks.trim() ? { thanks: thanks.trim() } : {}),
    },
  };
}
