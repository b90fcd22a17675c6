import { useState } from 'react';
import type { DirectoryEdit, DirectoryEntry, DirectorySection } from '@contract/directory-desk';
import { intentFor, newRequestId, type Intent } from '@shared/request-id';
import { Field } from '../../components/field';
import { SideSheet } from '../../components/side-sheet';
import { useToast } from '../../components/toast';
import { codeOf, sentenceOf } from '../../platform/refusal';
import { EntryField } from './entry-field';
import { valueAt, withValue, type Values } from './entry-values';
import { PARTS } from './parts';
import { soundOf } from './place-sound';
import { differences, type References } from './references';
import { Reason, SheetFoot, SheetHistory } from './sheet-parts';
import { useDirectoryCommand, useMayChange } from './use-directory-desk';

interface EntrySheetProps {
  section: DirectorySection;
  /** null: a new one. */
  entry: DirectoryEntry | null;
  version: number;
  references: References;
  onClose: () => void;
}

/** One entry: its fields, why it is changed, what was changed before. */
export function EntrySheet({ section, entry, version, references, onClose }: EntrySheetProps) {
  const part = PARTS[section];
  const mayChange = useMayChange();
  const form = useEntryForm({ section, entry, version, onDone: onClose });
  const title = entry === null ? `新增${part.one}` : titleOf(entry, part.title);
  const remove = { words: '去掉', isDanger: true, onClick: () => form.save(null) };
  const save = { words: form.isStale ? '按我写的再存一次' : '保存', onClick: () => form.save(form.values) };
  return (
    <SideSheet
      title={title}
      open
      onClose={onClose}
      footer={
        mayChange && (
          <SheetFoot busy={form.busy} save={save} other={entry !== null && !part.fixed ? remove : null} />
        )
      }
    >
      <form
        className="entry"
        onSubmit={(event) => {
          event.preventDefault();
          form.save(form.values);
        }}
      >
        {form.isStale && <Meanwhile entry={entry} form={form.values} references={references} />}
        <fieldset className="entry__fields" disabled={!mayChange}>
          <EntryFields section={section} isNew={entry === null} form={form} references={references} />
          {mayChange && <Reason why={form.why} problem={form.problem} onChange={form.setWhy} />}
        </fieldset>
      </form>
      {entry !== null && <SheetHistory about={{ section, entryId: entry.id }} references={references} />}
    </SideSheet>
  );
}

function EntryFields({
  section,
  isNew,
  form,
  references,
}: {
  section: DirectorySection;
  isNew: boolean;
  form: ReturnType<typeof useEntryForm>;
  references: References;
}) {
  const { id, fields } = PARTS[section];
  return (
    <>
      {id && (
        <Field label={id.label} help={id.help}>
          <input
            className="native-input"
            value={String(form.values['id'] ?? '')}
            readOnly={!isNew}
            onChange={({ target }) => form.set('id', target.value.trim())}
          />
        </Field>
      )}
      {fields.map((field) => (
        <EntryField
          key={field.name}
          field={field}
          value={valueAt(form.values, field.name)}
          references={references}
          onChange={(value) => form.set(field.name, value)}
        />
      ))}
    </>
  );
}

function titleOf(entry: DirectoryEntry, title: string): string {
  if ('name' in entry && entry.name) return entry.name;
  return 'title' in entry ? entry.title : title;
}

/** What somebody else saved meanwhile, beside what stands in the form: nothing of either is lost. */
function Meanwhile({
  entry,
  form,
  references,
}: {
  entry: DirectoryEntry | null;
  form: Values;
  references: References;
}) {
  const different = differences(entry, form, references);
  return (
    <div className="entry__meanwhile" role="alert">
      <p>刚才有人改过名录。您写的都还在，下面是和现在存着的不一样的地方：</p>
      <ul>
        {different.map(({ field, before, after }) => (
          <li key={field}>
            {field}：现在存着的是「{before}」，您写的是「{after}」
          </li>
        ))}
        {different.length === 0 && <li>没有不一样，不用再存。</li>}
      </ul>
    </div>
  );
}

interface EntryFormProps {
  section: DirectorySection;
  entry: DirectoryEntry | null;
  version: number;
  onDone: () => void;
}

function useEntryForm({ section, entry, version, onDone }: EntryFormProps) {
  const [values, setValues] = useState<Values>(() => ({ ...(entry ?? firstValues(section)) }));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [intent, setIntent] = useState<Intent | null>(null);
  const command = useDirectoryCommand('panel.saveDirectory');
  const say = useToast();
  const save = (next: Values | null): void => {
    if (why.trim() === '') return setProblem('请写一句为什么改。');
    setProblem(null);
    const id = String(values['id'] ?? '');
    void (async () => {
      const finished = next && (await withSound(section, entry, next));
      const edit = { section, id, entry: finished } as unknown as DirectoryEdit;
      const input = { version, edits: [edit], why: why.trim() };
      const asked = intentFor(intent, input);
      setIntent(asked);
      await command.mutateAsync({ input, requestId: asked.requestId });
      say(next === null ? '已经去掉。' : '已经保存，一分钟内全县生效。');
      onDone();
    })().catch((error: unknown) => {
      setStale(codeOf(error) === 'VERSION_CONFLICT');
      setProblem(sentenceOf(error));
    });
  };
  const set = (name: string, value: unknown): void => setValues((before) => withValue(before, name, value));
  return { values, set, why, setWhy, problem, isStale, busy: command.isPending, save };
}

const firstValues = (section: DirectorySection): Values => ({
  ...PARTS[section].blank,
  id: PARTS[section].id ? '' : `${section.slice(0, 1)}-${newRequestId().slice(0, 10)}`,
});

/** The pinyin follows the name unless somebody wrote it by hand. */
async function withSound(
  section: DirectorySection,
  entry: DirectoryEntry | null,
  values: Values,
): Promise<Values> {
  if (section !== 'townships' && section !== 'villages') return values;
  const before: Values = { ...entry };
  const isByHand = values['sound'] !== undefined && values['sound'] !== before['sound'];
  const isSame = values['name'] === before['name'] && before['sound'] !== undefined;
  if (isByHand && values['sound'] !== '') return values;
  if (isSame && values['sound'] !== '') return values;
  return { ...values, sound: await soundOf(String(values['name'] ?? '')) };
}
