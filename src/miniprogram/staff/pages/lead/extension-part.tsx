import type { ReactNode } from 'react';
import { COMMAND_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { EXTENSION_ANSWERS, sayExtensionAsked } from '@shared/extension-words';
import { Section } from '../../../components/parts';
import { Box, Press } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

/** That the unit in charge asks for more time, and both answers for whoever gives one; nothing where nobody asks. */
export function ExtensionPart({ lead }: { lead: OfficerLeadView }): ReactNode {
  if (!lead.extensionAsked) return null;
  const answers = EXTENSION_ANSWERS.filter((command) => lead.allowed.includes(command));
  return (
    <Section title="申请延期">
      <Box className="strong said">{sayExtensionAsked(lead)}</Box>
      <Box className="note">还没有答复，原来的期限照算。</Box>
      {answers.length > 0 ? (
        <Box className="other-commands">
          {answers.map((command) => (
            <Press
              key={command}
              id={`do-${command}`}
              className="other-command"
              onPress={() => open('staffCommand', { leadId: lead.id, command })}
            >
              {COMMAND_LABELS[command]}
            </Press>
          ))}
        </Box>
      ) : null}
    </Section>
  );
}
