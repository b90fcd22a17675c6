import type { OfficerLeadView } from '@contract/lead-views';
import { Due } from '../../../components/due';
import { useServices } from '../../../platform/services';

/** Who has it, by when, and what the reader has to do next. */
export function NextStep({ lead }: { lead: OfficerLeadView }) {
  const { now } = useServices();
  return (
    <section className={lead.overdue ? 'next-step next-step--late' : 'next-step'} aria-label="现在到哪一步">
      <dl className="next-step__pairs">
        {lead.ownerName && (
          <div>
            <dt>在谁手里</dt>
            <dd>{lead.ownerName}</dd>
          </div>
        )}
        {lead.deadline && (
          <div>
            <dt>期限</dt>
            <dd>
              <Due deadline={lead.deadline} overdue={lead.overdue ?? false} now={now()} />
            </dd>
          </div>
        )}
      </dl>
      {lead.next && (
        <div className="next-step__said">
          <p>下一步</p>
          <p className="next-step__words">{lead.next}</p>
        </div>
      )}
    </section>
  );
}
