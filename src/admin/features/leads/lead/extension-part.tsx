import { Button } from 'tdesign-react/es/button';
import { COMMAND_LABELS } from '@contract/labels-zh';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { EXTENSION_ANSWERS, sayExtensionAsked } from '@shared/extension-words';
import { Section } from './section';

interface ExtensionPartProps {
  lead: OfficerLeadView;
  onChoose: (command: OfficerCommand) => void;
}

/** That the unit in charge asks for more time, and both answers for whoever gives one; nothing where nobody asks. */
export function ExtensionPart({ lead, onChoose }: ExtensionPartProps) {
  if (!lead.extensionAsked) return null;
  const answers = EXTENSION_ANSWERS.filter((command) => lead.allowed.includes(command));
  return (
    <Section title="申请延期" aside={sayFully(lead.extensionAsked.at)}>
      <p className="story-part__ask">{sayExtensionAsked(lead)}</p>
      <p className="quiet">还没有答复，原来的期限照算。</p>
      {answers.length > 0 && (
        <p className="story-part__answers">
          {answers.map((command) => (
            <Button key={command} variant="outline" onClick={() => onChoose(command)}>
              {COMMAND_LABELS[command]}
            </Button>
          ))}
        </p>
      )}
    </Section>
  );
}
