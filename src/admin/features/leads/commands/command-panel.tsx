import { Button } from 'tdesign-react/es/button';
import { OFFICER_COMMANDS, type OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { COMMAND_FORMS } from './command-forms';
import { COMMAND_GROUPS } from './command-form';
import { commandLabel, mainCommandOf } from '@shared/main-command';
import './commands.css';

interface CommandPanelProps {
  lead: OfficerLeadView;
  onChoose: (command: OfficerCommand) => void;
}

/** What this person may do with the lead now, by kind of work; the server's list and nothing else. */
export function CommandPanel({ lead, onChoose }: CommandPanelProps) {
  const allowed = OFFICER_COMMANDS.filter(
    // Confirming the category is one tap beside the lead's words, writing down a recording stands beside it.
    (command) =>
      command !== 'confirmRoute' && command !== 'confirmTranscript' && lead.allowed.includes(command),
  );
  const main = mainCommandOf(lead);
  return (
    <section className="command-panel no-print" aria-label="可以办的事" data-commands>
      <h2 className="command-panel__title">可以办的事</h2>
      {allowed.length === 0 && <p className="quiet">这条线索现在没有要您办的事。</p>}
      {COMMAND_GROUPS.map((group) => {
        const commands = allowed.filter((command) => COMMAND_FORMS[command].group === group);
        if (commands.length === 0) return null;
        return (
          <div key={group} className="command-group" role="group" aria-label={group}>
            <p className="command-group__name" aria-hidden="true">
              {group}
            </p>
            <div className="command-group__buttons">
              {commands.map((command) => (
                <Button
                  key={command}
                  theme={command === main ? 'primary' : 'default'}
                  variant={command === main ? 'base' : 'outline'}
                  onClick={() => onChoose(command)}
                >
                  {commandLabel(command, lead)}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
