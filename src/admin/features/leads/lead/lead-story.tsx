import { Link } from 'react-router';
import { DOOR_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import type { Decision, LeadStatus, Outcome } from '@contract/lead';
import { sayFeedback } from '@shared/feedback-words';
import { sayFully } from '@shared/dates';
import { queueAddress } from '../../../platform/queue-address';
import { ExtensionPart } from './extension-part';
import { HandOverPart } from './hand-over-part';
import { PendingPart } from './pending-part';
import { Photos } from './photos';
import { RouteChoice } from './route-choice';
import { RouteElsewhere } from './route-elsewhere';
import { RoutePart } from './route-part';
import { Said, Section } from './section';

interface LeadStoryProps {
  lead: OfficerLeadView;
  onChoose: (command: OfficerCommand) => void;
}

/** Until then it matters, and before all else, that somebody may be at the wrong door, or in danger. */
const UNDECIDED: readonly LeadStatus[] = ['routed', 'accepted'];

/** Everything that happened to the matter since, in the order of the work; parts nobody filled are left out. */
export function LeadStory({ lead, onChoose }: LeadStoryProps) {
  const { route } = lead;
  return (
    <>
      {route?.outOfScope && UNDECIDED.includes(lead.status) && (
        <RouteElsewhere lead={lead} suspicion={route.outOfScope} onChoose={onChoose} />
      )}
      {route && lead.allowed.includes('confirmRoute') && (
        <RouteChoice lead={lead} route={route} onChoose={onChoose} />
      )}
      <ExtensionPart lead={lead} onChoose={onChoose} />
      {route && <RoutePart lead={lead} route={route} />}
      <Supplements lead={lead} />
      {lead.outOfScope && (
        <Section title="不属受理范围">
          <Said by={`请去：${DOOR_LABELS[lead.outOfScope.door]}`}>{lead.outOfScope.note}</Said>
        </Section>
      )}
      <PendingPart lead={lead} />
      {lead.decision && <DecisionPart decision={lead.decision} />}
      <Merges lead={lead} />
      <Splits lead={lead} />
      <HandOverPart lead={lead} />
      <Activities lead={lead} />
      {lead.outcome && <OutcomePart outcome={lead.outcome} />}
      {lead.published && (
        <Section title="已经公开" aside={sayFully(lead.published.at)}>
          <Said by={lead.published.title}>{lead.published.text}</Said>
        </Section>
      )}
      <FeedbackPart lead={lead} />
    </>
  );
}

function Supplements({ lead }: { lead: OfficerLeadView }) {
  if (!lead.supplements?.length) return null;
  return (
    <Section title="补充情况">
      {lead.supplements.map(({ question, askedAt, answer, answeredAt }) => (
        <div key={askedAt} className="story-part__item">
          {question !== '' && <Said by={`问群众，${sayFully(askedAt)}`}>{question}</Said>}
          {answer ? (
            <Said by={`群众补充，${answeredAt ? sayFully(answeredAt) : ''}`}>{answer}</Said>
          ) : (
            <p className="quiet">还没有回答</p>
          )}
        </div>
      ))}
    </Section>
  );
}

function DecisionPart({ decision }: { decision: Decision }) {
  const title = decision.kind === 'adopted' ? '采纳' : '未采纳';
  return (
    <Section title={title} aside={sayFully(decision.at)}>
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

function Merges({ lead }: { lead: OfficerLeadView }) {
  if (!lead.mergedIntoNumber && !lead.mergedNumbers?.length) return null;
  return (
    <Section title="并案">
      {lead.mergedIntoNumber && (
        <p>
          这条已经并到 <NumberLink number={lead.mergedIntoNumber} />
          ，进展以那一条为准。
        </p>
      )}
      {lead.mergedNumbers?.length ? (
        <ul className="merged">
          {lead.mergedNumbers.map((number) => (
            <li key={number}>
              并进来的 <NumberLink number={number} />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Splits({ lead }: { lead: OfficerLeadView }) {
  if (!lead.splitFromNumber && !lead.partNumbers?.length) return null;
  return (
    <Section title="拆件">
      {lead.splitFromNumber && (
        <p>
          从 <NumberLink number={lead.splitFromNumber} /> 里拆出来单独办的。
        </p>
      )}
      {lead.partNumbers?.map((number) => (
        <p key={number}>
          里面另有一件，单独办：
          <NumberLink number={number} />
        </p>
      ))}
    </Section>
  );
}

function NumberLink({ number }: { number: string }) {
  return <Link to={queueAddress({ number })}>{number}</Link>;
}

function Activities({ lead }: { lead: OfficerLeadView }) {
  // What has a paper is shown with the papers.
  const reports = (lead.reports ?? []).filter(({ paperId }) => paperId === undefined);
  return (
    <>
      {reports.length > 0 ? (
        <Section title="报送">
          {reports.map(({ kind, title, recipient, at }) => (
            <Said key={at} by={`${REPORT_KIND_LABELS[kind]}，报${recipient}，${sayFully(at)}`}>
              {`《${title}》`}
            </Said>
          ))}
        </Section>
      ) : null}
      {lead.consultations?.length ? (
        <Section title="协商">
          {lead.consultations.map(({ heldOn, place, participants, conclusion }) => (
            <Said key={heldOn + place} by={`${heldOn}，${place}，${participants}`}>
              {conclusion}
            </Said>
          ))}
        </Section>
      ) : null}
      {lead.visits?.length ? (
        <Section title="走访">
          {lead.visits.map(({ at, by, text, photoUrls }) => (
            <div key={at} className="story-part__item">
              <Said by={`${by}，${sayFully(at)}`}>{text}</Said>
              <Photos urls={photoUrls ?? []} />
            </div>
          ))}
        </Section>
      ) : null}
    </>
  );
}

function OutcomePart({ outcome }: { outcome: Outcome }) {
  return (
    <Section title={outcome.kind === 'resolved' ? '已解决' : '暂不能解决'} aside={sayFully(outcome.at)}>
      {outcome.kind === 'resolved' ? (
        <Said by="办成了什么">{outcome.summary}</Said>
      ) : (
        <>
          <Said by="原因">{outcome.reason}</Said>
          <Said by="什么情况下能解决">{outcome.whatWouldChange}</Said>
        </>
      )}
    </Section>
  );
}

function FeedbackPart({ lead }: { lead: OfficerLeadView }) {
  if (!lead.feedback?.length) return null;
  return (
    <Section title="群众怎么说">
      {lead.feedback.map((given) => (
        <div key={given.at} className="story-part__item">
          <Said by={`${given.fixed ? '解决了' : '没解决'}，${given.stars} 星，${sayFully(given.at)}`}>
            {sayFeedback(given)}
          </Said>
          <Photos urls={given.photoUrls ?? []} />
        </div>
      ))}
    </Section>
  );
}
