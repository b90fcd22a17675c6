import { contactWords } from '@shared/on-behalf';
import { useState, type ReactNode } from 'react';
import { OFFICER_COMMANDS, type OfficerCommand } from '@contract/commands';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { PHOTOS_MAX } from '@contract/limits';
import { decisionButton, isProposing, PROPOSAL_NOTE } from '@shared/decision-words';
import { OVERRULE_FIELD, replyIn } from '@shared/reply-check';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Notice } from '../../../components/parts';
import { PhotoPicker } from '../../../components/photo-picker';
import { Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { useLoad } from '../../../data/use-load';
import { useReplyCheck } from '../../../data/use-reply-check';
import { Box, Heading } from '../../../platform/elements';
import { goBackTo } from '../../../platform/navigate';
import { useParams } from '../../../platform/use-params';
import { COMMAND_FIELDS, commandName } from '../../forms/command-forms';
import '../../staff.css';
import { CommandInput } from './command-input';
import { MovedOn } from './moved-on';
import { OpenWords } from './open-words';
import { ReplyDoubts } from './reply-doubts';
import { ShownContact } from './shown-contact';
import { takesPhotos, useForm } from './use-form';

function StaffCommandPage(): ReactNode {
  const { leadId = '', command: asked } = useParams();
  const command = OFFICER_COMMANDS.find((each) => each === asked);
  const lead = useLoad(leadId, () => api.call('staff.getLead', { leadId }));
  const directory = useLoad('directory', () => api.call('staff.getDirectory', {}));
  return (
    <Frame title="办理">
      <Loaded state={lead.state} onRetry={lead.reload}>
        {(data) => (
          <Loaded state={directory.state} onRetry={directory.reload}>
            {(names) => <Opened lead={data} command={command} directory={names} onStale={lead.reload} />}
          </Loaded>
        )}
      </Loaded>
    </Frame>
  );
}

interface OpenedProps {
  lead: OfficerLeadView;
  command: OfficerCommand | undefined;
  directory: OfficerDirectory;
  onStale: () => void;
}

/** The form, as long as the command could be given when the page was opened: what is written must not vanish. */
function Opened({ lead, command, ...rest }: OpenedProps): ReactNode {
  const [seen] = useState(lead);
  if (command === undefined || !seen.allowed.includes(command))
    return <Notice tone="warn">这件线索现在不能这样办了，请返回看看最新的情况。</Notice>;
  return <CommandForm lead={lead} seen={seen} command={command} {...rest} />;
}

interface CommandFormProps extends OpenedProps {
  seen: OfficerLeadView;
  command: OfficerCommand;
}

function CommandForm({ lead, seen, command, directory, onStale }: CommandFormProps): ReactNode {
  const [contact, setContact] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const leave = (): void => goBackTo('staffLead', { leadId: lead.id });
  const form = useForm({
    lead,
    command,
    directory,
    given: useParams(),
    onStale,
    onDone: (output) => {
      if ('contact' in output) setContact(contactWords(output.contact, output.person));
      else leave();
    },
  });
  const { typed } = form;
  const written = (name: string): string => (typed[name] ?? '').trim();
  const doubts = useReplyCheck(lead.id, replyIn(command, written));
  const isStillAllowed = contact !== null || lead.allowed.includes(command);
  const words = COMMAND_FIELDS[command]
    .filter(({ kind }) => kind === 'text')
    .map(({ name }) => written(name));
  return (
    <Box className="stack-wide staff">
      <Head lead={lead} command={command} directory={directory} />
      {contact === null ? (
        <MovedOn seen={seen} lead={lead} isStillAllowed={isStillAllowed} words={words.join('\n').trim()} />
      ) : null}
      <Fields lead={lead} command={command} directory={directory} form={form} />
      <OpenWords
        leadId={lead.id}
        command={command}
        written={written}
        confirmed={confirmed}
        onChange={setConfirmed}
      />
      <ReplyDoubts
        doubts={doubts}
        note={typed[OVERRULE_FIELD.name] ?? ''}
        onNote={(value) => form.change(OVERRULE_FIELD.name, value)}
      />
      {form.problem ? <Notice tone="stop">{form.problem}</Notice> : null}
      {contact ? <ShownContact words={contact} /> : null}
      {contact ? (
        <Button onPress={leave}>看过了，关上</Button>
      ) : (
        <Button
          id="run-command"
          onPress={() => form.send({ isDoubted: doubts.length > 0, confirmed })}
          disabled={!isStillAllowed}
          busy={form.busy}
        >
          {decisionButton(command, lead, directory) ?? `确定${commandName(command)}`}
        </Button>
      )}
    </Box>
  );
}

/** What is about to be done to which lead. */
function Head({
  lead,
  command,
  directory,
}: Pick<CommandFormProps, 'lead' | 'command' | 'directory'>): ReactNode {
  return (
    <>
      <Box className="stack">
        <Heading level={1} className="standing">
          {commandName(command)}
        </Heading>
        <Box className="note clamp-two">{lead.text ?? lead.number}</Box>
      </Box>
      {isProposing(command, directory) ? <Notice>{PROPOSAL_NOTE}</Notice> : null}
    </>
  );
}

interface FieldsProps extends Pick<CommandFormProps, 'lead' | 'command' | 'directory'> {
  form: ReturnType<typeof useForm>;
}

/** What the command asks for, and room for photos where it takes them. */
function Fields({ lead, command, directory, form }: FieldsProps): ReactNode {
  return (
    <Box className="stack-wide">
      {COMMAND_FIELDS[command].map((field) => (
        <CommandInput
          key={field.name}
          field={field}
          lead={lead}
          directory={directory}
          value={form.typed[field.name] ?? ''}
          onChange={(value) => form.change(field.name, value)}
        />
      ))}
      {takesPhotos(command) ? (
        <PhotoPicker
          photos={form.photos}
          max={PHOTOS_MAX}
          problem={null}
          note={null}
          onChange={form.changePhotos}
        />
      ) : null}
    </Box>
  );
}

export default StaffCommandPage;
