import type { ReplyDoubt } from '@contract/replies';
import { REPLY_ADVICE } from '@shared/reply-check';

/** What may be wrong with the reply, calmly, and what would make it better. Read out when it appears. */
export function ReplyDoubts({ doubts }: { doubts: readonly ReplyDoubt[] }) {
  return (
    <div role="status" aria-live="polite">
      {doubts.length > 0 && (
        <div className="conflict">
          <p className="conflict__title">发之前再看一眼</p>
          <ul>
            {doubts.map(({ kind, sentence }) => (
              <li key={kind}>{sentence}</li>
            ))}
          </ul>
          <p>{REPLY_ADVICE}</p>
        </div>
      )}
    </div>
  );
}
