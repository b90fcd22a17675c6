import { Link } from 'react-router';
import type { QueueFigures } from '@contract/actions';
import { QUEUE_GROUPS, type QueueFilter, type QueueGroup } from '@contract/statistics';
import { queueAddress, wholeList } from '../../../platform/queue-address';
import type { GroupWords } from '@shared/group-words';
import './day-strip.css';

interface DayStripProps {
  filter: QueueFilter;
  figures: Pick<QueueFigures, 'groupCounts' | 'markCounts'> | undefined;
  words: Record<QueueGroup, GroupWords>;
}

/** The day at a glance: how much is new, ours, due today, late, and elsewhere; each figure opens its list. */
export function DayStrip({ filter, figures, words }: DayStripProps) {
  const counts = figures?.groupCounts;
  // What waits for a liaison whom a township does not have: nobody but the desk can act on it.
  const unmanned = figures?.markCounts.unmanned ?? 0;
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
      {unmanned > 0 && filter.mark !== 'unmanned' && (
        <p className="day-strip__unmanned">
          另有 {unmanned} 条在空着联络员的乡镇，没有别人能受理，请机关直接办。
          <Link to={queueAddress({ ...wholeList(filter), mark: 'unmanned' })}>看这 {unmanned} 条</Link>
        </p>
      )}
    </nav>
  );
}
