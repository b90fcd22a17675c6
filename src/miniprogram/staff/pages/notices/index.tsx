import type { ReactNode } from 'react';
import type { OfficerNotice } from '@contract/actions';
import { sayMoment } from '@shared/dates';
import { newAmong, openedOnPhone } from '@shared/notices';
import { Frame } from '../../../components/frame';
import { ListRow, ReadRow } from '../../../components/parts';
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
        <Row key={notice.id} notice={notice} isNew={fresh.has(notice.id)} />
      ))}
    </Box>
  );
}

function Row({ notice, isNew }: { notice: OfficerNotice; isNew: boolean }): ReactNode {
  const opened = openedOnPhone(notice);
  const where = opened === null ? '请到电脑端「文稿」里看' : '点开看待办';
  const about = opened === null ? [notice.number, where].filter(Boolean).join(' · ') : notice.number || where;
  const words = (
    <>
      <Block className={isNew ? 'strong' : ''}>{notice.text}</Block>
      <Block className="note row-next">
        {isNew ? <Span className="notice-fresh">新</Span> : null}
        {`${sayMoment(notice.at, now())} · ${about}`}
      </Block>
    </>
  );
  if (opened === null) return <ReadRow>{words}</ReadRow>;
  const onPress = () =>
    opened === 'day' ? open('staffQueue') : open('staffLead', { leadId: notice.leadId });
  return <ListRow onPress={onPress}>{words}</ListRow>;
}

export default NoticesPage;
