import type { ReactNode } from 'react';
import type { OfficerDirectory, TemplateUse } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { templatesFor } from '@shared/templates';
import { Box, Press } from '../../../platform/elements';

interface StartersProps {
  use: TemplateUse;
  lead: OfficerLeadView;
  directory: OfficerDirectory;
  onTake: (text: string) => void;
}

/** The county's ready-made texts, with this lead's facts in them; a tap puts one into the field. */
export function Starters({ use, lead, directory, onTake }: StartersProps): ReactNode {
  const nameIn = (list: readonly { id: string; name: string }[], id: string | null | undefined): string =>
    list.find((one) => one.id === id)?.name ?? '';
  const texts = templatesFor(use, directory.templates, {
    number: lead.number,
    townshipName: nameIn(directory.townships, lead.townshipId),
    placeName: lead.placeName,
    categoryName: lead.categoryName ?? '',
    unitName: nameIn(directory.units, lead.handOver?.unitId ?? lead.route?.unitIds[0]),
  });
  if (texts.length === 0) return null;
  return (
    <Box className="chips starters" role="group" label="现成的话，点一下放进去">
      {texts.map(({ name, text }) => (
        <Press key={name} className="chip" onPress={() => onTake(text)}>
          {name}
        </Press>
      ))}
    </Box>
  );
}
