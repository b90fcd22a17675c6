import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { SideSheet } from '../../../components/side-sheet';
import { BULK_FORMS } from './bulk-forms';
import type { Bulk } from './use-bulk';

/** After a command for many leads: which were not done, each with its reason. Nothing to show where all were. */
export function BulkOutcomeSheet({ bulk }: { bulk: Bulk }) {
  const { state } = bulk;
  const refused = state.phase === 'done' ? state.outcomes.filter(({ done }) => !done) : [];
  const isOpen = state.phase === 'done' && refused.length > 0;
  const doneCount = state.phase === 'done' ? state.outcomes.length - refused.length : 0;
  const doneWords = state.phase === 'done' ? BULK_FORMS[state.order.command].done : '';
  return (
    <SideSheet title={`${refused.length} 条没有办成`} open={isOpen} onClose={bulk.dismiss}>
      <p className="bulk-outcome__sum">
        {doneCount > 0 ? `其余 ${doneCount} 条${doneWords}。` : ''}
        没有办成的原样没动，原因写在下面。
      </p>
      <ul className="bulk-outcome">
        {refused.map((outcome) => (
          <li key={outcome.leadId}>
            <Link to={`/leads/${encodeURIComponent(outcome.leadId)}`}>{outcome.number}</Link>
            <p>{outcome.done ? '' : outcome.message}</p>
          </li>
        ))}
      </ul>
      <Button theme="primary" variant="outline" onClick={bulk.dismiss}>
        知道了
      </Button>
    </SideSheet>
  );
}
