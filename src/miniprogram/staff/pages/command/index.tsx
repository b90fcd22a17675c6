import { useState, type ReactNode } from 'react';
import { OFFICER_COMMANDS, type OfficerCommand } from '@contract/commands';
import type { ActionName, InputOf, OfficerVerb } from '@contract/actions';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { OVERRULE_FIELD, replyIn } from '@shared/reply-check';
import { Button } from '../../../components/button';
import { Frame } from '../../../components/frame';
import { Notice } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { api } from '../../../data/api';
import { useCommand } from '../../../data/use-command';
import { useLoad } from '../../../data/use-load';
import { useReplyCheck } from '../../../data/use-reply-check';
import { Box, Heading } from '../../../platform/elements';
import { goBack } from '../../../platform/navigate';
import { useParams } from '../../../platform/use-params';
import { COMMAND_FIELDS, commandName, fillCommand } from '../../forms/command-forms';
import { CommandInput } from './command-input';
import { ReplyDoubts } from './reply-doubts';

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
            {(names) =>
              command && data.allowed.includes(command) ? (
                <CommandForm lead={data} command={command} directory={names} onStale={lead.reload} />
              ) : (
                <Notice tone="warn">这件线索现在不能这样办了，请返回看看最新的情况。</Notice>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Frame>
  );
}

interface CommandFormProps {
  lead: OfficerLeadView;
  command: OfficerCommand;
  directory: OfficerDirectory;
  onStale: () => void;
}

function CommandForm({ lead, command, directory, onStale }: CommandFormProps): ReactNode {
  const [typed, setTyped] = useState<Partial<Record<string, string>>>({
    workingDays: String(directory.handOverWorkingDays),
  });
  const [missing, setMissing] = useState<string | null>(null);
  const [phone, setPhone] = useState<string | null>(null);
  const action = actionOf(command);
  const running = useCommand(
    action,
    (output) => {
      if ('contact' in output)
        setPhone([output.contact.name, output.contact.phone].filter(Boolean).join(' ') || '没有留');
      else goBack();
    },
    onStale,
  );
  const send = (): void => {
    const filled = fillCommand(command, typed);
    if (!filled.ok) return setMissing(filled.problem);
    setMissing(null);
    // The table of fields (command-forms) is held to the contract's inputs by a test.
    const overruleNote = doubts.length > 0 ? (typed[OVERRULE_FIELD.name] ?? '').trim() : '';
    const overruling = overruleNote ? { overruleNote } : {};
    const input = { leadId: lead.id, version: lead.version, ...filled.input, ...overruling };
    running.run(input as InputOf<typeof action>);
  };
  const reply = replyIn(command, (name) => (typed[name] ?? '').trim());
  const doubts = useReplyCheck(lead.id, reply);
  const problem = missing ?? running.problem;
  return (
    <Box className="stack-wide">
      <Heading level={1} className="standing">
        {commandName(command)}
      </Heading>
      <Box className="note clamp-two">{lead.text ?? lead.number}</Box>
      {COMMAND_FIELDS[command].map((field) => (
        <CommandInput
          key={field.name}
          field={field}
          directory={directory}
          value={typed[field.name] ?? ''}
          onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <ReplyDoubts
        doubts={doubts}
        note={typed[OVERRULE_FIELD.name] ?? ''}
        onNote={(value) => setTyped((before) => ({ ...before, [OVERRULE_FIELD.name]: value }))}
      />
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      {phone ? <Notice title="联系方式">{phone}</Notice> : null}
      <Button id="run-command" onPress={send} busy={running.running ? '正在办理…' : null}>
        {`确定${commandName(command)}`}
      </Button>
    </Box>
  );
}

type CommandAction = ActionName & `staff.${OfficerVerb & OfficerCommand}`;

function actionOf(command: OfficerCommand): CommandAction {
  return `staff.${command}`;
}

export default StaffCommandPage;
