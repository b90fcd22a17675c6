import { useState, type ReactNode } from 'react';
import { STATUS_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import type { SimilarLead } from '@contract/similar';
import { sayDay } from '@shared/dates';
import { sayWhySimilar } from '@shared/presenters';
import { Section, StatusMark } from '../../../components/parts';
import { api } from '../../../data/api';
import { now } from '../../../data/now';
import { useLoad } from '../../../data/use-load';
import { Box, Press } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

/** Earlier leads that may be the same problem, why they are thought so, and the way to merge into one. */
export function SimilarPart({ lead }: { lead: OfficerLeadView }): ReactNode {
  const similar = useLoad(lead.id, () => api.call('staff.getSimilar', { leadId: lead.id }));
  const { state } = similar;
  if (state.phase === 'error') {
    return (
      <Section title="以前反映过的">
        <Press className="text-link" onPress={similar.reload}>
          这次没有查成，再查一次
        </Press>
      </Section>
    );
  }
  if (state.phase !== 'ready' || state.data.items.length === 0) return null;
  return (
    <Section title="以前反映过的">
      <Box className="note">是不是同一件事，由您判断。</Box>
      <Box className="list list-first">
        {state.data.items.map((item) => (
          <SimilarRow key={item.leadId} item={item} lead={lead} />
        ))}
      </Box>
    </Section>
  );
}

function SimilarRow({ item, lead }: { item: SimilarLead; lead: OfficerLeadView }): ReactNode {
  const [wanted, setWanted] = useState(false);
  const whole = useLoad(wanted ? item.leadId : null, () =>
    api.call('staff.getLead', { leadId: item.leadId }),
  );
  const text = whole.state.phase === 'ready' ? (whole.state.data.text ?? item.excerpt) : item.excerpt;
  const why = sayWhySimilar(item);
  return (
    <Box className="said-part">
      <Box className="row-spread">
        <StatusMark status={item.status} words={STATUS_LABELS} />
        <Box className="note">{`${item.number} · ${sayDay(item.submittedAt, now())}`}</Box>
      </Box>
      <Box className="said">{text}</Box>
      <Box className="note">{`${item.veryLike ? '很像' : '像'}${why && `：${why}`}`}</Box>
      <Box className="row">
        {wanted ? null : (
          <Press className="text-link" onPress={() => setWanted(true)}>
            看全文
          </Press>
        )}
        {item.mayTakeIn && lead.allowed.includes('mergeLead') ? (
          <Press
            className="text-link"
            onPress={() =>
              open('staffCommand', {
                leadId: lead.id,
                command: 'mergeLead',
                intoNumber: item.number,
                reason: why,
              })
            }
          >
            {`并到 ${item.number}`}
          </Press>
        ) : null}
      </Box>
    </Box>
  );
}
