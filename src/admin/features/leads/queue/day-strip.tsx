import { Link } from 'react-router';
import { QUEUE_GROUPS, type QueueFilter, type QueueGroup } from '@contract/statistics';
import { queueAddress, wholeList } from '../../../platform/queue-address';
import type { GroupWords } from '@shared/group-words';
import './day-strip.css';

interface DayStripProps {
  filter: QueueFilter;
  counts: Record<QueueGroup, number> | null;
  words: Record<QueueGroup, GroupWords>;
}

/** The day at a glance: how much is new, ours, due today, late, and elsewhere; each figure opens its list. */
export function DayStrip({ filter, counts, words }: DayStripProps) {
  return (
    <nav className="day-strip" aria-label="今天">
      <ul className="day-strip__groups">
        {QUEUE_GROUPS.map((group) => (
          <li key={group} className={`day-group day-group--${group}`}>
            <Link
              to={queueAddress({ ...wholeList(filter), group })}
              aria-current={filter.group === group ? 'page' : undefined}
              title={words[group].meaning}
              data-group={group}
              data-empty={counts?.[group] === 0 || undefined}
            >
              <span className="day-group__label">{words[group].label}</span>
              <span className="day-group__count">{counts?.[group] ?? '…'}</span>
              <span className="day-group__meaning">{words[group].meaning}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
