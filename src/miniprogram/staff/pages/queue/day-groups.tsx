import type { ReactNode } from 'react';
import type { QueueFigures } from '@contract/actions';
import { QUEUE_MARK_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES, type Role } from '@contract/lead';
import { QUEUE_MARKS, type QueueFilter, type QueueGroup, type QueueMark } from '@contract/statistics';
import { groupWords } from '@shared/group-words';
import { Block, Box, Press } from '../../../platform/elements';

/** As a person works through them; what is not in them stands under 全部. */
const ON_SCREEN: readonly QueueGroup[] = ['mine', 'today', 'late', 'new', 'waiting'];

/** What calls the reader, and what waits in an office that nobody holds. */
const WIDE = ['called', 'unmanned'] as const satisfies readonly QueueMark[];
const isWide = (mark: QueueMark): boolean => (WIDE as readonly QueueMark[]).includes(mark);

/** Whether everything is looked at, whole or by a mark or a status. */
export const isEverything = ({ group, mark }: QueueFilter): boolean =>
  group === undefined && (mark === undefined || !isWide(mark));

interface GroupsProps {
  figures: Pick<QueueFigures, 'groupCounts' | 'markCounts'> | null;
  role: Exclude<Role, 'resident' | 'system'> | null;
  shown: QueueFilter;
  onChoose: (filter: QueueFilter) => void;
}

/** The day at a glance: what calls the reader, where there is any of it, five groups with their lengths, and everything. */
export function DayGroups({ figures, role, shown, onChoose }: GroupsProps): ReactNode {
  const words = groupWords(role);
  const counts = figures?.groupCounts ?? null;
  return (
    <Box className="day-groups" role="radiogroup" label="今天的事">
      {WIDE.map((mark) => {
        const count = figures?.markCounts[mark] ?? 0;
        return count > 0 || shown.mark === mark ? (
          <Tile
            key={mark}
            id={`group-${mark}`}
            on={shown.mark === mark}
            name={QUEUE_MARK_LABELS[mark]}
            count={String(count)}
            isPressing={count > 0}
            isWide
            onPress={() => onChoose({ mark })}
          />
        ) : null;
      })}
      {ON_SCREEN.map((group) => (
        <Tile
          key={group}
          id={`group-${group}`}
          on={shown.group === group}
          name={words[group].label}
          count={counts ? String(counts[group]) : '…'}
          isPressing={group === 'late' && counts !== null && counts.late > 0}
          onPress={() => onChoose({ group })}
        />
      ))}
      <Tile id="group-all" on={isEverything(shown)} name="全部" count="≡" onPress={() => onChoose({})} />
    </Box>
  );
}

interface TileProps {
  id: string;
  on: boolean;
  name: string;
  count: string;
  isPressing?: boolean;
  isWide?: boolean;
  onPress: () => void;
}

function Tile({ id, on, name, count, isPressing, isWide, onPress }: TileProps): ReactNode {
  const tone = `${on ? 'day-group-on' : ''} ${isPressing ? 'day-group-late' : ''} ${isWide ? 'day-group-wide' : ''}`;
  return (
    <Press id={id} role="radio" checked={on} className={`day-group ${tone}`} onPress={onPress}>
      <Block className="figure day-group-count">{count}</Block>
      <Block className="day-group-name">{name}</Block>
    </Press>
  );
}

interface ChipsProps {
  figures: QueueFigures;
  shown: QueueFilter;
  onChoose: (filter: QueueFilter) => void;
}

/** What of everything can be looked at alone: the marks and each status, only where there is any. */
export function QueueChips({ figures, shown, onChoose }: ChipsProps): ReactNode {
  const marks = QUEUE_MARKS.filter(
    // What nobody but the reader can act on stands above, beside the groups.
    (each) => !isWide(each) && ((figures.markCounts[each] ?? 0) > 0 || each === shown.mark),
  );
  const statuses = LEAD_STATUSES.filter(
    (each) => (figures.statusCounts[each] ?? 0) > 0 || each === shown.status,
  );
  if (marks.length + statuses.length < 2) return null;
  return (
    <Box className="chips chips-one-line" role="radiogroup" label="只看">
      {marks.map((each) => (
        <Chip key={each} on={each === shown.mark} onPress={() => onChoose({ mark: each })}>
          {`${QUEUE_MARK_LABELS[each]} ${figures.markCounts[each] ?? 0}`}
        </Chip>
      ))}
      {statuses.map((each) => (
        <Chip key={each} on={each === shown.status} onPress={() => onChoose({ status: each })}>
          {`${STATUS_LABELS[each]} ${figures.statusCounts[each] ?? 0}`}
        </Chip>
      ))}
    </Box>
  );
}

interface ChipProps {
  on: boolean;
  onPress: () => void;
  children: string;
}

/** One of several to look at. */
export function Chip({ on, onPress, children }: ChipProps): ReactNode {
  return (
    <Press role="radio" checked={on} className={`chip ${on ? 'chip-on' : ''}`} onPress={onPress}>
      {children}
    </Press>
  );
}
