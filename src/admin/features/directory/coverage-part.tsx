import { Link } from 'react-router';
import type { CoverageLine } from '@contract/directory-desk';
import { sayFully } from '@shared/dates';
import { Empty, Failure, Loading } from '../../components/states';
import { PartFrame } from './part-frame';
import { useCoverage } from './use-directory-desk';

/** Who and what is missing: each line opens the place where it is put right. */
export function CoveragePart() {
  const coverage = useCoverage();
  if (coverage.isPending) return <Loading rows={8} label="正在查缺" />;
  if (coverage.error && !coverage.data)
    return <Failure error={coverage.error} onRetry={() => void coverage.refetch()} />;
  const { lines = [], asOf = '', townships = 0, people = 0 } = coverage.data ?? {};
  const now = lines.filter(({ urgency }) => urgency === 'now');
  const soon = lines.filter(({ urgency }) => urgency === 'soon');
  return (
    <PartFrame
      title="查缺"
      count={lines.length}
      about={`截至 ${sayFully(asOf)}，${townships} 个乡镇、${people} 个在用的身份。点一条，就到补它的地方。`}
    >
      {lines.length === 0 && (
        <div className="sheet">
          <Empty title="都齐了">
            <p>每个乡镇都有联络员和召集人，每个界别都有专委会和委员，每个单位都有经办人。</p>
          </Empty>
        </div>
      )}
      <Lines title="现在就缺" lines={now} />
      <Lines title="快要缺了" lines={soon} />
    </PartFrame>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly CoverageLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="sheet coverage">
      <h3>
        {title}
        <span className="directory__count">{lines.length}</span>
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line.sentence} className={`coverage__line coverage__line--${line.urgency}`}>
            <Link to={placeOf(line)}>{line.sentence}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const placeOf = ({ section, entryId }: CoverageLine): string =>
  section === 'printedCodes'
    ? `/codes?find=${entryId ?? ''}`
    : `/directory/${section}${entryId === null ? '' : `?entry=${entryId}`}`;
