import type { ReactNode } from 'react';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayMoment } from '@shared/dates';
import { newEntries } from '@shared/new-entries';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/parts';
import { now } from '../../../data/now';
import { Box } from '../../../platform/elements';
import { host } from '../../../platform/host';

interface MovedOnProps {
  /** The lead as it was when the form was opened, and as it is. */
  seen: OfficerLeadView;
  lead: OfficerLeadView;
  isStillAllowed: boolean;
  /** What was written, to be used elsewhere. */
  words: string;
}

/** Somebody else was quicker: who did what meanwhile, and that nothing written is lost. */
export function MovedOn({ seen, lead, isStillAllowed, words }: MovedOnProps): ReactNode {
  const news = newEntries(seen, lead);
  if (news.length === 0 && isStillAllowed) return null;
  const at = now();
  return (
    <Notice tone="warn" title="您填写的时候，这条线索有了变化">
      {news.map((entry) => (
        <Box key={entry.at + entry.text}>{`${sayMoment(entry.at, at)}，${entry.by}：${entry.text}`}</Box>
      ))}
      <Box>
        {isStillAllowed
          ? '您写的都在。看过再点一次就行。'
          : '这一步现在不能办了。您写的都在，可以复制出来另用。'}
      </Box>
      {!isStillAllowed && words !== '' ? (
        <Button kind="plain" onPress={() => void host.copy(words).catch(() => undefined)}>
          复制我写的
        </Button>
      ) : null}
    </Notice>
  );
}
