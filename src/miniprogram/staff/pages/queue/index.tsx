import { useEffect, useState, type ReactNode } from 'react';
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { QueuePage } from '@contract/actions';
import { officeKey, type Grant, type Me } from '@contract/directory';
import type { QueueFilter } from '@contract/statistics';
import { grantWords } from '@shared/grant-words';
import { firstGroup, officesOf } from '@shared/offices';
import { queueLength } from '@shared/queue-length';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Notice } from '../../../components/parts';
import { EmptyState, ErrorState, Loaded, LoadingState } from '../../../components/states';
import { api } from '../../../data/api';
import { useLoad } from '../../../data/use-load';
import { Box, Heading, Press } from '../../../platform/elements';
import { open, stopPulling } from '../../../platform/navigate';
import { useFreshCount } from '../../data/notices';
import { currentOffice, keepOffice } from '../../data/office';
import '../../staff.css';
import { BindAccount } from './bind-account';
import { Chip, DayGroups, isEverything, QueueChips } from './day-groups';
import { emptyWords } from './empty-words';
import { FindNumber } from './find-number';
import { QueueRow } from './queue-row';
import { useQueue } from './use-queue';

function StaffQueuePage(): ReactNode {
  const me = useLoad('me', () => api.call('staff.getMe', {}));
  const { state } = me;
  const stranger = state.phase === 'error' && !state.offline;
  return (
    <Frame title="待办">
      {stranger ? <BindAccount why={state.message} onBound={me.show} /> : null}
      {state.phase === 'error' && state.offline ? <ErrorState {...state} onRetry={me.reload} /> : null}
      {state.phase === 'ready' ? <Day key={state.data.accountId} me={state.data} /> : null}
      {state.phase === 'idle' || state.phase === 'loading' ? <LoadingState /> : null}
    </Frame>
  );
}

/** One person's day, from one of their offices. */
function Day({ me }: { me: Me }): ReactNode {
  const [office, setOffice] = useState(() => currentOffice(me));
  const choose = (grant: Grant): void => {
    keepOffice(officeKey(grant));
    setOffice(grant);
  };
  return (
    <Box className="stack staff">
      <Box className="row-spread">
        <Heading level={1} className="standing">
          {me.name}
        </Heading>
        <Box className="chips">
          <NewsChip accountId={me.accountId} />
          <Press className="chip" onPress={() => open('staffSignIn')}>
            登录电脑端
          </Press>
        </Box>
      </Box>
      <Offices me={me} office={office} onChoose={choose} />
      <Queue key={office ? officeKey(office) : ''} office={office} hasSeveral={officesOf(me).length > 1} />
    </Box>
  );
}

/** The way to the messages, with the number of new ones. */
function NewsChip({ accountId }: { accountId: string }): ReactNode {
  const fresh = useFreshCount(accountId);
  return (
    <Press
      id="go-notices"
      className={`chip ${fresh > 0 ? 'chip-news' : ''}`}
      onPress={() => open('staffNotices', { account: accountId })}
    >
      {fresh > 0 ? `消息 ${fresh}` : '消息'}
    </Press>
  );
}

interface OfficesProps {
  me: Me;
  office: Grant | null;
  onChoose: (grant: Grant) => void;
}

/** As what somebody looks; several to choose from for those who hold several. */
function Offices({ me, office, onChoose }: OfficesProps): ReactNode {
  const directory = useLoad('directory', () => api.call('staff.getDirectory', {}));
  const names = directory.state.phase === 'ready' ? directory.state.data : undefined;
  const offices = officesOf(me);
  if (offices.length < 2 || office === null)
    return <Box className="note">{offices.map((grant) => grantWords(grant, names)).join('、')}</Box>;
  return (
    <Box className="chips" role="radiogroup" label="以哪个身份看">
      {offices.map((grant) => (
        <Chip
          key={officeKey(grant)}
          on={officeKey(grant) === officeKey(office)}
          onPress={() => onChoose(grant)}
        >
          {grantWords(grant, names)}
        </Chip>
      ))}
    </Box>
  );
}

function Queue({ office, hasSeveral }: { office: Grant | null; hasSeveral: boolean }): ReactNode {
  const [shown, setShown] = useState<QueueFilter>(() => {
    const group = firstGroup(office);
    return group ? { group } : {};
  });
  const queue = useQueue(office && hasSeveral ? { ...shown, as: officeKey(office) } : shown);
  const { state } = queue;
  const looksAtAll = isEverything(shown);
  usePullDownRefresh(queue.reload);
  useReachBottom(queue.more);
  useEffect(() => {
    if (state.phase !== 'loading') stopPulling();
  }, [state]);
  return (
    <Loaded state={state} onRetry={queue.reload}>
      {(page) => (
        <Box className="stack">
          <DayGroups
            figures={queue.figures ?? null}
            role={office?.role ?? null}
            shown={shown}
            onChoose={setShown}
          />
          {looksAtAll ? <FindNumber onFind={(number) => setShown({ number })} /> : null}
          {looksAtAll && queue.figures ? (
            <QueueChips figures={queue.figures} shown={shown} onChoose={setShown} />
          ) : null}
          <Rows page={page} shown={shown} role={office?.role} queue={queue} />
        </Box>
      )}
    </Loaded>
  );
}

const NOT_FOUND = { seal: '无', title: '没有找到这个编号', more: '请核对编号；不归您这里看的，也找不到。' };

interface RowsProps {
  page: QueuePage;
  shown: QueueFilter;
  role: Grant['role'] | undefined;
  queue: ReturnType<typeof useQueue>;
}

function Rows({ page, shown, role, queue }: RowsProps): ReactNode {
  if (queue.isOfBefore) {
    const failed = queue.state.phase === 'ready' ? queue.state.stale : null;
    return failed ? <ErrorState message={failed} offline={false} onRetry={queue.reload} /> : <LoadingState />;
  }
  if (page.items.length === 0) {
    const isFiltered = shown.status !== undefined || shown.mark !== undefined;
    const { seal, title, more } =
      shown.number === undefined ? emptyWords(shown, role, isFiltered) : NOT_FOUND;
    return (
      <EmptyState seal={seal} title={title}>
        <Box className="lead">{more}</Box>
      </EmptyState>
    );
  }
  return (
    <Box className="stack">
      <Box className="list list-first">
        {page.items.map((item) => (
          <QueueRow key={item.id} item={item} />
        ))}
      </Box>
      {queue.moreProblem ? <Notice tone="warn">{queue.moreProblem}</Notice> : null}
      {page.nextCursor ? (
        <Button kind="plain" onPress={queue.more} busy={queue.loadingMore ? '正在打开…' : null}>
          看更多
        </Button>
      ) : (
        <Box className="note list-end">{`一共${queueLength(queue.figures, [page]) ?? page.items.length}件，都在这里了`}</Box>
      )}
    </Box>
  );
}

export default StaffQueuePage;
