import { useState } from 'react';
import { Link } from 'react-router';
import { MEASURE_LABELS } from '@contract/labels-zh';
import type { Measure, StatisticsRow } from '@contract/statistics';
import { queueAddress } from '../../platform/queue-address';
import { useDirectory } from '../../platform/use-panel';
import { within } from './figure-link';

const CHOICES: readonly Measure[] = ['received', 'adopted', 'resolved', 'unresolvable', 'declined'];
/** How dark a tile is, in steps that can be told apart; the number says the rest. */
const STEPS = 5;

/** The county as tiles, roughly where each township lies; the number in a tile opens its list. */
export function TileMap({ rows, period }: { rows: readonly StatisticsRow[]; period: string | null }) {
  const [measure, setMeasure] = useState<Measure>('received');
  const directory = useDirectory();
  const countOf = new Map(rows.map(({ id, counts }) => [id, counts[measure]]));
  const placed = (directory.data?.townships ?? []).flatMap(({ id, shortName, name, tile }) =>
    tile ? [{ id, name, shortName, tile, count: countOf.get(id) ?? 0 }] : [],
  );
  if (placed.length === 0) return null;
  const most = Math.max(0, ...placed.map(({ count }) => count));
  const elsewhere = countOf.get('none') ?? 0;
  return (
    <section className="tiles sheet" aria-labelledby="title-tiles">
      <header className="tiles__head">
        <h2 id="title-tiles">各乡镇</h2>
        <div className="tiles__choice no-print" role="group" aria-label="格子里数什么">
          {CHOICES.map((one) => (
            <button key={one} type="button" aria-pressed={one === measure} onClick={() => setMeasure(one)}>
              {MEASURE_LABELS[one]}
            </button>
          ))}
        </div>
      </header>
      <ul className="tiles__map" aria-label={`各乡镇${MEASURE_LABELS[measure]}的条数`}>
        {placed.map(({ id, name, shortName, tile: [column, row], count }) => (
          <li key={id} style={{ gridColumn: column + 1, gridRow: row + 1 }}>
            <Link
              className={`tile tile--${stepOf(count, most)}`}
              to={queueAddress({ measure, dimension: 'township', dimensionId: id, ...within(period) })}
            >
              <span className="tile__count" aria-hidden="true">
                {count}
              </span>
              <span className="tile__name" aria-hidden="true">
                {shortName}
              </span>
              <span className="only-read-aloud">{`${name}，${MEASURE_LABELS[measure]} ${count} 条`}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="tiles__note">
        大致按方位摆，不是地图；
        {most === 0 ? '这段时间各乡镇都没有。' : `颜色越深，条数越多（最多 ${most} 条）。`}
        {elsewhere > 0 && (
          <>
            另有
            <Link
              to={queueAddress({ measure, dimension: 'township', dimensionId: 'none', ...within(period) })}
              aria-label={`没有地点，${MEASURE_LABELS[measure]} ${elsewhere} 条`}
            >
              {elsewhere} 条
            </Link>
            没有地点。
          </>
        )}
      </p>
    </section>
  );
}

const stepOf = (count: number, most: number): number => (count === 0 ? 0 : Math.ceil((count / most) * STEPS));
