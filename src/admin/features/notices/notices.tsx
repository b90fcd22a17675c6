import { useState } from 'react';
import { Link } from 'react-router';
import type { OfficerNotice } from '@contract/actions';
import type { Me } from '@contract/directory';
import { sayMoment } from '@shared/dates';
import { groupWords } from '@shared/group-words';
import { DIGEST_GROUPS, isDigest } from '@shared/notices';
import { SideSheet } from '../../components/side-sheet';
import { Empty, Failure, Loading } from '../../components/states';
import { queueAddress } from '../../platform/queue-address';
import { useServices } from '../../platform/services';
import { useNotices, type Notices as Sent } from './use-notices';
import './notices.css';

/** The bell with the number of new messages; it opens the sheet with all of them. */
export function Notices({ me }: { me: Me }) {
  const notices = useNotices(me.accountId);
  // Those that were new when the sheet was opened stay marked while it is open.
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const count = notices.fresh.length;
  const open = (): void => {
    setOpened(notices.fresh);
    void notices.query.refetch();
  };
  const close = (): void => {
    notices.see();
    setOpened(null);
  };
  const marked = opened === null ? [] : [...opened, ...notices.fresh];
  return (
    <>
      <button type="button" className="bell" onClick={open} aria-haspopup="dialog">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M4 14h12l-1.6-2.4V8.5a4.4 4.4 0 0 0-8.8 0v3.1L4 14zM8.3 16.5a1.8 1.8 0 0 0 3.4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
        </svg>
        消息
        {count > 0 && (
          <span className="bell__count">
            {count > 49 ? '50+' : count}
            <span className="only-read-aloud">条新的</span>
          </span>
        )}
      </button>
      <SideSheet title="消息" open={opened !== null} onClose={close}>
        <List query={notices.query} marked={marked} onLeave={close} />
      </SideSheet>
    </>
  );
}

interface ListProps {
  query: Sent['query'];
  marked: readonly string[];
  onLeave: () => void;
}

function List({ query, marked, onLeave }: ListProps) {
  if (query.data === undefined) {
    return query.error ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading label="正在加载消息" />
    );
  }
  const { items } = query.data;
  if (items.length === 0) {
    return (
      <Empty title="还没有消息">
        <p>
          快到期、超期、紧急呼叫，还有工作日八点半起的当天情况（没有新来、到期、超期的就不发），会出现在这里。
        </p>
      </Empty>
    );
  }
  return (
    <>
      {query.error !== null && (
        <p className="notices__old" role="status">
          没有连上，下面是先前的消息。
        </p>
      )}
      <ul className="notices">
        {items.map((notice) => (
          <Row key={notice.id} notice={notice} isNew={marked.includes(notice.id)} onLeave={onLeave} />
        ))}
      </ul>
      {items.length >= 50 && <p className="quiet">只列最近 50 条，更早的在各条线索的「经过」里。</p>}
    </>
  );
}

interface RowProps {
  notice: OfficerNotice;
  isNew: boolean;
  onLeave: () => void;
}

function Row({ notice, isNew, onLeave }: RowProps) {
  const { now } = useServices();
  return (
    <li className={isNew ? 'notice notice--new' : 'notice'}>
      <p className="notice__when">
        {isNew && <strong className="notice__new">新</strong>}
        <time dateTime={notice.at}>{sayMoment(notice.at, now())}</time>
      </p>
      <p className="notice__text">{notice.text}</p>
      <p className="notice__ways">
        {isDigest(notice) ? (
          DIGEST_GROUPS.map((group) => (
            <Link key={group} to={queueAddress({ group })} onClick={onLeave}>
              {groupWords(null)[group].label}
            </Link>
          ))
        ) : notice.paperId !== undefined ? (
          <Link to={`/papers/${encodeURIComponent(notice.paperId)}`} onClick={onLeave}>
            打开文稿 {notice.number}
          </Link>
        ) : (
          <Link to={`/leads/${encodeURIComponent(notice.leadId)}`} onClick={onLeave}>
            打开 {notice.number}
          </Link>
        )}
      </p>
    </li>
  );
}
