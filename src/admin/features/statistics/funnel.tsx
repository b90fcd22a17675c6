import { sayPeriod } from '@contract/periods';
import { MEASURE_LABELS } from '@contract/labels-zh';
import type { Earlier, Measure, Statistics } from '@contract/statistics';
import { share } from '@shared/report/share';
import { FigureLink, within } from './figure-link';

const STEPS = ['received', 'adopted', 'resolved'] as const satisfies readonly Measure[];
const BESIDE: readonly Measure[] = ['declined', 'outOfScope', 'unresolvable', 'published'];

type FunnelProps = Pick<Statistics, 'funnel' | 'period' | 'earlier'>;

/** Received, adopted, resolved: each with its share and the denominator printed, each a link to its list. */
export function Funnel({ funnel, period, earlier }: FunnelProps) {
  return (
    <section className="funnel sheet" aria-label={period === null ? '总数' : `${sayPeriod(period)}的总数`}>
      <ol className="funnel__steps">
        {STEPS.map((measure) => (
          <Step key={measure} measure={measure} funnel={funnel} period={period} earlier={earlier} />
        ))}
      </ol>
      <p className="funnel__note">
        采纳和解决分开数：没有采纳的，也可能直接答复、当场解决。所以两个比例都以收到的总数为分母。
        {period !== null && '后收到的办的时间短，和上期比采纳、解决时要看到这一点。'}
      </p>
      <ul className="funnel__beside">
        {BESIDE.map((measure) => (
          <li key={measure}>
            <span>{MEASURE_LABELS[measure]}</span>
            <FigureLink
              filter={{ measure, ...within(period) }}
              count={funnel[measure]}
              label={MEASURE_LABELS[measure]}
              figure={measure}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepProps extends FunnelProps {
  measure: (typeof STEPS)[number];
}

function Step({ measure, funnel, period, earlier }: StepProps) {
  const label = MEASURE_LABELS[measure];
  const count = funnel[measure];
  const { received } = funnel;
  return (
    <li className={`funnel__step funnel__step--${measure}`}>
      <p className="funnel__label">{label}</p>
      <p className="funnel__figure">
        <FigureLink filter={{ measure, ...within(period) }} count={count} label={label} figure={measure} />
        <span>条</span>
      </p>
      <div className="funnel__bar" aria-hidden="true">
        <span style={{ width: `${received === 0 ? 0 : Math.max((count / received) * 100, 0.6)}%` }} />
      </div>
      <p className="funnel__share">
        {measure === 'received'
          ? '群众提交的全部线索'
          : `${measure === 'adopted' ? '采纳率' : '解决率'} ${share(count, received)}，${count} ÷ ${received}`}
      </p>
      {earlier && <p className="funnel__earlier">{sayEarlier(earlier, measure)}</p>}
    </li>
  );
}

function sayEarlier({ period, funnel }: Earlier, measure: (typeof STEPS)[number]): string {
  const before = measure === 'received' ? '' : `（${share(funnel[measure], funnel.received)}）`;
  return `${sayPeriod(period)} ${funnel[measure]} 条${before}`;
}
