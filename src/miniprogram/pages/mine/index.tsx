import type { ReactNode } from 'react';
import type { MyLeadItem } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { Button } from '../../components/button';
import { Frame } from '../../components/frame';
import { ListRow, Section, StatusMark } from '../../components/parts';
import { NotifyMe } from '../../components/notify-me';
import { WaitingHere } from '../../components/waiting-here';
import { EmptyState, Loaded } from '../../components/states';
import { Words } from '../../components/words';
import { api } from '../../data/api';
import { now } from '../../data/now';
import { usePaged } from '../../data/use-paged';
import { Block, Box, Span } from '../../platform/elements';
import { open } from '../../platform/navigate';
import { DemoIdentitySwitch } from './demo-identity-switch';
import { KeptHere } from './kept-here';
import { News, useNews } from './news';

function MinePage(): ReactNode {
  const leads = usePaged('mine', (cursor) => api.call('resident.listMyLeads', cursor ? { cursor } : {}));
  const news = useNews();
  return (
    <Frame title="我反映过的事">
      <Box className="stack-wide">
        <WaitingHere />
        <News id="news" title="新消息" items={news.fresh} />
        {leads.state.phase === 'error' ? <KeptHere /> : null}
        <Loaded state={leads.state} onRetry={leads.reload}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <NothingYet />
            ) : (
              <Box className="stack">
                <Box className="list list-first">
                  {items.map((item) => (
                    <MyLeadRow key={item.id} item={item} />
                  ))}
                </Box>
                {nextCursor ? (
                  <Button kind="plain" onPress={leads.more} busy={leads.loadingMore ? '正在打开…' : null}>
                    看更早的
                  </Button>
                ) : null}
              </Box>
            )
          }
        </Loaded>
        <News id="news-earlier" title="以前的消息" items={news.earlier} />
        <NotifyMe words="再要一条微信提醒" />
        <Section title="其他">
          <Box className="list list-first">
            <ListRow onPress={() => open('track')}>用编号查进度</ListRow>
            <ListRow id="go-privacy" onPress={() => open('privacy')}>
              我的信息和隐私
            </ListRow>
            <ListRow id="go-staff" onPress={() => open('staffQueue')}>
              工作人员入口
            </ListRow>
          </Box>
          <DemoIdentitySwitch />
        </Section>
      </Box>
    </Frame>
  );
}

function MyLeadRow({ item }: { item: MyLeadItem }): ReactNode {
  return (
    <ListRow id={`lead-${item.id}`} onPress={() => open('lead', { leadId: item.id })}>
      <Block className="row-title clamp-two">{item.excerpt}</Block>
      <Block className="row-foot">
        <StatusMark status={item.status} />
        <Span className="note">
          <Words text={`${sayDay(item.submittedAt, now())}，${item.number}`} />
        </Span>
      </Block>
      <Block className={item.needsMe ? 'row-next strong' : 'row-next quiet'}>
        <Words text={item.needsMe ? `等您：${item.next}` : item.next} />
      </Block>
    </ListRow>
  );
}

function NothingYet(): ReactNode {
  return (
    <EmptyState seal="待" title="您还没有反映过">
      <Box className="lead">路不平、灯不亮、水不清，都可以说。</Box>
      <Button onPress={() => open('submit')}>说说您遇到的问题</Button>
    </EmptyState>
  );
}

export default MinePage;
