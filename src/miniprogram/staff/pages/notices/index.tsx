import type { ReactNode } from 'react';
import type { OfficerNotice } from '@contract/actions';
import { sayMoment } from '@shared/dates';
import { isDigest, newAmong } from '@shared/notices';
import { Frame } from '../../../components/frame';
import { ListRow } from '../../../components/parts';
import { EmptyState, Loaded } from '../../../components/states';
import { now } from '../../../data/now';
import { Block, Box, Span } from '../../../platform/elements';
import { open } from '../../../platform/navigate';
import { useParams } from '../../../platform/use-params';
import '../../staff.css';
import { useNotices } from '../../data/notices';

function NoticesPage(): ReactNode {
  const { account = '' } = useParams();
  const notices = useNotices(account);
  return (
    <Frame title="消息">
      <Loaded state={notices.state} onRetry={notices.reload}>
        {({ items }) => (items.length === 0 ? <Nothing /> : <List items={items} before={notices.before} />)}
      </Loaded>
    </Frame>
  );
}

function Nothing(): ReactNode {
  return (
    <EmptyState seal="清" title="还没有消息">
      <Box className="lead">快到期、超期、紧急呼叫，会出现在这里。</Box>
    </EmptyState>
  );
}

function List({ items, before }: { items: OfficerNotice[]; before: readonly string[] }): ReactNode {
  const fresh = new Set(newAmong(items, before));
  return (
    <Box className="list list-first staff">
      {items.map((notice) => (
        <ListRow key={notice.id} onPress={() => openNotice(notice)}>
          <Block className={fresh.has(notice.id) ? 'strong' : ''}>{notice.text}</Block>
          <Block className="note row-next">
            {fresh.has(notice.id) ? <Span className="notice-fresh">新</Span> : null}
            {[sayMoment(notice.at, now()), notice.number || '点开看待办'].join(' · ')}
          </Block>
        </ListRow>
      ))}
    </Box>
  );
}

/** About a lead it opens the lead, about the day the day. */
function openNotice(notice: OfficerNotice): void {
  if (isDigest(notice)) open('staffQueue');
  else open('staffLead', { leadId: notice.leadId });
}

export default NoticesPage;
