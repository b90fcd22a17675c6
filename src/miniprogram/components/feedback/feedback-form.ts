import type { CommandInputs } from '@contract/commands';
import type { TrackedLeadView } from '@contract/lead-views';
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

/** What is asked about an answer: whether it is fixed, or, where it cannot be done yet, whether one agrees with that. */
export const ASKS = {
  done: {
    button: '说说解决了没有',
    title: '您看，解决了吗？',
    label: '解决了吗',
    yes: { name: '解决了', text: '问题已经好了。' },
    no: { name: '还没有解决', text: '我们会重新办，不用您再报一遍。' },
    why: '哪里还没好？',
    missing: '请先选：解决了，还是没有解决。',
  },
  notYet: {
    button: '我有话要说',
    title: '眼下还办不了，您同意吗？',
    label: '同意吗',
    yes: { name: '同意', text: '先这样，这件事就不再等了。' },
    no: { name: '不同意', text: '我们会重新办，不用您再报一遍。' },
    why: '您为什么不同意？',
    missing: '请先选：同意，还是不同意。',
  },
} as const;
export type Asked = keyof typeof ASKS;

/** Which of the two the answer on the table wants to be asked. */
export const askedOf = ({ outcome }: Pick<TrackedLeadView, 'outcome'>): Asked =>
  outcome?.kind === 'unresolvable' ? 'notYet' : 'done';

/** What follows a no: done anew the first time; later somebody goes to look before it is. */
export const afterNo = ({ timeline }: Pick<TrackedLeadView, 'timeline'>, asked: Asked): string =>
  timeline.some(({ event }) => event === 'LeadReopened')
    ? '县政协会再去看一看，给您回音，不用您再报一遍。'
    : ASKS[asked].no.text;

/** What is said of the matter once the answer is in. */
export function saidAfter(fixed: boolean, { status }: Pick<TrackedLeadView, 'status'>): string {
  if (fixed) return '有您的话，这件事才算真的办完。';
  return status === 'reopened'
    ? '我们会重新办，进展还在这里告诉您。'
    : '县政协会再去看一看，结果还在这里告诉您。';
}

/** A few photos tell how it looks now. */
export const FEEDBACK_PHOTOS_MAX = 3;
export const THANKS_MAX = 200;

/** The reasons that can be tapped for this answer; they speak of work, so there are none where nothing could be done. */
export const reasonsFor = (fixed: boolean, asked: Asked): readonly FeedbackReason[] =>
  asked === 'notYet' ? [] : fixed ? REASONS_WHEN_FIXED : REASONS_WHEN_NOT_FIXED;

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
export function checkFeedback(
  { fixed, stars, reasons, words, thanks }: FeedbackDraft,
  asked: Asked = 'done',
): CheckedFeedback {
  const said = words.trim();
  if (fixed === null) return { ok: false, problem: ASKS[asked].missing };
  if (stars === null) return { ok: false, problem: '请选一下满意不满意。' };
  // What was tapped before the answer was changed belongs to the other answer.
  const fitting = reasons.filter((reason) => reasonsFor(fixed, asked).includes(reason));
  if (!fixed && said === '' && fitting.length === 0)
    return {
      ok: false,
      problem:
        asked === 'done'
          ? '请点一个原因，或者写一句哪里还没好，我们好接着办。'
          : '请写一句为什么不同意，我们好重新办。',
    };
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
