import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import { MADE_CODE_KINDS, printedNumber, type MadeCodeKind, type NewCode } from '@contract/codes';
import type { Township } from '@contract/directory';
import { Field } from '../../components/field';
import { SideSheet } from '../../components/side-sheet';
import { useToast } from '../../components/toast';
import { useCodeCommand } from './use-code-command';

const KIND_WORDS: Record<MadeCodeKind, string> = {
  station: '委员联络站、工作室、会客厅',
  event: '一次活动，到日子自己停用',
  board: '同一个地方再挂一块',
};
const EMPTY = {
  kind: 'station' as MadeCodeKind,
  townshipId: '',
  villageId: '',
  title: '',
  address: '',
  validFrom: '',
  validUntil: '',
};

type Values = typeof EMPTY;
/** The command's input for what was filled in; null while no place was chosen. */
function inputOf({
  kind,
  townshipId,
  villageId,
  title,
  address,
  validFrom,
  validUntil,
}: Values): NewCode | null {
  const placeId = villageId || townshipId;
  if (placeId === '') return null;
  return {
    kind,
    placeId,
    ...(title.trim() ? { title } : {}),
    ...(address.trim() ? { address } : {}),
    ...(kind === 'event' && validFrom ? { validFrom } : {}),
    ...(kind === 'event' && validUntil ? { validUntil } : {}),
  };
}

interface NewCodeSheetProps {
  open: boolean;
  townships: readonly Township[];
  today: string;
  onClose: () => void;
}

/** The form for a station's, an event's or a second board's code. */
export function NewCodeSheet({ open, townships, today, onClose }: NewCodeSheetProps) {
  const [values, setValues] = useState(EMPTY);
  const say = useToast();
  const { give, isBusy, problem, setProblem } = useCodeCommand('panel.createCode');
  const change = (part: Partial<Values>): void => setValues({ ...values, ...part });
  const problemOf = (field: string): string | null => (problem?.field === field ? problem.message : null);
  const make = async (): Promise<void> => {
    const input = inputOf(values);
    if (input === null) return setProblem({ field: 'placeId', message: '请选一个乡镇。' });
    const made = await give(input);
    if (made === null) return;
    setValues(EMPTY);
    onClose();
    say(`新码建好了，编号 ${printedNumber(made.id)}，可以下载打印。`);
  };
  const isElsewhere = problem !== null && !['placeId', 'title', 'validUntil'].includes(problem.field ?? '');
  return (
    <SideSheet
      title="新建二维码"
      open={open}
      onClose={onClose}
      footer={
        <Button theme="primary" loading={isBusy} onClick={() => void make()}>
          建好
        </Button>
      }
    >
      <KindField values={values} change={change} />
      <PlaceFields values={values} change={change} townships={townships} problem={problemOf('placeId')} />
      <NameFields values={values} change={change} problem={problemOf('title')} />
      {values.kind === 'event' && (
        <DayFields values={values} change={change} today={today} problem={problemOf('validUntil')} />
      )}
      {isElsewhere && (
        <p className="codes__problem" role="alert">
          {problem.message}
        </p>
      )}
    </SideSheet>
  );
}

interface PartProps {
  values: Values;
  change: (part: Partial<Values>) => void;
}

function KindField({ values, change }: PartProps) {
  return (
    <fieldset className="codes-kinds">
      <legend>做什么用</legend>
      {MADE_CODE_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="code-kind"
            checked={values.kind === kind}
            onChange={() => change({ kind })}
          />
          {KIND_WORDS[kind]}
        </label>
      ))}
    </fieldset>
  );
}

interface PlaceFieldsProps extends PartProps {
  townships: readonly Township[];
  problem: string | null;
}

function PlaceFields({ values, change, townships, problem }: PlaceFieldsProps) {
  const villages = townships.find(({ id }) => id === values.townshipId)?.villages ?? [];
  return (
    <>
      <Field label="乡镇" problem={problem}>
        <select
          className="native-select"
          value={values.townshipId}
          onChange={(event) => change({ townshipId: event.target.value, villageId: '' })}
        >
          <option value="">请选择</option>
          {townships.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="村、社区" optional>
        <select
          className="native-select"
          value={values.villageId}
          onChange={(event) => change({ villageId: event.target.value })}
        >
          <option value="">整个乡镇</option>
          {villages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function NameFields({ values, change, problem }: PartProps & { problem: string | null }) {
  return (
    <>
      <Field
        label="名称"
        help="印在码的上面，例如：城关镇委员联络站。"
        optional={values.kind === 'board'}
        problem={problem}
      >
        <input
          className="native-input"
          value={values.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <Field label="贴在哪里" help="例如：镇政府一楼大厅。" optional>
        <input
          className="native-input"
          value={values.address}
          onChange={(event) => change({ address: event.target.value })}
        />
      </Field>
    </>
  );
}

function DayFields({
  values,
  change,
  today,
  problem,
}: PartProps & { today: string; problem: string | null }) {
  return (
    <>
      <Field label="哪天开始" optional>
        <input
          className="native-input"
          type="date"
          value={values.validFrom}
          onChange={(event) => change({ validFrom: event.target.value })}
        />
      </Field>
      <Field label="哪天结束" help="过了这一天，扫码的人会被告知活动结束了，仍然可以反映。" problem={problem}>
        <input
          className="native-input"
          type="date"
          min={today}
          value={values.validUntil}
          onChange={(event) => change({ validUntil: event.target.value })}
        />
      </Field>
    </>
  );
}
