/** What the page holds while the resident is answering. */
export interface FeedbackDraft {
  fixed: boolean | null;
  stars: number | null;
  words: string;
}

export const STAR_WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

type CheckedFeedback =
  { ok: true; input: { fixed: boolean; stars: number; words?: string } } | { ok: false; problem: string };

/** The answer to send; refuses when "fixed or not" or the rating is missing, and a "not fixed" without words. */
export function checkFeedback({ fixed, stars, words }: FeedbackDraft): CheckedFeedback {
  const said = words.trim();
  if (fixed === null) return { ok: false, problem: '请先选：解决了，还是没有解决。' };
  if (stars === null) return { ok: false, problem: '请选一下满意不满意。' };
  if (!fixed && said === '') return { ok: false, problem: '请写一句哪里还没好，我们好接着办。' };
  return { ok: true, input: { fixed, stars, ...(said ? { words: said } : {}) } };
}
