import type { ReactNode } from 'react';
import { STATUS_LABELS } from '@contract/labels-zh';
import type { QueueItem } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { isLate, sayCall, sayDue } from '@shared/presenters';
import { ListRow, StatusMark } from '../../../components/parts';
import { now } from '../../../data/now';
import { Block, Span } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

/** One lead of the list: its words, where it stands, by when, where it is. */
export function QueueRow({ item }: { item: QueueItem }): ReactNode {
  const at = now();
  const { deadline, overdue } = item;
  const call = item.broadcast;
  return (
    <ListRow id={`lead-${item.id}`} onPress={() => open('staffLead', { leadId: item.id })}>
      {item.emergency ? <Block className="urgent-line">可能是急事</Block> : null}
      {item.chased ? <Block className="urgent-line">群众在催</Block> : null}
      {item.extensionAsked ? <Block className="strong">申请延期</Block> : null}
      {call ? (
        <Block className={call.claimedAfterMinutes === null ? 'urgent-line' : 'note'}>
          {sayCall(call, at)}
        </Block>
      ) : null}
      <Block className="row-title clamp-two">{item.excerpt}</Block>
      <Block className="row-foot">
        <StatusMark status={item.status} words={STATUS_LABELS} />
        {deadline ? (
          <Span className={isLate(deadline, overdue, at) ? 'due-late' : 'note'}>
            {sayDue(deadline, overdue, at)}
          </Span>
        ) : null}
      </Block>
      <Block className="note row-next">
        {[item.placeName, item.categoryName, item.unitName, `${sayDay(item.submittedAt, at)}收到`]
          .filter(Boolean)
          .join(' · ')}
      </Block>
    </ListRow>
  );
}
