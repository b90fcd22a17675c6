import type { ReactNode } from 'react';
import { OFFICER_COMMANDS, type CommandName, type OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { EXTENSION_ANSWERS } from '@shared/extension-words';
import { commandLabel, mainCommandOf } from '@shared/main-command';
import { Button } from '../../../components/button';
import { Section } from '../../../components/parts';
import { Box, Press } from '../../../platform/elements';
import { open } from '../../../platform/navigate';

/** The step that carries the lead forward, in reach of the thumb; nothing where none is this officer's. */
export function MainCommand({ lead }: { lead: OfficerLeadView }): ReactNode {
  const command = mainCommandOf(lead);
  if (command === null) return null;
  return (
    <Button id={`do-${command}`} onPress={() => open('staffCommand', { leadId: lead.id, command })}>
      {commandLabel(command, lead)}
    </Button>
  );
}

/** Beside what the unit asks, both answers stand with the ask. */
const ANSWERED_ABOVE: readonly OfficerCommand[] = EXTENSION_ANSWERS;

/** Everything else that may be done now. The category and the place are settled by one tap elsewhere on the page. */
export function OtherCommands({ lead }: { lead: OfficerLeadView }): ReactNode {
  const main = mainCommandOf(lead);
  const others = lead.allowed
    .filter(isOfficerCommand)
    .filter((command) => command !== main && command !== 'confirmRoute')
    .filter((command) => !lead.extensionAsked || !ANSWERED_ABOVE.includes(command));
  if (others.length === 0) return null;
  return (
    <Section title={main === null ? '可以办的' : '还可以'}>
      <Box className="other-commands">
        {others.map((command) => (
          <Press
            key={command}
            id={`do-${command}`}
            className="other-command"
            onPress={() => open('staffCommand', { leadId: lead.id, command })}
          >
            {commandLabel(command, lead)}
          </Press>
        ))}
      </Box>
    </Section>
  );
}

function isOfficerCommand(command: CommandName): command is OfficerCommand {
  return (OFFICER_COMMANDS as readonly string[]).includes(command);
}
