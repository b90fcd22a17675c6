import { useRef, useState } from 'react';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { commandLabel } from '@shared/main-command';
import { SideSheet } from '../../../components/side-sheet';
import { useToast } from '../../../components/toast';
import { CommandBody } from './command-body';
import { ContactDialog } from './contact-dialog';
import { COMMAND_FORMS } from './command-forms';
import { doneWords, type Values } from './command-form';
import type { Done } from './use-command';

interface CommandSheetProps {
  lead: OfficerLeadView;
  command: OfficerCommand | null;
  /** What the place it was opened from already knows; comes before what was typed earlier. */
  prefilled?: Values;
  onClose: () => void;
}

/** The sheet in which a command is filled in and given. Closing it keeps what was typed until the page is left. */
export function CommandSheet({ lead, command, prefilled, onClose }: CommandSheetProps) {
  const drafts = useRef(new Map<OfficerCommand, Values>());
  const [contact, setContact] = useState<Done | null>(null);
  const say = useToast();
  return (
    <>
      <SideSheet
        title={command ? `${commandLabel(command, lead)} ${lead.number}` : ''}
        open={command !== null}
        onClose={onClose}
      >
        {command && (
          <CommandBody
            key={command}
            lead={lead}
            command={command}
            draft={{ ...drafts.current.get(command), ...prefilled }}
            onDraft={(values) => drafts.current.set(command, values)}
            onCancel={onClose}
            onDone={(done) => {
              drafts.current.delete(command);
              onClose();
              if (done.contact) setContact(done);
              say(`${lead.number} ${doneWords(COMMAND_FORMS[command], done.lead)}`);
            }}
          />
        )}
      </SideSheet>
      <ContactDialog
        contact={contact?.contact ?? null}
        person={contact?.person}
        onClose={() => setContact(null)}
      />
    </>
  );
}
