import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import type { OutputOf } from '@contract/actions';
import {
  IMPORT_COLUMNS,
  IMPORT_KINDS,
  IMPORT_ROWS_MAX,
  type ImportAnswer,
  type ImportKind,
  type ImportRow,
  type PlannedRow,
} from '@contract/directory-import';
import { newRequestId } from '@shared/request-id';
import { tableRows } from '@shared/spreadsheet/table-rows';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { usePanelCall, type PanelCall } from '../../../platform/use-panel';
import { PartFrame } from '../part-frame';
import { soundOf } from '../place-sound';
import { keepRejects, keepTemplate } from './download';
import { Counts, OutcomeList } from './outcome-list';
import { ColumnMatch, missingColumns, TableFilePicker, type TableFile } from './table-file';

const KIND_WORDS: Record<ImportKind, string> = {
  members: '委员',
  officers: '单位经办人',
  terms: '联络员和召集人',
  units: '承办单位',
  villages: '村和社区',
};
const OUTCOME_WORDS = {
  new: '新增',
  changed: '修改',
  same: '没有变',
  asked: '要回答',
  rejected: '不能导入',
} as const;
const DATES: ReadonlySet<string> = new Set(['from', 'to']);

/** Brings a table into the directory: choose what, read the file, match its columns, look, save whole. */
export function ImportPart() {
  const [kind, setKind] = useState<ImportKind>('members');
  const work = useImport(kind);
  const { file, plan } = work;
  return (
    <PartFrame
      title="从表格导入"
      about="先看每一行会怎样，再一次存进去；有一行存不进去，整张都不存。再导一次同一张表，什么也不会多出来。"
    >
      <div className="sheet import">
        <Kinds
          kind={kind}
          onChoose={(one) => {
            setKind(one);
            work.reset();
          }}
        />
        <TableFilePicker key={kind} columns={IMPORT_COLUMNS[kind]} onRead={work.take} />
        {file && (
          <>
            <h3>
              {file.name}，{file.reading.rows.length} 行
            </h3>
            <ColumnMatch columns={IMPORT_COLUMNS[kind]} file={file} onChange={work.match} />
            <Button
              theme="primary"
              variant={plan ? 'outline' : 'base'}
              loading={work.busy}
              onClick={work.check}
            >
              {plan ? '重新看一遍' : '看看每一行会怎样'}
            </Button>
          </>
        )}
        {work.problem && (
          <p className="field__problem" role="alert">
            {work.problem}
          </p>
        )}
      </div>
      {file && plan && <Plan file={file} plan={plan} work={work} />}
    </PartFrame>
  );
}

function Kinds({ kind, onChoose }: { kind: ImportKind; onChoose: (kind: ImportKind) => void }) {
  return (
    <>
      <ol className="import__kinds" aria-label="导入什么">
        {IMPORT_KINDS.map((one) => (
          <li key={one}>
            <button type="button" aria-pressed={one === kind} onClick={() => onChoose(one)}>
              {KIND_WORDS[one]}
            </button>
          </li>
        ))}
      </ol>
      <p>
        <Button
          variant="text"
          theme="primary"
          onClick={() => void keepTemplate(KIND_WORDS[kind], IMPORT_COLUMNS[kind])}
        >
          下载{KIND_WORDS[kind]}的模板
        </Button>
      </p>
    </>
  );
}

type Planned = OutputOf<'panel.checkImport'>;

function Plan({ file, plan, work }: { file: TableFile; plan: Planned; work: ReturnType<typeof useImport> }) {
  const rejected = plan.rows.filter(({ outcome }) => outcome === 'rejected');
  const asked = plan.rows.filter(({ outcome }) => outcome === 'asked');
  const telling = plan.rows.filter(({ outcome }) => outcome !== 'same' && outcome !== 'asked');
  const toSave = plan.counts.new + plan.counts.changed;
  return (
    <>
      <Counts
        parts={(['new', 'changed', 'same', 'asked', 'rejected'] as const).map((outcome) => ({
          words: OUTCOME_WORDS[outcome],
          count: plan.counts[outcome],
          outcome,
        }))}
        onRejects={rejected.length > 0 ? () => void keepRejects(file, rejected) : null}
      />
      {asked.map((row) => (
        <Question key={row.row} row={row} onAnswer={(answer) => work.answer(row.row, answer)} />
      ))}
      <OutcomeList
        rows={[...rejected, ...telling.filter(({ outcome }) => outcome !== 'rejected')].map((row) => ({
          ...row,
          words: OUTCOME_WORDS[row.outcome],
        }))}
      />
      {toSave > 0 && asked.length === 0 && (
        <Button theme="primary" size="large" loading={work.busy} onClick={work.commit}>
          存进名录：新增 {plan.counts.new} 行，修改 {plan.counts.changed} 行
        </Button>
      )}
      {toSave === 0 && asked.length === 0 && <p className="quiet">没有要存的：能导的都已经在名录里了。</p>}
    </>
  );
}

/** Whom a row means is never guessed. */
function Question({
  row,
  onAnswer,
}: {
  row: PlannedRow;
  onAnswer: (answer: { personId: string | null } | 'leaveOut') => void;
}) {
  return (
    <div className="sheet import__question" role="group" aria-label={`第 ${row.row} 行`}>
      <p>
        <strong>
          第 {row.row} 行，{row.name}
        </strong>
        ：{row.sentence}
      </p>
      <div className="import__answers">
        {row.candidates?.map(({ id, words }) => (
          <Button key={id} variant="outline" onClick={() => onAnswer({ personId: id })}>
            就是：{words}
          </Button>
        ))}
        <Button variant="outline" onClick={() => onAnswer({ personId: null })}>
          是另一个人，新增
        </Button>
        <Button variant="text" onClick={() => onAnswer('leaveOut')}>
          这一行不导
        </Button>
      </div>
    </div>
  );
}

/** Whether something is under way, and what went wrong with it. */
function useWork() {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const during = (work: () => Promise<void>): void => {
    setBusy(true);
    setProblem(null);
    work()
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, setProblem, during };
}

function useImport(kind: ImportKind) {
  const call = usePanelCall();
  const queries = useQueryClient();
  const say = useToast();
  const [file, setFile] = useState<TableFile | null>(null);
  const [rows, setRows] = useState<ImportRow[]>([]);
  const [answers, setAnswers] = useState<ImportAnswer[]>([]);
  const [plan, setPlan] = useState<Planned | null>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const { busy, problem, setProblem, during } = useWork();
  const look = async (some: ImportRow[], given: ImportAnswer[]): Promise<void> => {
    setRows(some);
    setAnswers(given);
    setRequestId(newRequestId());
    setPlan(await call('panel.checkImport', { kind, rows: some, answers: given }));
  };
  const begin = (next: TableFile | null): void => {
    setFile(next);
    setPlan(null);
    setAnswers([]);
    setProblem(null);
  };
  return {
    file,
    plan,
    problem,
    busy,
    reset: () => begin(null),
    take: begin,
    match: (map: TableFile['map']) => begin(file && { ...file, map }),
    check: () => {
      if (file === null) return;
      const why = whyNot(kind, file);
      if (why !== null) return setProblem(why);
      during(async () => look(await rowsOf(kind, file), []));
    },
    answer: (row: number, answer: { personId: string | null } | 'leaveOut') =>
      during(() =>
        answer === 'leaveOut'
          ? look(
              rows.filter((one) => one.row !== row),
              answers,
            )
          : look(rows, [...answers, { row, ...answer }]),
      ),
    commit: () =>
      during(async () => {
        if (plan === null) return;
        const { counts } = await save(call, { kind, rows, answers, version: plan.version }, file, requestId);
        await queries.invalidateQueries({ queryKey: ['directory-desk'] });
        say(`已经存进名录：新增 ${counts.new} 行，修改 ${counts.changed} 行。`);
        begin(null);
      }),
  };
}

const save = (
  call: PanelCall,
  input: { kind: ImportKind; rows: ImportRow[]; answers: ImportAnswer[]; version: number },
  file: TableFile | null,
  requestId: string,
): Promise<OutputOf<'panel.commitImport'>> =>
  call('panel.commitImport', { ...input, why: `从表格“${file?.name ?? ''}”导入`.slice(0, 200) }, requestId);

function whyNot(kind: ImportKind, file: TableFile): string | null {
  const missing = missingColumns(IMPORT_COLUMNS[kind], file);
  if (missing.length > 0) return `还没有指明哪一列是${missing.join('、')}。`;
  const { length } = file.reading.rows;
  return length > IMPORT_ROWS_MAX
    ? `这张表有 ${length} 行，名录一次最多导 ${IMPORT_ROWS_MAX} 行，请从第 ${file.reading.rowNumbers[IMPORT_ROWS_MAX] ?? ''} 行起另存一份。`
    : null;
}

/** The rows as they are sent; places bring their pinyin. */
async function rowsOf(kind: ImportKind, file: TableFile): Promise<ImportRow[]> {
  const rows = tableRows(file.reading, file.map, DATES).map(({ row, values }) => ({
    row,
    values: Object.fromEntries(Object.entries(values).map(([field, text]) => [field, text.slice(0, 200)])),
  }));
  if (kind !== 'villages') return rows;
  return Promise.all(
    rows.map(async ({ row, values }) => ({
      row,
      values: { ...values, sound: await soundOf(values['name'] ?? '') },
    })),
  );
}
