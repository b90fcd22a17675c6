import { Link } from 'react-router';
import { QUEUE_MARK_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { QUEUE_MARKS, type QueueFilter, type QueueMark } from '@contract/statistics';
import { queueAddress, statusOf, wholeList } from '../../../platform/queue-address';

/** The states in the order of a lead's life: before the decision, on its way, answered. */
const GROUPS: { name: string; statuses: readonly LeadStatus[] }[] = [
  { name: '待处理', statuses: ['submitted', 'routed', 'reopened', 'accepted', 'adopted'] },
  { name: '在别人手里', statuses: ['inProgress', 'awaitingSupplement'] },
  {
    name: '有结果',
    statuses: ['resolved', 'unresolvable', 'declined', 'outOfScope', 'closed', 'merged', 'withdrawn'],
  },
];

interface StatusColumnProps {
  filter: QueueFilter;
  counts: Partial<Record<LeadStatus, number>> | null;
  marks: Partial<Record<QueueMark, number>>;
}

/** How many leads stand in each status, each a link to them; empty ones are left out unless they are being looked at. */
export function StatusColumn({ filter, counts, marks }: StatusColumnProps) {
  const chosen = statusOf(filter);
  const all = counts === null ? null : LEAD_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const whole = wholeList(filter);
  const isWhole = queueAddress(filter) === queueAddress(whole);
  return (
    <nav className="status-column" aria-label="按状态看">
      <ul className="status-column__group">
        <Entry label="全部线索" count={all} to={queueAddress(whole)} current={isWhole} strong />
      </ul>
      <Marks filter={filter} counts={marks} />
      {GROUPS.map(({ name, statuses }) => {
        const shown = statuses.filter((status) => (counts?.[status] ?? 0) > 0 || status === chosen);
        if (shown.length === 0) return null;
        return (
          <section key={name} className="status-column__section">
            <h2 className="status-column__name">{name}</h2>
            <ul className="status-column__group">
              {shown.map((status) => (
                <Entry
                  key={status}
                  label={STATUS_LABELS[status]}
                  count={counts?.[status] ?? 0}
                  to={queueAddress({ ...whole, status })}
                  current={status === chosen}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** What is picked out beside its status, where there is any of it. */
function Marks({ filter, counts }: { filter: QueueFilter; counts: Partial<Record<QueueMark, number>> }) {
  const shown = QUEUE_MARKS.filter((mark) => (counts[mark] ?? 0) > 0 || mark === filter.mark);
  if (shown.length === 0) return null;
  return (
    <section className="status-column__section">
      <h2 className="status-column__name">要留意的</h2>
      <ul className="status-column__group">
        {shown.map((mark) => (
          <Entry
            key={mark}
            label={QUEUE_MARK_LABELS[mark]}
            count={counts[mark] ?? 0}
            to={queueAddress({ ...wholeList(filter), mark })}
            current={mark === filter.mark}
            pressing={(mark === 'called' || mark === 'unmanned') && (counts[mark] ?? 0) > 0}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  label: string;
  to: string;
  current: boolean;
  count: number | null;
  strong?: boolean;
  /** Somebody waits for whoever reads it. */
  pressing?: boolean;
}

function Entry({ label, to, current, count, strong = false, pressing = false }: EntryProps) {
  return (
    <li>
      <Link
        className={`status-entry${strong ? ' status-entry--strong' : ''}${pressing ? ' status-entry--pressing' : ''}`}
        to={to}
        aria-current={current ? 'page' : undefined}
      >
        <span>{label}</span>
        <span className="status-entry__count">{count ?? ' '}</span>
      </Link>
    </li>
  );
}
