import type { ReactNode } from 'react';
import { ANONYMITY_EXPLANATIONS, ANONYMITY_LABELS } from '@contract/labels-zh';
import type { ResidentLeadView } from '@contract/lead-views';
import { Fold } from '../../components/fold';
import { Frame } from '../../components/frame';
import { LeadAnswer, LeadPast, LeadStanding } from '../../components/lead-story';
import { HeardPart } from '../../components/heard-part';
import { PhotoStrip } from '../../components/photo-strip';
import { Loaded } from '../../components/states';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { Box } from '../../platform/elements';
import { useParams } from '../../platform/use-params';
import { LeadActions } from './lead-actions';

function LeadPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('resident.getMyLead', { leadId }));
  return (
    <Frame title="办到哪一步了">
      <Loaded state={lead.state} onRetry={lead.reload}>
        {(data) => (
          <Box className="stack-wide">
            <LeadStanding lead={data} />
            <LeadActions lead={data} onChanged={lead.show} onStale={lead.reload} />
            <LeadAnswer lead={data} />
            <LeadPast lead={data}>
              <HeardPart lead={data} />
              <PhotoStrip urls={data.photoUrls} />
            </LeadPast>
            <WhoSees lead={data} />
          </Box>
        )}
      </Loaded>
    </Frame>
  );
}

function sayReveals(times: number): string {
  return times === 0 ? '还没有人查看过。' : `被查看过${times}次，每次都记下了谁看的、为什么。`;
}

function WhoSees({ lead }: { lead: ResidentLeadView }): ReactNode {
  const { anonymity, hasContact, contactMasked, contactReveals } = lead;
  return (
    <Fold title="谁能看到您">
      <Box>
        <Box className="strong">{ANONYMITY_LABELS[anonymity]}</Box>
        <Box>{ANONYMITY_EXPLANATIONS[anonymity]}</Box>
      </Box>
      <Box className="quiet">
        {hasContact ? `您留的是：${contactMasked}。${sayReveals(contactReveals)}` : '您没有留姓名和电话。'}
      </Box>
      <Box className="note">
        换手机查进度：编号 {lead.number}，查询码 {lead.trackingCode}
      </Box>
    </Fold>
  );
}

export default LeadPage;
