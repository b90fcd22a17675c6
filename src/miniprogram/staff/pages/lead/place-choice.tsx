import type { ReactNode } from 'react';
import type { OfficerLeadView } from '@contract/lead-views';
import { Notice, Section } from '../../../components/parts';
import { useCommand } from '../../../data/use-command';
import { Block, Press, Box } from '../../../platform/elements';

interface PlaceChoiceProps {
  lead: OfficerLeadView;
  onSet: (lead: OfficerLeadView) => void;
  onStale: () => void;
}

/** The places a lead can be about, one tap each; shown only while that is open and to those who may settle it. */
export function PlaceChoice({ lead, onSet, onStale }: PlaceChoiceProps): ReactNode {
  const setting = useCommand('staff.setPlace', onSet, onStale);
  const candidates = lead.route?.placeCandidates ?? [];
  if (candidates.length === 0 || !lead.allowed.includes('setPlace')) return null;
  return (
    <Section title="说的是哪里？">
      <Box className="note">点一个就定下来，联络员跟着定。</Box>
      <Box role="group" label="可能的地点">
        {candidates.map(({ id, name, why }) => (
          <Press
            key={id}
            id={`place-${id}`}
            className="place-hit"
            disabled={setting.running}
            onPress={() => setting.run({ leadId: lead.id, version: lead.version, placeId: id })}
          >
            <Block className="strong">{name}</Block>
            <Block className="note">{why}</Block>
          </Press>
        ))}
      </Box>
      {setting.problem ? <Notice tone="stop">{setting.problem}</Notice> : null}
    </Section>
  );
}
