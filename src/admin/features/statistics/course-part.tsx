import { useState } from 'react';
import { PACE_LABELS, TRAIT_LABELS } from '@contract/labels-figures-zh';
import { PACE_DAYS_MAX, PACES, type Pace, type Statistics, type Trait } from '@contract/statistics';
import { share } from '@shared/report/share';
import { FigureLink, within } from './figure-link';

type Course = Pick<Statistics, 'paces' | 'traits' | 'funnel' | 'period'>;

/** How long things took, exact to the day, with every day's list behind it. */
export function PacePart({ paces, period }: Course) {
  const [open, setOpen] = useState<Pace | null>(null);
  return (
    <section className="course sheet" aria-labelledby="title-paces">
      <h2 id="title-paces">用了多少天</h2>
      <p className="course__note">
        从收到那天算起，按日历天，当天算 0
        天；取到整天，不再估算。中位数：一半不超过这么多天；九成：每十条有九条不超过。
        还没办到那一步的不在里面。
      </p>
      <table className="plain-table">
        <caption className="only-read-aloud">每一步用了多少天</caption>
        <PaceHead />
        <tbody>
          {PACES.map((pace) => (
            <tr key={pace}>
              <th scope="row">{PACE_LABELS[pace]}</th>
              <td className="plain-table__number">{sayDays(paces[pace].median)}</td>
              <td className="plain-table__number">{sayDays(paces[pace].ninetieth)}</td>
              <td className="plain-table__number">
                <FigureLink
                  filter={{ ...ALL_OF[pace], ...within(period) }}
                  count={paces[pace].count}
                  label={PACE_LABELS[pace]}
                />
              </td>
              <td className="no-print">
                <button
                  type="button"
                  className="course__open"
                  aria-expanded={open === pace}
                  disabled={paces[pace].count === 0}
                  onClick={() => setOpen(open === pace ? null : pace)}
                >
                  {open === pace ? '收起' : '逐天看'}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <Days pace={open} figures={paces[open]} period={period} />}
    </section>
  );
}

function PaceHead() {
  return (
    <thead>
      <tr>
        <th scope="col">从收到到</th>
        <th scope="col" className="plain-table__number">
          中位数
        </th>
        <th scope="col" className="plain-table__number">
          九成以内
        </th>
        <th scope="col" className="plain-table__number">
          数了几条
        </th>
        <th scope="col" className="no-print">
          逐天
        </th>
      </tr>
    </thead>
  );
}

/** The leads whose time is known: the same as those that reached the step. */
const ALL_OF = {
  accept: { trait: 'accepted' },
  adopt: { measure: 'adopted' },
  reply: { trait: 'replied' },
  resolve: { measure: 'resolved' },
} as const;

interface DaysProps {
  pace: Pace;
  figures: Statistics['paces'][Pace];
  period: string | null;
}

function Days({ pace, figures, period }: DaysProps) {
  const most = Math.max(...figures.days.map(({ count }) => count));
  return (
    <ul className="days" aria-label={`${PACE_LABELS[pace]}用了几天，各有几条`}>
      {figures.days.map(({ days, count }) => (
        <li key={days}>
          <span className="days__name">{sayDays(days)}</span>
          <span className="days__bar" aria-hidden="true">
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <FigureLink
            filter={{ pace, days, ...within(period) }}
            count={count}
            label={`${PACE_LABELS[pace]}用了 ${days} 天`}
          />
        </li>
      ))}
    </ul>
  );
}

const sayDays = (days: number | null): string =>
  days === null ? '—' : days >= PACE_DAYS_MAX ? `${PACE_DAYS_MAX} 天以上` : `${days} 天`;

const STARS = ['stars5', 'stars4', 'stars3', 'stars2', 'stars1'] as const satisfies readonly Trait[];

/** Late, bounced, and what residents said: each with what it is a share of. */
export function QualityPart({ traits, funnel, period }: Course) {
  const rated = traits.fixed + traits.notFixed;
  const rows: { trait: Trait; of: number; ofWhat: string }[] = [
    { trait: 'late', of: funnel.received, ofWhat: '收到' },
    { trait: 'bounced', of: funnel.received, ofWhat: '收到' },
    { trait: 'fixed', of: rated, ofWhat: '评价' },
    { trait: 'notFixed', of: rated, ofWhat: '评价' },
    ...STARS.map((trait) => ({ trait, of: rated, ofWhat: '评价' })),
  ];
  return (
    <section className="course sheet" aria-labelledby="title-quality">
      <h2 id="title-quality">办得怎么样</h2>
      <p className="course__note">
        超过期限：有一步过了该办的日子，后来补上的也算。评价以群众最后一次说的为准，共 {rated}{' '}
        条，工作人员改不了。
      </p>
      <table className="plain-table">
        <caption className="only-read-aloud">超期、退回和群众评价</caption>
        <thead>
          <tr>
            <th scope="col">情形</th>
            <th scope="col" className="plain-table__number">
              条数
            </th>
            <th scope="col" className="plain-table__number">
              占比
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ trait, of, ofWhat }) => (
            <tr key={trait}>
              <th scope="row">{TRAIT_LABELS[trait]}</th>
              <td className="plain-table__number">
                <FigureLink
                  filter={{ trait, ...within(period) }}
                  count={traits[trait]}
                  label={TRAIT_LABELS[trait]}
                />
              </td>
              <td className="plain-table__number plain-table__share">
                {share(traits[trait], of)}（÷ {ofWhat} {of}）
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
