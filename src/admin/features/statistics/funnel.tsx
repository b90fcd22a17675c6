import { Link } from 'react-router';
import { MEASURE_LABELS } from '@contract/labels-zh';
import type { Measure, Statistics } from '@contract/statistics';
import { queueAddress } from '../../platform/queue-address';
import { share } from './share';

const STEPS: readonly Measure[] = ['received', 'adopted', 'resolved'];
const BESIDE: readonly Measure[] = ['declined', 'outOfScope', 'unresolvable', 'published'];

/** Received, adopted, resolved: each with its share and the denominator printed, each a link to its list. */
export function Funnel({ funnel }: { funnel: Statistics['funnel'] }) {
  return (
    <section className="funnel sheet" aria-label="总数">
      <ol className="funnel__steps">
        {STEPS.map((measure) => (
          <Step key={measure} measure={measure} count={funnel[measure]} received={funnel.received} />
        ))}
      </ol>
      <p className="funnel__note">
        采纳和解决分开数：没有采纳的，也可能直接答复、当场解决。所以两个比例都以收到的总数为分母。
      </p>
      <ul className="funnel__beside">
        {BESIDE.map((measure) => (
          <li key={measure}>
            <span>{MEASURE_LABELS[measure]}</span>
            <Link to={queueAddress({ measure })} data-figure={measure}>
              {funnel[measure]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Step({ measure, count, received }: { measure: Measure; count: number; received: number }) {
  const label = MEASURE_LABELS[measure];
  return (
    <li className={`funnel__step funnel__step--${measure}`}>
      <p className="funnel__label">{label}</p>
      <p className="funnel__figure">
        <Link
          to={queueAddress({ measure })}
          aria-label={`${label} ${count} 条，打开名单`}
          data-figure={measure}
        >
          {count}
        </Link>
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
    </li>
  );
}
