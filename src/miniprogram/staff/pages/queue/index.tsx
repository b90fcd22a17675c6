import { useState, type ReactNode } from 'react';
import type { QueuePage } from '@contract/actions';
import { ROLE_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES } from '@contract/lead';
import type { QueueItem } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { ListRow, StatusMark } from '../../../components/parts';
import { EmptyState, ErrorState, Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { now } from '../../../data/now';
import { useLoad } from '../../../data/use-load';
import { Block, Box, Heading, Press, Span } from '../../../platform/elements';
import { open } from '../../../platform/navigate';
import { BindAccount } from './bind-account';
import { useQueue } from './use-queue';

function StaffQueuePage(): ReactNode {
  const me = useLoad('me', () => api.call('staff.getMe', {}));
  const { state } = me;
  const stranger = state.phase === 'error' && !state.offline;
  return (
    <Frame title="待办">
      {stranger ? <BindAccount why={state.message} onBound={me.show} /> : null}
      {state.phase === 'error' && state.offline ? <ErrorState {...state} onRetry={me.reload} /> : null}
      {state.phase === 'ready' ? (
        <Box className="stack">
          <Box className="row-spread">
            <Box>
              <Heading level={1} className="standing">
                {state.data.name}
              </Heading>
              <Box className="note">{state.data.grants.map(({ role }) => ROLE_LABELS[role]).join('、')}</Box>
            </Box>
            <Press className="chip" onPress={() => open('staffSignIn')}>
              登录电脑端
            </Press>
          </Box>
          <Queue />
        </Box>
      ) : null}
    </Frame>
  );
}

function Queue(): ReactNode {
  const [status, setStatus] = useState<string | null>(null);
  const queue = useQueue(status);
  return (
    <Loaded state={queue.state} onRetry={queue.reload}>
      {(page) => (
        <Box className="stack">
          <StatusChips page={page} status={status} onChoose={setStatus} />
          <Box className="note">{page.total === null ? `已列出${page.items.length}件` : `共${page.total}件`}</Box>
          {page.items.length === 0 ? <EmptyState seal="清" title="没有待办" /> : null}
          <Box className="list list-first">
            {page.items.map((item) => (
              <QueueRow key={item.id} item={item} />
            ))}
          </Box>
          {page.nextCursor ? (
            <Button kind="plain" onPress={queue.more} busy={queue.loadingMore ? '正在打开…' : null}>
              看更多
            </Button>
          ) : null}
        </Box>
      )}
    </Loaded>
  );
}

interface StatusChipsProps {
  page: QueuePage;
  status: string | null;
  onChoose: (status: string | null) => void;
}

function StatusChips({ page, status, onChoose }: StatusChipsProps): ReactNode {
  const present = LEAD_STATUSES.filter((each) => (page.statusCounts[each] ?? 0) > 0 || each === status);
  return (
    <Box className="chips chips-one-line" role="radiogroup" label="状态">
      <Press
        role="radio"
        checked={status === null}
        className={`chip ${status === null ? 'chip-on' : ''}`}
        onPress={() => onChoose(null)}
      >
        全部
      </Press>
      {present.map((each) => (
        <Press
          key={each}
          role="radio"
          checked={each === status}
          className={`chip ${each === status ? 'chip-on' : ''}`}
          onPress={() => onChoose(each)}
        >
          {`${STATUS_LABELS[each]} ${page.statusCounts[each] ?? 0}`}
        </Press>
      ))}
    </Box>
  );
}

function QueueRow({ item }: { item: QueueItem }): ReactNode {
  return (
    <ListRow id={`lead-${item.id}`} onPress={() => open('staffLead', { leadId: item.id })}>
      <Block className="row-title clamp-two">{item.excerpt}</Block>
      <Block className="row-foot">
        <StatusMark status={item.status} />
        {item.overdue ? <Span className="mark mark-waiting">已超期</Span> : null}
        <Span className="note">{item.number}</Span>
      </Block>
      <Block className="note row-next">
        {[item.placeName, item.categoryName, sayDay(item.submittedAt, now())].filter(Boolean).join(' · ')}
      </Block>
    </ListRow>
  );
}

export default StaffQueuePage;
