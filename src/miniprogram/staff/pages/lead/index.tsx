import { useState, type ReactNode } from 'react';
import { DEADLINE_LABELS, STATUS_LABELS } from '@contract/labels-zh';
import type { Audience, OfficerLeadView } from '@contract/lead-views';
import { sayDay, sayFully } from '@shared/dates';
import { mainCommandOf } from '@shared/main-command';
import { isLate, sayDue } from '@shared/presenters';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Section, StatusMark, Timeline } from '../../../components/parts';
import { HeardPart } from '../../../components/heard-part';
import { PhotoStrip } from '../../../components/photo-strip';
import { Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { now } from '../../../data/now';
import { useLoad } from '../../../data/use-load';
import { Box, Heading } from '../../../platform/elements';
import { useParams } from '../../../platform/use-params';
import '../../staff.css';
import { AlsoReading } from './also-reading';
import { MainCommand, OtherCommands } from './commands';
import { ExtensionPart } from './extension-part';
import { factsOf } from './lead-facts';
import { PlaceChoice } from './place-choice';
import { RouteChoice } from './route-choice';
import { RoutePart } from './route-part';
import { SimilarPart } from './similar-part';
import { StoryParts } from './story-parts';

/** Who is told of earlier leads about the same problem: not the unit that answers, nor those who only look on. */
const JUDGES_DUPLICATES: readonly Audience[] = ['committee', 'liaison', 'member'];

function StaffLeadPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('staff.getLead', { leadId }));
  const { state } = lead;
  const main =
    state.phase === 'ready' && mainCommandOf(state.data) ? <MainCommand lead={state.data} /> : null;
  return (
    <Frame title="线索" dock={main}>
      <Loaded state={state} onRetry={lead.reload}>
        {(data) => <LeadOnOnePage lead={data} onChanged={lead.show} onStale={lead.reload} />}
      </Loaded>
    </Frame>
  );
}

interface LeadOnOnePageProps {
  lead: OfficerLeadView;
  onChanged: (lead: OfficerLeadView) => void;
  onStale: () => void;
}

function LeadOnOnePage({ lead, onChanged, onStale }: LeadOnOnePageProps): ReactNode {
  const { route } = lead;
  return (
    <Box className="stack-wide staff">
      <AlsoReading leadId={lead.id} />
      <Head lead={lead} />
      <NextStep lead={lead} />
      <ExtensionPart lead={lead} />
      <PlaceChoice lead={lead} onSet={onChanged} onStale={onStale} />
      {route && lead.allowed.includes('confirmRoute') ? (
        <RouteChoice lead={lead} route={route} onChange={onChanged} onStale={onStale} />
      ) : null}
      <StoryParts lead={lead} />
      <OtherCommands lead={lead} />
      {route ? <RoutePart lead={lead} route={route} /> : null}
      {JUDGES_DUPLICATES.includes(lead.audience) ? <SimilarPart lead={lead} /> : null}
      <Facts lead={lead} />
      <Past lead={lead} />
    </Box>
  );
}

function Head({ lead }: { lead: OfficerLeadView }): ReactNode {
  return (
    <Box className="stack">
      <Box className="row-spread">
        <StatusMark status={lead.status} words={STATUS_LABELS} />
        <Heading level={1} className="note">
          {lead.number}
        </Heading>
      </Box>
      <Box className="lead said">{lead.text ?? ''}</Box>
      <Box className="note">
        {[lead.placeName, lead.placeNote, `${sayFully(lead.submittedAt)}收到`].filter(Boolean).join(' · ')}
      </Box>
      <HeardPart lead={lead} />
      <PhotoStrip urls={lead.photoUrls ?? []} what="群众的照片" />
    </Box>
  );
}

/** What is this officer's to do, and by when. */
function NextStep({ lead }: { lead: OfficerLeadView }): ReactNode {
  const { deadline, overdue = false } = lead;
  const at = now();
  const late = deadline ? isLate(deadline, overdue, at) : overdue;
  return (
    <Box className={late ? 'next-step next-step-late' : 'next-step'} role="group" label="下一步">
      <Box className="next-step-words">{lead.next ?? ''}</Box>
      {deadline ? (
        <Box className={late ? 'due-late' : 'note'}>
          {`${DEADLINE_LABELS[deadline.kind]} ${sayDay(deadline.dueAt, at)}，${sayDue(deadline, overdue, at)}`}
        </Box>
      ) : null}
    </Box>
  );
}

function Facts({ lead }: { lead: OfficerLeadView }): ReactNode {
  return (
    <Section title="情况">
      <Box className="list list-first">
        {factsOf(lead).map(({ name, value }) => (
          <Box key={name} className="fact row-spread">
            <Box className="note">{name}</Box>
            <Box className="said fact-value">{value}</Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

/** So much of a long story is read at first. */
const LATEST = 4;

function Past({ lead }: { lead: OfficerLeadView }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const entries = lead.history ?? lead.timeline ?? [];
  return (
    <Section title="经过">
      <Timeline entries={isWhole ? entries : entries.slice(-LATEST)} />
      {!isWhole && entries.length > LATEST ? (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {`看全部${entries.length}步`}
        </Button>
      ) : null}
    </Section>
  );
}

export default StaffLeadPage;
