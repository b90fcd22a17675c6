import { useState, type FormEvent } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { OVERRULE_NOTE_MAX } from '@contract/limits';
import { decisionButton, isProposing, PROPOSAL_NOTE } from '@shared/decision-words';
import { OVERRULE_FIELD, replyIn } from '@shared/reply-check';
import { useServices } from '../../../platform/services';
import { useDirectory } from '../../../platform/use-panel';
import { Refusal, codeOf, sentenceOf } from '../../../platform/refusal';
import { problemsOf, textOf, type FieldSpec, type FormContext, type Values } from './command-form';
import { COMMAND_FORMS } from './command-forms';
import { CommandFields } from './command-fields';
import { ConflictNotice } from './conflict-notice';
import { PreviewBox } from './preview-box';
import { ReplyDoubts } from './reply-doubts';
import { useReplyCheck, type ReplyCheck } from './use-reply-check';
import { useCommand, type Done } from './use-command';

const OVERRULE: FieldSpec = { ...OVERRULE_FIELD, kind: 'words', max: OVERRULE_NOTE_MAX, rows: 2 };

interface CommandBodyProps {
  lead: OfficerLeadView;
  command: OfficerCommand;
  draft: Values | undefined;
  onDraft: (values: Values) => void;
  onDone: (done: Done) => void;
  onCancel: () => void;
}

/** The form of one command: what it does, its fields, how the resident will read it, and what went wrong. */
export function CommandBody({ lead, command, draft, onDraft, onDone, onCancel }: CommandBodyProps) {
  const { now } = useServices();
  const directory = useDirectory();
  const form = COMMAND_FORMS[command];
  const context: FormContext = { lead, directory: directory.data, today: chinaDay(now()) };
  const [values, setValues] = useState<Values>(() => ({ ...form.initial?.(context), ...draft }));
  const [tried, setTried] = useState(false);
  // What the person was looking at when the form was opened: a stale save is told against it.
  const [seen] = useState(lead);
  const order = useCommand();
  const { doubts, areOfTheseWords } = useDoubts(lead.id, command, values, order);
  const ownFields = form.fields(context);
  const overruling = doubts.length > 0 ? [OVERRULE] : [];
  const fields = [...ownFields, ...overruling];
  const asked = areOfTheseWords ? fields : ownFields;
  const problems = { ...(tried ? problemsOf(asked, values) : {}), ...refusedField(order.error) };
  const isStillAllowed = lead.allowed.includes(command);
  const isProposal = isProposing(command, directory.data);

  const change = (name: string, value: string | string[]): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    onDraft(next);
    const code = codeOf(order.error);
    if (code === 'INVALID_INPUT' || (code === 'REPLY_DOUBTFUL' && name !== OVERRULE.name)) order.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(asked, values)).length > 0) return;
    order.mutate({ command, lead, values }, { onSuccess: onDone });
  };
  return (
    <form className="command-form" onSubmit={submit} noValidate>
      <p className="command-form__intro">{form.intro}</p>
      {isProposal && <p className="command-form__intro">{PROPOSAL_NOTE}</p>}
      {seen.version !== lead.version && (
        <ConflictNotice seen={seen} lead={lead} isStillAllowed={isStillAllowed} />
      )}
      <CommandFields fields={ownFields} values={values} problems={problems} onChange={change} />
      <ReplyDoubts doubts={doubts} />
      <CommandFields fields={overruling} values={values} problems={problems} onChange={change} />
      {form.preview && <PreviewBox preview={form.preview(values)} isLater={isProposal} />}
      <RefusalLine error={order.error} fields={fields} />
      <div className="command-form__foot">
        <Button
          type="submit"
          size="large"
          theme={form.grave ? 'danger' : 'primary'}
          loading={order.isPending}
          disabled={!isStillAllowed}
          tag="button"
        >
          {decisionButton(command, lead, directory.data) ?? form.confirm}
        </Button>
        <Button type="button" size="large" variant="text" onClick={onCancel}>
          先不办
        </Button>
      </div>
    </form>
  );
}

function useDoubts(
  leadId: string,
  command: OfficerCommand,
  values: Values,
  { error, variables }: ReturnType<typeof useCommand>,
): ReplyCheck {
  const reply = variables ? replyOf(command, variables.values) : null;
  return useReplyCheck(leadId, replyOf(command, values), { error, reply });
}

/** The words that the resident would read as the answer. */
function replyOf(command: OfficerCommand, values: Values): string | null {
  return replyIn(command, (name) => textOf(values, name));
}

/** The refusal, unless it already stands at its field or in the notice about the change. */
function RefusalLine({ error, fields }: { error: unknown; fields: readonly FieldSpec[] }) {
  if (!error || codeOf(error) === 'VERSION_CONFLICT' || codeOf(error) === 'REPLY_DOUBTFUL') return null;
  if (fields.some(({ name }) => name === refusalField(error))) return null;
  return (
    <p className="command-form__refusal" role="alert">
      {sentenceOf(error)}
    </p>
  );
}

function refusalField(error: unknown): string | null {
  return error instanceof Refusal ? (error.field ?? null) : null;
}

function refusedField(error: unknown): Record<string, string> {
  const field = refusalField(error);
  return field ? { [field]: sentenceOf(error) } : {};
}

function chinaDay(now: string): string {
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
}
