import { useState } from 'react';
import type { Grant } from '@contract/directory';
import type { DirectoryPerson, PersonInput } from '@contract/directory-desk';
import { intentFor, newRequestId, type Intent } from '@shared/request-id';
import { Field } from '../../components/field';
import { SideSheet } from '../../components/side-sheet';
import { useToast } from '../../components/toast';
import { sentenceOf } from '../../platform/refusal';
import { BindingPart } from './binding-part';
import { GrantsField } from './grants-field';
import type { References } from './references';
import { Reason, SheetFoot, SheetHistory } from './sheet-parts';
import { useDirectoryCommand, useMayChange } from './use-directory-desk';

interface PersonSheetProps {
  person: DirectoryPerson | null;
  /** The offices their terms give them, in words. */
  duties: string;
  references: References;
  onClose: () => void;
}

const isTermOffice = ({ role }: Grant): boolean => role === 'liaison' || role === 'convener';

/** One person: name, post, what they may do, the WeChat that is bound, what was changed before. */
export function PersonSheet({ person, duties, references, onClose }: PersonSheetProps) {
  const mayChange = useMayChange();
  const form = usePersonForm(person, onClose);
  const { values, set } = form;
  const save = { words: '保存', onClick: () => form.save(values) };
  const suspend = {
    words: values.active ? '停用' : '恢复',
    isDanger: values.active,
    onClick: () => form.save({ ...values, active: !values.active }),
  };
  return (
    <SideSheet
      title={person?.name ?? '新增人员'}
      open
      onClose={onClose}
      footer={mayChange && <SheetFoot busy={form.busy} save={save} other={person && suspend} />}
    >
      <form
        className="entry"
        onSubmit={(event) => {
          event.preventDefault();
          form.save(values);
        }}
      >
        <fieldset className="entry__fields" disabled={!mayChange}>
          <Line label="姓名" value={values.name} onChange={(name) => set({ name })} />
          <Line label="单位和职务" value={values.post} onChange={(post) => set({ post })} optional />
          <Line label="负责的网格" value={values.grid} onChange={(grid) => set({ grid })} optional />
          <GrantsField
            grants={values.grants}
            references={references}
            onChange={(grants) => set({ grants })}
          />
          {duties && <p className="entry__note">现任 {duties}，在「联络员和召集人」里改任期。</p>}
          {mayChange && <Reason why={form.why} problem={form.problem} onChange={form.setWhy} />}
        </fieldset>
      </form>
      {person !== null && mayChange && person.active && <BindingPart person={person} />}
      {person !== null && (
        <SheetHistory about={{ section: 'people', entryId: person.id }} references={references} />
      )}
    </SideSheet>
  );
}

function Line({
  label,
  value,
  onChange,
  optional = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  optional?: boolean;
}) {
  return (
    <Field label={label} optional={optional}>
      <input className="native-input" value={value} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}

const NOBODY: PersonInput = { name: '', post: '', grid: '', grants: [{ role: 'member' }], active: true };

function usePersonForm(person: DirectoryPerson | null, onDone: () => void) {
  const [id] = useState(() => person?.id ?? `p-${newRequestId().slice(0, 12)}`);
  const [values, setValues] = useState<PersonInput>(() => {
    const { name, post, grid, grants, active } = person ?? NOBODY;
    return { name, post, grid, grants: grants.filter((grant) => !isTermOffice(grant)), active };
  });
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [intent, setIntent] = useState<Intent | null>(null);
  const command = useDirectoryCommand('panel.savePerson');
  const say = useToast();
  const save = (next: PersonInput): void => {
    if (why.trim() === '') return setProblem('请写一句为什么改。');
    setProblem(null);
    const input = { id, version: person?.version ?? 0, person: next, why: why.trim() };
    const asked = intentFor(intent, input);
    setIntent(asked);
    command
      .mutateAsync({ input, requestId: asked.requestId })
      .then(() => {
        say(person === null ? '已经新增，接着给他发绑定码。' : '已经保存。');
        onDone();
      })
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  };
  const set = (change: Partial<PersonInput>): void => setValues((before) => ({ ...before, ...change }));
  return { values, set, why, setWhy, problem, busy: command.isPending, save };
}
