import { useState, type ReactNode } from 'react';
import type { QueuePage } from '@contract/actions';
import { QUEUE_MARK_LABELS, ROLE_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import { LEAD_STATUSES } from '@contract/lead';
import type { QueueItem } from '@contract/lead-views';
import { QUEUE_MARKS, type QueueFilter } from '@contract/statistics';
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

type Shown = Pick<QueueFilter, 'status' | 'mark'>;

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
  const [shown, setShown] = useState<Shown>({});
  const queue = useQueue(shown);
  return (
    <Loaded state={queue.state} onRetry={queue.reload}>
      {(page) => (
        <Box className="stack">
          <QueueChips page={page} shown={shown} onChoose={setShown} />
          <Box className="note">
            {page.total === null ? `已列出${page.items.length}件` : `共${page.total}件`}
          </Box>
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

interface QueueChipsProps {
  page: QueuePage;
  shown: Shown;
  onChoose: (shown: Shown) => void;
}

/** What can be looked at alone: what waits to be confirmed or is private, then each status; only where there is any. */
function QueueChips({ page, shown, onChoose }: QueueChipsProps): ReactNode {
  const marks = QUEUE_MARKS.filter((each) => (page.markCounts[each] ?? 0) > 0 || each === shown.mark);
  const statuses = LEAD_STATUSES.filter(
    (each) => (page.statusCounts[each] ?? 0) > 0 || each === shown.status,
  );
  return (
    <Box className="chips chips-one-line" role="radiogroup" label="看哪些">
      <Chip on={!shown.mark && !shown.status} onPress={() => onChoose({})}>
        全部
      </Chip>
      {marks.map((each) => (
        <Chip key={each} on={each === shown.mark} onPress={() => onChoose({ mark: each })}>
          {`${QUEUE_MARK_LABELS[each]} ${page.markCounts[each] ?? 0}`}
        </Chip>
      ))}
      {statuses.map((each) => (
        <Chip key={each} on={each === shown.status} onPress={() => onChoose({ status: each })}>
          {`${STATUS_LABELS[each]} ${page.statusCounts[each] ?? 0}`}
        </Chip>
      ))}
    </Box>
  );
}

interface ChipProps {
  on: boolean;
  onPress: () => void;
  children: string;
}

function Chip({ on, onPress, children }: ChipProps): ReactNode {
  return (
    <Press role="radio" checked={on} className={`chip ${on ? 'chip-on' : ''}`} onPress={onPress}>
      {children}
    </Press>
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
