import type { Feedback } from '@contract/lead';
import { FEEDBACK_REASON_LABELS } from '@contract/labels-zh';

/** What a resident said of the result beside the rating: what was tapped, what was written, the thanks. */
export function sayFeedback({
  reasons = [],
  words,
  thanks,
}: Pick<Feedback, 'reasons' | 'words' | 'thanks'>): string {
  const tapped = reasons.map((reason) => FEEDBACK_REASON_LABELS[reason]).join('、');
  return (
    [tapped && `${tapped}。`, words, thanks && `感谢的话：${thanks}`].filter(Boolean).join('\n') || '没有另写'
  );
}
