import { useSearchParams } from 'react-router';
import { PERIOD_SHAPE } from '@contract/periods';

/** The period that stands in the address; null for everything. */
export function usePeriod(): [string | null, (period: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const named = search.get('period');
  const period = named !== null && PERIOD_SHAPE.test(named) ? named : null;
  return [period, (next) => setSearch(next === null ? {} : { period: next }, { replace: true })];
}
