import { useState, type ReactNode } from 'react';
import type { PublicLead } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { Button } from '../../components/button';
import { CosignPart } from '../../components/cosign-part';
import { Frame } from '../../components/frame';
import { OutcomeMark } from '../../components/parts';
import { EmptyState, Loaded } from '../../components/states';
import { api } from '../../data/api';
import { now } from '../../data/now';
import { usePaged } from '../../data/use-paged';
import { Block, Box, Heading, Press, Span } from '../../platform/elements';
import { useParams } from '../../platform/use-params';

function PublishedPage(): ReactNode {
  const { id } = useParams();
  const [openId, setOpenId] = useState<string | null>(id ?? null);
  const leads = usePaged('published', (cursor) =>
    api.call('resident.listPublished', cursor ? { cursor } : {}),
  );
  return (
    <Frame title="大家反映的事">
      <Box className="stack">
        <Heading level={1}>办得怎么样</Heading>
        <Box className="lead">公开的内容已经去掉个人信息。</Box>
        <Loaded state={leads.state} onRetry={leads.reload}>
          {({ items, nextCursor }) => (
            <Box className="stack">
              {items.length === 0 ? <EmptyState seal="待" title="还没有公开的" /> : null}
              <Box className="list list-first">
                {items.map((lead) => (
                  <PublicRow
                    key={lead.id}
                    lead={lead}
                    open={lead.id === openId}
                    onToggle={() => setOpenId(lead.id === openId ? null : lead.id)}
                  />
                ))}
              </Box>
              {nextCursor ? (
                <Button kind="plain" onPress={leads.more} busy={leads.loadingMore ? '正在打开…' : null}>
                  看更多
                </Button>
              ) : null}
            </Box>
          )}
        </Loaded>
      </Box>
    </Frame>
  );
}

function PublicRow({
  lead,
  open,
  onToggle,
}: {
  lead: PublicLead;
  open: boolean;
  onToggle: () => void;
}): ReactNode {
  return (
    <Box className="public-lead">
      <Press onPress={onToggle} className="public-head">
        <Block className="row-spread">
          <Block className="row-title">{lead.title}</Block>
          <Block className={open ? 'chevron chevron-up' : 'chevron chevron-down'} />
        </Block>
        <Block className="row-foot">
          <OutcomeMark lead={lead} />
          <Span className="note">
            {lead.placeName} · {sayDay(lead.publishedAt, now())}
          </Span>
        </Block>
      </Press>
      {open ? (
        <Box className="stack public-text">
          <Box className="said">{lead.text}</Box>
          <CosignPart lead={lead} />
        </Box>
      ) : null}
    </Box>
  );
}

export default PublishedPage;
