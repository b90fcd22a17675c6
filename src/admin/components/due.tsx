import { DEADLINE_LABELS } from '@contract/labels-zh';
import type { Deadline } from '@contract/lead';
import { daysBetween, sayDay } from '@shared/dates';
import { isLate, sayDue } from '@shared/presenters';
import './due.css';

/** The running deadline of a lead; late ones in cinnabar with a mark, soon ones in ochre. */
export function Due({
  deadline,
  overdue,
  now,
}: {
  deadline: Deadline | null;
  overdue: boolean;
  now: string;
}) {
  if (!deadline) return <span className="quiet">—</span>;
  const isSoon = daysBetween(now, deadline.dueAt) <= 1;
  const tone = isLate(deadline, overdue, now) ? 'late' : isSoon ? 'soon' : 'calm';
  return (
    <span className={`due due--${tone}`}>
      <strong className="due__left">{sayDue(deadline, overdue, now)}</strong>
      <span className="due__day">
        {DEADLINE_LABELS[deadline.kind]} {sayDay(deadline.dueAt, now)}
      </span>
    </span>
  );
}
