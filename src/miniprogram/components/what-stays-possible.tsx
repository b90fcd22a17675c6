import type { ReactNode } from 'react';
import type { LeadStatus } from '@contract/lead';
import { Button } from './button';
import { ListRow, Section } from './parts';
import { Block, Box } from '../platform/elements';
import { host } from '../platform/host';
import { open } from '../platform/navigate';

/** Where the answer is a no, or the end: nobody is sent away without a next door. */
const ENDED: readonly LeadStatus[] = ['declined', 'outOfScope', 'unresolvable', 'closed', 'withdrawn'];

/** Where the matter lies is known on one's own phone only. */
interface Ended {
  status: LeadStatus;
  townshipId?: string | null;
}

/** What a resident can still do once there is an answer: say it again with something new, ask in person, call. */
export function WhatStaysPossible({ lead }: { lead: Ended }): ReactNode {
  if (!ENDED.includes(lead.status)) return null;
  const place: Record<string, string> = lead.townshipId ? { placeId: lead.townshipId } : {};
  return (
    <Section title="您还可以" id="still-possible">
      <Box className="list list-first">
        <ListRow onPress={() => open('submit')}>
          <Block className="row-title">再说一件</Block>
          <Block className="quiet">有了新情况，或者又出了问题。说清楚哪里不一样，县政协会重新看。</Block>
        </ListRow>
        <ListRow id="go-place" onPress={() => open('place', place)}>
          <Block className="row-title">当面说</Block>
          <Block className="quiet">看看附近的委员之家在哪里、哪天有委员在。</Block>
        </ListRow>
      </Box>
      <Box className="quiet">还不知道该找谁，可以打 12345，有人接，会转给该管的部门。</Box>
      <Button kind="plain" onPress={() => host.dial('12345')}>
        拨打 12345
      </Button>
    </Section>
  );
}
