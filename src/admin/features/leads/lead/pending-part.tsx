import type { OfficerLeadView } from '@contract/lead-views';
import { sayFullDay, sayFully } from '@shared/dates';
import { sayCall } from '@shared/presenters';
import { useServices } from '../../../platform/services';
import { Said, Section } from './section';

/** What waits for somebody's word beside the usual course: a decision to be confirmed, a promise, a review asked for. */
export function PendingPart({ lead }: { lead: OfficerLeadView }) {
  const { now } = useServices();
  return (
    <>
      {lead.proposal && <ProposalPart proposal={lead.proposal} />}
      {lead.promise && lead.status === 'inProgress' && (
        <Section
          title="承诺"
          aside={lead.overdue ? <strong className="late-word">已过承诺的日子</strong> : null}
        >
          <Said
            by={`${lead.promiseUnitName ?? ''}承诺${sayFullDay(lead.promise.dueOn)}以前办好，${sayFully(lead.promise.at)}登记`}
          >
            {lead.promise.text}
          </Said>
        </Section>
      )}
      {lead.broadcast && (
        <Section title="紧急呼叫" aside={sayFully(lead.broadcast.at)}>
          <Said by={`叫${lead.broadcastTo ?? ''}认领`}>{lead.broadcast.reason}</Said>
          <p className="quiet">{sayCall({ ...lead.broadcast, claimedBy: lead.claimedBy ?? null }, now())}</p>
        </Section>
      )}
      {lead.awaitsReview && (
        <Section title="等复查">
          <p>群众再次说没有解决。去看一看，再办就用「重新办理」，不再办就用「不再重新办理」说明原因。</p>
        </Section>
      )}
    </>
  );
}

function ProposalPart({ proposal }: { proposal: NonNullable<OfficerLeadView['proposal']> }) {
  const { decision, by, at } = proposal;
  return (
    <Section
      title={decision.kind === 'adopted' ? '建议采纳，等另一位同事确认' : '建议不采纳，等另一位同事确认'}
      aside={`${by.name}，${sayFully(at)}`}
    >
      {decision.kind === 'adopted' ? (
        <Said by="采纳说明">{decision.note || '没有另写说明'}</Said>
      ) : (
        <>
          <Said by="写给群众的原因">{decision.reason}</Said>
          <Said by="可以去哪里">{decision.goTo}</Said>
        </>
      )}
    </Section>
  );
}
