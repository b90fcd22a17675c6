import type { ReactNode } from 'react';
import type { CommandName, OfficerCommand } from '@contract/commands';
import { OFFICER_COMMANDS } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { sayDeadline } from '@shared/presenters';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Notice, Section, StatusMark, Timeline } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { now } from '../../../data/now';
import { useLoad } from '../../../data/use-load';
import { Box, Picture } from '../../../platform/elements';
import { open } from '../../../platform/navigate';
import { useParams } from '../../../platform/use-params';
import { commandName } from '../../forms/command-forms';
import { factsOf } from './lead-facts';
import { PlaceChoice } from './place-choice';
import { RouteChoice } from './route-choice';

function StaffLeadPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('staff.getLead', { leadId }));
  return (
    <Frame title="线索">
      <Loaded state={lead.state} onRetry={lead.reload}>
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
  const deadline = sayDeadline(lead.deadline ?? null, lead.overdue ?? false, now());
  return (
    <Box className="stack-wide">
      <Box className="stack">
        <Box className="row-spread">
          <StatusMark status={lead.status} />
          <Box className="note">{lead.number}</Box>
        </Box>
        <Box className="lead said">{lead.text ?? ''}</Box>
        <Box className="note">
          {lead.placeName ? `${lead.placeName} · ` : ''}
          {sayFully(lead.submittedAt)}
        </Box>
        {lead.photoUrls && lead.photoUrls.length > 0 ? (
          <Box className="photos">
            {lead.photoUrls.map((url, index) => (
              <Box key={url} className="photo">
                <Picture className="photo-image" src={url} label={`第${index + 1}张照片`} />
              </Box>
            ))}
          </Box>
        ) : null}
        {deadline ? <Notice tone={lead.overdue ? 'stop' : undefined}>{deadline}</Notice> : null}
      </Box>
      <PlaceChoice lead={lead} onSet={onChanged} onStale={onStale} />
      {lead.route && lead.allowed.includes('confirmRoute') ? (
        <RouteChoice lead={lead} route={lead.route} onChange={onChanged} onStale={onStale} />
      ) : null}
      <Commands lead={lead} />
      <Facts lead={lead} />
      <Section title="经过">
        <Timeline entries={lead.history ?? lead.timeline ?? []} />
      </Section>
    </Box>
  );
}

function Commands({ lead }: { lead: OfficerLeadView }): ReactNode {
  const commands = lead.allowed.filter(isOfficerCommand).filter((command) => command !== 'confirmRoute');
  if (commands.length === 0) return <Notice>{lead.next ?? '现在没有要您办的。'}</Notice>;
  return (
    <Section title="可以办的">
      {commands.map((command, index) => (
        <Button
          key={command}
          id={`do-${command}`}
          kind={index === 0 ? 'primary' : 'plain'}
          onPress={() => open('staffCommand', { leadId: lead.id, command })}
        >
          {commandName(command)}
        </Button>
      ))}
    </Section>
  );
}

function Facts({ lead }: { lead: OfficerLeadView }): ReactNode {
  return (
    <Section title="情况">
      <Box className="list list-first">
        {factsOf(lead).map(({ name, value }) => (
          <Box key={name} className="fact">
            <Box className="note">{name}</Box>
            <Box className="said">{value}</Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function isOfficerCommand(command: CommandName): command is OfficerCommand {
  return (OFFICER_COMMANDS as readonly string[]).includes(command);
}

export default StaffLeadPage;
