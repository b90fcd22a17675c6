import { Link } from 'react-router';
import { STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import type { QueueFilter } from '@contract/statistics';
import { queueAddress, statusOf } from '../../../platform/queue-address';

/** The states in the order of the day: what waits for us, what is on its way, what has an answer. */
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
}

/** How many leads stand in each status, each a link to them; empty ones are left out unless they are being looked at. */
export function StatusColumn({ filter, counts }: StatusColumnProps) {
  const chosen = statusOf(filter);
  const all = counts === null ? null : LEAD_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const isPlain = !chosen && !filter.measure && !filter.dimension && !filter.number && !filter.overdue;
  return (
    <nav className="status-column" aria-label="按状态看">
      <ul className="status-column__group">
        <Entry label="全部" count={all} to={queueAddress({})} current={isPlain} strong />
        <Entry
          label="超期"
          to={queueAddress({ overdue: true })}
          current={Boolean(filter.overdue) && !chosen}
          late
        />
      </ul>
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
                  to={queueAddress({ status })}
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

interface EntryProps {
  label: string;
  to: string;
  current: boolean;
  count?: number | null;
  strong?: boolean;
  late?: boolean;
}

function Entry({ label, to, current, count, strong = false, late = false }: EntryProps) {
  const kinds = `${strong ? ' status-entry--strong' : ''}${late ? ' status-entry--late' : ''}`;
  return (
    <li>
      <Link className={`status-entry${kinds}`} to={to} aria-current={current ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && <span className="status-entry__count">{count ?? ' '}</span>}
      </Link>
    </li>
  );
}
