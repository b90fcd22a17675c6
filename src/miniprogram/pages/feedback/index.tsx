import { useState, type ReactNode } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { Button } from '../../components/button';
import { FeedbackForm, FeedbackThanks } from '../../components/feedback/feedback-part';
import { Frame } from '../../components/frame';
import { EmptyState, Loaded } from '../../components/states';
import { api } from '../../data/api';
import { useLoad } from '../../data/use-load';
import { goBack } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';

function FeedbackPage(): ReactNode {
  const { leadId = '' } = useParams();
  const lead = useLoad(leadId, () => api.call('resident.getMyLead', { leadId }));
  // What was thanked for stays thanked for, although the lead can be rated no more.
  const [said, setSaid] = useState<{ fixed: boolean; lead: TrackedLeadView } | null>(null);
  return (
    <Frame title="解决了没有">
      {said ? (
        <FeedbackThanks isOwn {...said} onBack={goBack} />
      ) : (
        <Loaded state={lead.state} onRetry={lead.reload}>
          {(data) =>
            data.allowed.includes('giveFeedback') ? (
              <FeedbackForm
                lead={data}
                held={{ leadId }}
                onDone={(fixed, next) => setSaid({ fixed, lead: next })}
                onStale={lead.reload}
              />
            ) : (
              <EmptyState seal="谢" title="现在不用评价">
                <Button onPress={goBack}>返回</Button>
              </EmptyState>
            )
          }
        </Loaded>
      )}
    </Frame>
  );
}

export default FeedbackPage;
