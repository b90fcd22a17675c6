import { useState, type ReactNode } from 'react';
import type { EarlierLead } from '@contract/similar';
import { sayMonth } from '@shared/dates';
import { saySamePlace } from '@shared/presenters';
import { Button } from '../../components/button';
import { CosignPart } from '../../components/cosign-part';
import { Section, StatusMark } from '../../components/parts';
import { Box, Span } from '../../platform/elements';

/** What was submitted about the same before. To be read or put away; submitting goes on as if it were not there. */
export function EarlierLeads({ items }: { items: readonly EarlierLead[] }): ReactNode {
  const [away, setAway] = useState(false);
  if (away || items.length === 0) return null;
  return (
    <Section id="earlier" title="可能有人反映过">
      <Box className="note" role="status">
        {items.some(mayJoin)
          ? '您照样可以提交。是同一件事，附议一下也行，不用再写一遍。'
          : '您照样可以提交。人多反映，办的人更清楚。'}
      </Box>
      <Box className="stack" role="list">
        {items.map((item, index) => (
          <Box key={item.leadId ?? index} role="listitem" className="earlier-lead">
            <Box className={item.text === '' ? 'said' : 'said strong'}>{nameOf(item)}</Box>
            {item.text === '' ? null : <Box className="said">{item.text}</Box>}
            <Box className="note">
              <StatusMark status={item.status} />
              <Span>{factsOf(item)}</Span>
            </Box>
            {item.leadId !== null && mayJoin(item) ? (
              <CosignPart lead={{ id: item.leadId, cosigns: item.cosigns, cosign: item.cosign }} />
            ) : null}
          </Box>
        ))}
      </Box>
      <Button id="put-earlier-away" kind="plain" onPress={() => setAway(true)}>
        不是这些，不用再提示
      </Button>
    </Section>
  );
}

const mayJoin = ({ cosign }: EarlierLead): boolean => cosign !== 'none';

const nameOf = ({ own, title, categoryName }: EarlierLead): string =>
  own ? `您自己反映过：${categoryName}` : title || `${categoryName}方面的一件事`;

const factsOf = ({ placeName, samePlace, month, people }: EarlierLead): string =>
  [saySamePlace(samePlace) ?? placeName, sayMonth(month), people > 1 ? `${people} 个人反映` : '']
    .filter(Boolean)
    .join('，');
