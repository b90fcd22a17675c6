import { Link } from 'react-router';
import type { QueueFilter } from '@contract/statistics';
import { queueAddress } from '../../platform/queue-address';

interface FigureLinkProps {
  filter: QueueFilter;
  count: number;
  /** What is counted, for those who hear the number without its surroundings. */
  label: string;
  className?: string | undefined;
  figure?: string;
}

/** A number that opens the list it counts. */
export function FigureLink({ filter, count, label, className, figure }: FigureLinkProps) {
  const classes = [className, count === 0 ? 'figure-zero' : ''].filter(Boolean).join(' ');
  return (
    <Link
      to={queueAddress(filter)}
      className={classes || undefined}
      aria-label={`${label} ${count} 条，打开名单`}
      data-figure={figure}
    >
      {count}
    </Link>
  );
}

/** The period as part of a filter. */
export const within = (period: string | null): Pick<QueueFilter, 'period'> =>
  period === null ? {} : { period };
