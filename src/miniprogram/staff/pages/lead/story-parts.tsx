import type { ReactNode } from 'react';
import { DOOR_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { sayCall } from '@shared/presenters';
import { Section } from '../../../components/parts';
import { now } from '../../../data/now';
import { Box } from '../../../platform/elements';
import { HandledPart } from './handled-part';
import { Said } from './said';

/** What became of the matter since, in the order of the work; parts nobody filled are left out. */
export function StoryParts({ lead }: { lead: OfficerLeadView }): ReactNode {
  return (
    <Box className="stack-wide">
      <CallPart lead={lead} />
      <SupplementsPart lead={lead} />
      <VisitsPart lead={lead} />
      <DecisionPart lead={lead} />
      <RelatedPart lead={lead} />
      <RecordsPart lead={lead} />
      <HandledPart lead={lead} />
    </Box>
  );
}

interface PartProps {
  lead: OfficerLeadView;
}

function CallPart({ lead: { broadcast, broadcastTo, claimedBy = null } }: PartProps): ReactNode {
  if (!broadcast) return null;
  return (
    <Section title="紧急呼叫">
      <Said by={`叫${broadcastTo ?? ''}认领，${sayFully(broadcast.at)}`} text={broadcast.reason} />
      <Box className="note">{sayCall({ ...broadcast, claimedBy }, now())}</Box>
    </Section>
  );
}

function SupplementsPart({ lead: { supplements } }: PartProps): ReactNode {
  if (!supplements?.length) return null;
  return (
    <Section title="补充情况">
      {supplements.map(({ question, askedAt, answer, answeredAt }) =>
        question === '' ? (
          <Said key={askedAt} by={`群众补充，${sayFully(askedAt)}`} text={answer ?? ''} />
        ) : (
          <Said key={askedAt} by={`问群众，${sayFully(askedAt)}`} text={question}>
            <Box className="note">
              {answer ? `群众补充，${answeredAt ? sayFully(answeredAt) : ''}` : '还没有回答'}
            </Box>
            {answer ? <Box className="said">{answer}</Box> : null}
          </Said>
        ),
      )}
    </Section>
  );
}

function VisitsPart({ lead: { visits } }: PartProps): ReactNode {
  if (!visits?.length) return null;
  return (
    <Section title="走访">
      {visits.map(({ at, by, text, photoUrls }) => (
        <Said key={at} by={`${by}，${sayFully(at)}`} text={text} photoUrls={photoUrls} />
      ))}
    </Section>
  );
}

function DecisionPart({ lead: { proposal, decision, outOfScope } }: PartProps): ReactNode {
  const decided = proposal?.decision ?? decision;
  if (!decided && !outOfScope) return null;
  const waits = proposal ? `${proposal.by.name}的建议，等另一位同事确认` : '';
  return (
    <Section title={decided?.kind === 'adopted' ? '采纳' : decided ? '不采纳' : '不属受理范围'}>
      {waits ? <Box className="strong">{waits}</Box> : null}
      {decided?.kind === 'adopted' ? <Said by="采纳说明" text={decided.note || '没有另写说明'} /> : null}
      {decided?.kind === 'declined' ? <Said by="写给群众的原因" text={decided.reason} /> : null}
      {decided?.kind === 'declined' ? <Said by="可以去哪里" text={decided.goTo} /> : null}
      {outOfScope ? <Said by={`请去：${DOOR_LABELS[outOfScope.door]}`} text={outOfScope.note} /> : null}
    </Section>
  );
}

function RelatedPart({ lead }: PartProps): ReactNode {
  const { issue } = lead;
  const lines = [
    lead.mergedIntoNumber ? `已经并到 ${lead.mergedIntoNumber}，进展以那一条为准。` : '',
    ...(lead.mergedNumbers ?? []).map((number) => `并进来的：${number}`),
    lead.splitFromNumber ? `从 ${lead.splitFromNumber} 里拆出来单独办的。` : '',
    ...(lead.partNumbers ?? []).map((number) => `拆出去单独办的：${number}`),
    issue ? `热点「${issue.title}」：${issue.leads}条线索，${issue.people}个人，${issue.places}个地方。` : '',
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <Section title="和别的线索">
      {lines.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </Section>
  );
}

function RecordsPart({ lead: { reports = [], consultations = [] } }: PartProps): ReactNode {
  if (reports.length + consultations.length === 0) return null;
  return (
    <Section title="报送和协商">
      {reports.map(({ kind, title, recipient, at, sign, withdrawn }) => (
        <Said
          key={at}
          by={`${REPORT_KIND_LABELS[kind]}${sign ? ` ${sign}` : ''}，报${recipient}，${sayFully(at)}`}
          text={withdrawn === undefined ? `《${title}》` : `《${title}》（作废：${withdrawn}）`}
        />
      ))}
      {consultations.map(({ heldOn, place, participants, conclusion }) => (
        <Said key={heldOn + place} by={`${heldOn}，${place}，${participants}`} text={conclusion} />
      ))}
    </Section>
  );
}
