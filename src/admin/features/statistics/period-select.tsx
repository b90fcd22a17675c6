import { kindOfPeriod, PERIOD_KINDS, periodOf, sayPeriod, type PeriodKind } from '@contract/periods';

const KIND_LABELS: Record<PeriodKind, string> = { month: '月', quarter: '季度', half: '半年', year: '年' };

interface PeriodSelectProps {
  period: string | null;
  /** The months there are leads of, the latest first. */
  months: readonly string[];
  /** Whether everything ever received may be chosen too. */
  withAll?: boolean;
  onChange: (period: string | null) => void;
}

/** Which stretch of time the figures are of: its length, and which one. */
export function PeriodSelect({ period, months, withAll = true, onChange }: PeriodSelectProps) {
  const kind = period === null ? null : kindOfPeriod(period);
  const latest = months[0] ?? '2026-01';
  const choices = kind === null ? [] : [...new Set(months.map((month) => periodOf(kind, month)))];
  if (period !== null && !choices.includes(period)) choices.push(period);
  return (
    <div className="period no-print" role="group" aria-label="统计哪一段时间">
      <div className="period__kinds">
        {withAll && (
          <button type="button" aria-pressed={kind === null} onClick={() => onChange(null)}>
            全部
          </button>
        )}
        {PERIOD_KINDS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind === one}
            onClick={() => onChange(periodOf(one, latest))}
          >
            {KIND_LABELS[one]}
          </button>
        ))}
      </div>
      {period !== null && (
        <select
          className="native-select period__which"
          aria-label="哪一段"
          value={period}
          onChange={(event) => onChange(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {sayPeriod(choice)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
