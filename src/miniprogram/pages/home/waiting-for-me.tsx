import type { ReactNode } from 'react';
import type { MyLeadItem } from '@contract/lead-views';
import { Button } from '../../components/button';
import { ListRow } from '../../components/parts';
import { Block, Box, Heading } from '../../platform/elements';
import { open } from '../../platform/navigate';

/** What waits for this resident, before anything else: what is asked, until when, and one tap to answer it. */
export function WaitingForMe({ items }: { items: readonly MyLeadItem[] }): ReactNode {
  const [first, ...others] = items;
  if (first === undefined) return null;
  const isAsked = first.status === 'awaitingSupplement';
  return (
    <Box className="card stack" id="waiting-for-me">
      <Heading level={2}>{isAsked ? '有一件事在等您补充' : '有一件事请您看看好了没有'}</Heading>
      <Box className="said clamp-two">{first.excerpt}</Box>
      <Box className="quiet">{first.next}</Box>
      <Button
        id="go-waiting"
        onPress={() =>
          isAsked ? open('lead', { leadId: first.id }) : open('feedback', { leadId: first.id })
        }
      >
        {isAsked ? '去补充' : '说说解决了没有'}
      </Button>
      {others.length > 0 ? (
        <ListRow onPress={() => open('mine')}>
          <Block>{`还有 ${others.length} 件也在等您`}</Block>
        </ListRow>
      ) : null}
    </Box>
  );
}
