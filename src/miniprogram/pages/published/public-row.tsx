import type { ReactNode } from 'react';
import type { PublicLead } from '@contract/lead-views';
import { sayDay } from '@shared/dates';
import { CosignPart } from '../../components/cosign-part';
import { OutcomeMark } from '../../components/parts';
import { now } from '../../data/now';
import { Block, Box, Press, Span } from '../../platform/elements';

interface PublicRowProps {
  lead: PublicLead;
  open: boolean;
  onToggle: () => void;
}

/** A published matter: its title, how it ended and where; a tap shows what was written and the way to join in. */
export function PublicRow({ lead, open, onToggle }: PublicRowProps): ReactNode {
  return (
    <Box className="public-lead" id={`public-${lead.id}`}>
      <Press onPress={onToggle} className="public-head" expanded={open}>
        <Block className="row-spread">
          <Block className="row-title">{lead.title}</Block>
          <Block className={open ? 'chevron chevron-up' : 'chevron chevron-down'} />
        </Block>
        <Block className="row-foot">
          <OutcomeMark lead={lead} />
          <Span className="note">
            {lead.placeName}，{sayDay(lead.publishedAt, now())}
          </Span>
        </Block>
      </Press>
      {open ? (
        <Box className="stack public-text">
          <Box className="said">{lead.text}</Box>
          <CosignPart lead={lead} />
        </Box>
      ) : null}
    </Box>
  );
}
