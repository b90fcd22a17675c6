import type { ReactNode } from 'react';
import type { MyLeadItem } from '@contract/lead-views';
import { Button } from '../../components/button';
import { ListRow } from '../../components/parts';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { Block, Box, Heading } from '../../platform/elements';
import { open } from '../../platform/navigate';

/** What waits for this resident, before anything else; nothing until that is known, and where nothing does. */
export function WaitingForMe(): ReactNode {
  const mine = useLoad('waiting', () => api.call('resident.listMyLeads', {}));
  if (mine.state.phase !== 'ready') return null;
  return <Waiting items={mine.state.data.items.filter(({ needsMe }) => needsMe)} />;
}

/** What is asked, until when, and one tap to answer it. */
function Waiting({ items }: { items: readonly MyLeadItem[] }): ReactNode {
  const [first, ...others] = items;
  if (first === undefined) return null;
  const isAsked = first.status === 'awaitingSupplement';
  const isNotYet = first.status === 'unresolvable';
  return (
    <Box className="card stack" id="waiting-for-me">
      <Heading level={2}>
        {isAsked ? '有一件事在等您补充' : isNotYet ? '有一件事眼下还办不了' : '有一件事请您看看好了没有'}
      </Heading>
      <Box className="said clamp-two">{first.excerpt}</Box>
      <Box className="quiet">{first.next}</Box>
      <Button
        id="go-waiting"
        onPress={() =>
          isAsked ? open('lead', { leadId: first.id }) : open('feedback', { leadId: first.id })
        }
      >
        {isAsked ? '去补充' : isNotYet ? '我有话要说' : '说说解决了没有'}
      </Button>
      {others.length > 0 ? (
        <ListRow onPress={() => open('mine')}>
          <Block>{`还有 ${others.length} 件也在等您`}</Block>
        </ListRow>
      ) : null}
    </Box>
  );
}
