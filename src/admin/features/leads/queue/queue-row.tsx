import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import type { QueueItem } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { sayCall, sayCosigns } from '@shared/presenters';
import { Due } from '../../../components/due';
import { StatusBadge } from '../../../components/status-badge';

interface QueueRowProps {
  item: QueueItem;
  now: string;
  /** The one row that the Tab key stops at. */
  isCurrent: boolean;
  isChosen: boolean;
  /** An order for it is about to be sent. */
  isHeld: boolean;
  onFocus: () => void;
  onChoose: (isRange: boolean) => void;
}

/** One lead in the list: the whole row opens it, the box at its head chooses it. */
export function QueueRow({ item, now, isCurrent, isChosen, isHeld, onFocus, onChoose }: QueueRowProps) {
  const tabIndex = isCurrent ? 0 : -1;
  const kinds = [item.overdue && 'late', isChosen && 'chosen', isHeld && 'held'].filter(Boolean);
  const choose = (event: MouseEvent<HTMLInputElement>): void => onChoose(event.shiftKey);
  return (
    <tr
      className={['queue-row', ...kinds.map((kind) => `queue-row--${String(kind)}`)].join(' ')}
      aria-selected={isChosen}
    >
      <td className="queue-row__box">
        <input
          type="checkbox"
          aria-label={`选中 ${item.number}`}
          tabIndex={tabIndex}
          checked={isChosen}
          onFocus={onFocus}
          onClick={choose}
          readOnly
        />
      </td>
      <td className="queue-row__number">
        <Link
          to={`/leads/${encodeURIComponent(item.id)}`}
          data-row-link={item.id}
          tabIndex={tabIndex}
          onFocus={onFocus}
          aria-describedby={`text-${item.id} due-${item.id}`}
        >
          {item.number}
        </Link>
        <span className="queue-row__day">{sayDay(item.submittedAt, now)}</span>
      </td>
      <td className="queue-row__text" id={`text-${item.id}`}>
        {item.emergency && <span className="queue-row__emergency">可能是急事</span>}
        {item.chased && <span className="queue-row__chased">群众在催</span>}
        {item.extensionAsked && <span className="queue-row__asked">申请延期</span>}
        {item.broadcast && <Call call={item.broadcast} now={now} />}
        <span className="queue-row__excerpt">{item.excerpt}</span>
        <span className="queue-row__place">
          {[item.placeName || '没有写地点', item.categoryName || '未分类', sayCosigns(item.cosigns)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </td>
      <td className="queue-row__status">
        <StatusBadge status={item.status} />
      </td>
      <td className="queue-row__owner">{item.ownerName}</td>
      <td className="queue-row__due" id={`due-${item.id}`}>
        <Due deadline={item.deadline} overdue={item.overdue} now={now} />
      </td>
    </tr>
  );
}

/** An urgent call: it presses until somebody has claimed the lead. */
function Call({ call, now }: { call: NonNullable<QueueItem['broadcast']>; now: string }) {
  const waits = call.claimedAfterMinutes === null;
  return (
    <span className={waits ? 'queue-row__call queue-row__call--waits' : 'queue-row__call'}>
      {sayCall(call, now)}
    </span>
  );
}
