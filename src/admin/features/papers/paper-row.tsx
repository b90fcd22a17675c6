import { Link } from 'react-router';
import { PAPER_STATE_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { PaperItem } from '@contract/papers';
import { sayDay } from '@shared/dates';
import { useServices } from '../../platform/services';

/** One paper in a list: what it is, how it stands, what came back. */
export function PaperRow({ item }: { item: PaperItem }) {
  const { now } = useServices();
  return (
    <li className={`paper-row paper-row--${item.state}`} data-paper={item.id}>
      <p className="paper-row__sign">{item.sign || '未编号'}</p>
      <div className="paper-row__what">
        <Link to={`/papers/${encodeURIComponent(item.id)}`} className="paper-row__title">
          {item.title || '（没有标题）'}
        </Link>
        <p className="paper-row__about">
          {REPORT_KIND_LABELS[item.kind]} · 依据 {item.leads} 条线索 · {sayDay(item.at, now())}
          {item.state === 'draft' ? '起草' : '印发'}
        </p>
      </div>
      <p className="paper-row__state">
        {item.state !== 'issued' && (
          <span className={`paper-mark paper-mark--${item.state}`}>{PAPER_STATE_LABELS[item.state]}</span>
        )}
        {item.instructions > 0 && <span className="paper-mark">批示 {item.instructions} 次</span>}
        {item.lateFollowUps > 0 ? (
          <span className="paper-mark paper-mark--late">落实超期</span>
        ) : item.openFollowUps > 0 ? (
          <span className="paper-mark paper-mark--open">待落实</span>
        ) : null}
        {item.settled > 0 && (
          <span className="paper-mark">
            建议 {item.settled}/{item.suggestions} 有结果
          </span>
        )}
      </p>
    </li>
  );
}
