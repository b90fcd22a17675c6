import { STATUS_LABELS } from '@contract/labels-zh';
import type { LeadStatus } from '@contract/lead';
import { toneOf } from '@shared/presenters';
import './status-badge.css';

/** The status of a lead as a word with its tone; the tone is never told by colour alone. */
export function StatusBadge({ status, large = false }: { status: LeadStatus; large?: boolean }) {
  const tone = toneOf(status);
  return (
    <span className={`status-badge status-badge--${tone}${large ? ' status-badge--large' : ''}`}>
      <span className="status-badge__dot" aria-hidden="true" />
      {STATUS_LABELS[status]}
    </span>
  );
}
