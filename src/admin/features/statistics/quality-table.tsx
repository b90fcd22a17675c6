import { TRAIT_LABELS } from '@contract/labels-figures-zh';
import { DIMENSION_LABELS } from '@contract/labels-zh';
import { QUALITY_TRAITS, type QualityDimension, type QualityRow } from '@contract/statistics';
import { share } from '@shared/report/share';
import { FigureLink, within } from './figure-link';
import { LongTable } from './long-table';

interface QualityTableProps {
  dimension: QualityDimension;
  rows: readonly QualityRow[];
  period: string | null;
}

/** How it went in each township or with each unit: late, answered, and what residents said; every number opens its list. */
export function QualityTable({ dimension, rows, period }: QualityTableProps) {
  const { title, received, note } = WORDS[dimension];
  return (
    <LongTable
      id={`quality-${dimension}`}
      title={title}
      note={note}
      head={
        <tr>
          <th scope="col">{DIMENSION_LABELS[dimension]}</th>
          {[received, ...QUALITY_TRAITS[dimension].map((trait) => TRAIT_LABELS[trait]), '说解决的占评价'].map(
            (words) => (
              <th key={words} scope="col" className="dimension__number">
                {words}
              </th>
            ),
          )}
        </tr>
      }
      rows={rows.filter(isAsked(dimension)).map((row) => ({
        id: row.id,
        cells: <Cells dimension={dimension} row={row} received={received} period={period} />,
      }))}
    />
  );
}

/** What was handed to nobody tells of no unit. */
const isAsked =
  (dimension: QualityDimension) =>
  ({ id }: QualityRow): boolean =>
    dimension !== 'unit' || id !== 'none';

const WORDS: Record<QualityDimension, { title: string; received: string; note: string }> = {
  township: {
    title: '各乡镇办得怎么样',
    received: '收到',
    note: '照县里的次序排，不排名。拆出来的几件只算原来那一条。',
  },
  unit: {
    title: '各单位办得怎么样',
    received: '交办',
    note: '超过期限的是线索，哪一步、谁办的时候过了期限，点开看经过。拆出来的几件只算原来那一条。',
  },
};

interface CellsProps extends Omit<QualityTableProps, 'rows'> {
  row: QualityRow;
  received: string;
}

function Cells({ dimension, row: { id, name, received: count, traits }, received, period }: CellsProps) {
  const where = { dimension, dimensionId: id, ...within(period) };
  const rated = (traits.fixed ?? 0) + (traits.notFixed ?? 0);
  return (
    <>
      <th scope="row">{name}</th>
      <td className="dimension__number">
        <FigureLink filter={{ measure: 'received', ...where }} count={count} label={`${name}，${received}`} />
      </td>
      {QUALITY_TRAITS[dimension].map((trait) => (
        <td key={trait} className="dimension__number">
          <FigureLink
            filter={{ trait, ...where }}
            count={traits[trait] ?? 0}
            label={`${name}，${TRAIT_LABELS[trait]}`}
          />
        </td>
      ))}
      <td className="dimension__number dimension__share">
        {rated === 0 ? '—' : `${share(traits.fixed ?? 0, rated)}（÷ ${rated}）`}
      </td>
    </>
  );
}
