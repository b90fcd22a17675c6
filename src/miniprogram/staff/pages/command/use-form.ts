import { useRef, useState } from 'react';
import type { ActionName, InputOf, OfficerVerb, OutputOf } from '@contract/actions';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { OVERRULE_FIELD } from '@shared/reply-check';
import { api } from '../../../data/api';
import type { DraftPhoto } from '../../../data/draft';
import { now } from '../../../data/now';
import { sendPhotos } from '../../../data/send-photos';
import { useCommand } from '../../../data/use-command';
import { host } from '../../../platform/host';
import { dropForm, keepForm, readForm } from '../../data/kept-forms';
import { COMMAND_FIELDS, fillCommand, initialOf } from '../../forms/command-forms';

type CommandAction = ActionName & `staff.${OfficerVerb & OfficerCommand}`;
type Typed = Partial<Record<string, string>>;

interface FormOf {
  lead: OfficerLeadView;
  command: OfficerCommand;
  directory: OfficerDirectory;
  /** What the page was opened with. */
  given: Typed;
  onDone: (output: OutputOf<CommandAction>) => void;
  onStale: () => void;
}

interface Written {
  typed: Typed;
  photos: DraftPhoto[];
}

/** What came of looking at the words again. */
interface Looked {
  /** The reason for overruling goes with them. */
  isDoubted: boolean;
  /** Places that look like somebody's own and are not. */
  confirmed: string[];
}

interface Form extends Written {
  change: (name: string, value: string) => void;
  changePhotos: (photos: DraftPhoto[]) => void;
  /** Sends once, however often it is tapped. */
  send: (looked: Looked) => void;
  /** What is being done just now; null when nothing is. */
  busy: string | null;
  problem: string | null;
}

/** A command's form: what is typed is kept on the phone until it was sent; photos go up first, then the command, once. */
export function useForm({ lead, command, directory, given, onDone, onStale }: FormOf): Form {
  const key = `${lead.id}/${command}`;
  const [form, setForm] = useState(() =>
    startOf(key, initialOf(command, lead, directory, { today: today(), given })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [uploading, setUploading] = useState<string | null>(null);
  const isSending = useRef(false);
  const action: CommandAction = `staff.${command}`;
  const running = useCommand(
    action,
    (output) => {
      dropForm(key);
      onDone(output);
    },
    onStale,
  );
  const keep = (change: (before: Written) => Partial<Written>): void =>
    setForm((before) => {
      const next = { ...before, ...change(before) };
      keepForm({ key, ...next });
      return next;
    });

  const send = async (looked: Looked): Promise<void> => {
    const filled = fillCommand(command, form.typed);
    setProblem(filled.ok ? null : filled.problem);
    if (!filled.ok) return;
    const sent = await sendPhotos('staff.prepareUpload', form.photos, {
      client: api,
      sendFile: host.media.send,
      say: setUploading,
      keep: (photos) => keep(() => ({ photos })),
    });
    setUploading(null);
    if (sent.kind === 'stuck')
      return setProblem(`有${sent.count}张照片没有传上去，请再试一次，或者去掉它们。`);
    if (sent.kind !== 'uploaded') return setProblem(sent.message);
    const input = {
      leadId: lead.id,
      version: lead.version,
      ...filled.input,
      ...beside(sent.photos, looked, form.typed),
    };
    // The table of fields (command-forms) is held to the contract's inputs by a test.
    running.run(input as InputOf<typeof action>);
  };

  return {
    ...form,
    change: (name, value) => keep(({ typed }) => ({ typed: { ...typed, [name]: value } })),
    changePhotos: (photos) => keep(() => ({ photos })),
    send: (looked) => {
      if (isSending.current) return;
      isSending.current = true;
      void send(looked).finally(() => {
        isSending.current = false;
      });
    },
    busy: uploading ?? (running.running ? '正在办理…' : null),
    problem: problem ?? running.problem,
  };
}

interface Beside {
  evidence?: string[];
  overruleNote?: string;
  confirmed?: string[];
}

/** What goes with the fields: photos that are in the cloud, why a doubted reply is right, and what was looked at. */
function beside(photos: readonly DraftPhoto[], { isDoubted, confirmed }: Looked, typed: Typed): Beside {
  const evidence = photos.flatMap(({ fileId }) => (fileId ? [fileId] : []));
  const overruleNote = isDoubted ? (typed[OVERRULE_FIELD.name] ?? '').trim() : '';
  return {
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(overruleNote ? { overruleNote } : {}),
    ...(confirmed.length > 0 ? { confirmed } : {}),
  };
}

/** What was being written when the app was last open, photos and all. */
function startOf(key: string, initial: Typed): Written {
  const kept = readForm(key);
  if (kept === null) return { typed: initial, photos: [] };
  return { typed: { ...initial, ...kept.typed }, photos: kept.photos };
}

const today = (): string => {
  const inChina = new Date(Date.parse(now()) + 8 * 60 * 60 * 1000);
  return inChina.toISOString().slice(0, 10);
};

/** Whether a command has room for photos. */
export const takesPhotos = (command: OfficerCommand): boolean =>
  COMMAND_FIELDS[command].some(({ kind }) => kind === 'photos');
