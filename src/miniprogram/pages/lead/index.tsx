import type { ReactNode } from 'react';
import { Frame } from '../../components/frame';
import { LeadActions } from '../../components/lead-actions';
import { LeadStanding } from '../../components/lead-standing';
import { LeadAnswer, LeadPast } from '../../components/lead-story';
import { PhotoStrip } from '../../components/photo-strip';
import { Loaded } from '../../components/states';
import { WhatStaysPossible } from '../../components/what-stays-possible';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { Box } from '../../platform/elements';
import { open } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';
import { WhoSees } from './who-sees';
import { WithdrawPart } from './withdraw-part';

function LeadPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('resident.getMyLead', { leadId }));
  const changing = { onChanged: lead.show, onStale: lead.reload };
  return (
    <Frame title="办到哪一步了">
      <Loaded state={lead.state} onRetry={lead.reload}>
        {(data) => (
          <Box className="stack-wide">
            <LeadStanding lead={data} />
            <LeadActions
              lead={data}
              held={{ leadId }}
              onFeedback={() => open('feedback', { leadId })}
              {...changing}
            />
            <LeadAnswer lead={data} />
            <WhatStaysPossible lead={data} />
            <LeadPast lead={data}>
              <PhotoStrip urls={data.photoUrls} />
            </LeadPast>
            <WhoSees lead={data} {...changing} />
            <WithdrawPart lead={data} {...changing} />
          </Box>
        )}
      </Loaded>
    </Frame>
  );
}

export default LeadPage;
