import { DEADLINE_LABELS } from '@contract/labels-zh';
import type { Deadline } from '@contract/lead';
import { daysBetween, sayDay } from '@shared/dates';
import './due.css';

/** What the clock says to an officer: 「3天后到期」, 「今天到期」, 「已超3天」. */
export function sayDue(deadline: Deadline, overdue: boolean, now: string): string {
  const days = daysBetween(now, deadline.dueAt);
  if (overdue || deadline.dueAt <= now) return days < 0 ? `已超${-days}天` : '已经超期';
  if (days === 0) return '今天到期';
  return days === 1 ? '明天到期' : `还有${days}天`;
}

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
  const isLate = overdue || deadline.dueAt <= now;
  const isSoon = daysBetween(now, deadline.dueAt) <= 1;
  const tone = isLate ? 'late' : isSoon ? 'soon' : 'calm';
  return (
    <span className={`due due--${tone}`}>
      <strong className="due__left">{sayDue(deadline, overdue, now)}</strong>
      <span className="due__day">
        {DEADLINE_LABELS[deadline.kind]} {sayDay(deadline.dueAt, now)}
      </span>
    </span>
  );
}
