import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import {
  IMPORT_CELL_MAX,
  IMPORT_COLUMNS,
  IMPORT_TABLE_MAX,
  type ImportAnswer,
  type ImportKind,
  type ImportRow,
} from '@contract/directory-import';
import { newRequestId } from '@shared/request-id';
import { tableRows } from '@shared/spreadsheet/table-rows';
import { useToast } from '../../../components/toast';
import { sentenceOf } from '../../../platform/refusal';
import { usePanelCall } from '../../../platform/use-panel';
import { soundOf } from '../place-sound';
import type { Progress } from './running';
import { checkTable, commitTable, type CheckedTable } from './send-table';
import { missingColumns, type TableFile } from './table-file';

const DATES: ReadonlySet<string> = new Set(['from', 'to']);
const NAMED_PLACES: readonly ImportKind[] = ['townships', 'villages'];

/** A table on its way into the directory: read, looked at, asked about, saved. */
export function useImport(kind: ImportKind) {
  const call = usePanelCall();
  const queries = useQueryClient();
  const say = useToast();
  const [file, setFile] = useState<TableFile | null>(null);
  const [table, setTable] = useState<{ rows: ImportRow[]; answers: ImportAnswer[] }>({
    rows: [],
    answers: [],
  });
  const [plan, setPlan] = useState<CheckedTable | null>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const { progress, problem, setProblem, during } = useWork();
  const look = (rows: ImportRow[], answers: ImportAnswer[]): void =>
    during(rows.length, async (onPart) => {
      setTable({ rows, answers });
      setRequestId(newRequestId());
      setPlan(await checkTable(call, { kind, rows, answers }, onPart));
    });
  const begin = (next: TableFile | null): void => {
    setFile(next);
    setPlan(null);
    setProblem(null);
  };
  const commit = async (checked: CheckedTable, onPart: (done: number) => void): Promise<void> => {
    const why = `从表格「${file?.name ?? ''}」导入`.slice(0, 200);
    await commitTable(call, { kind, ...table }, { version: checked.version, why, requestId }, onPart).finally(
      () => queries.invalidateQueries({ queryKey: ['directory-desk'] }),
    );
    say(`已经存进名录：新增 ${checked.counts.new} 行，修改 ${checked.counts.changed} 行。`);
    begin(null);
  };
  return {
    file,
    plan,
    problem,
    progress,
    reset: () => begin(null),
    take: begin,
    match: (map: TableFile['map']) => begin(file && { ...file, map }),
    check: () => {
      if (file === null) return;
      const why = whyNot(kind, file);
      if (why !== null) return setProblem(why);
      void rowsOf(kind, file).then((rows) => look(rows, []));
    },
    answer: (row: number, answer: { personId: string | null } | 'leaveOut') =>
      answer === 'leaveOut'
        ? look(
            table.rows.filter((one) => one.row !== row),
            table.answers,
          )
        : look(table.rows, [...table.answers, { row, ...answer }]),
    commit: () => {
      if (plan !== null) during(table.rows.length, (onPart) => commit(plan, onPart), CUT_OFF);
    },
  };
}

const CUT_OFF = '前面存好的都在，再点一次会接着存，不会存两遍。';

/** How far the work is while it goes on, and what went wrong with it. */
function useWork() {
  const [problem, setProblem] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const during = (
    all: number,
    work: (onPart: (done: number) => void) => Promise<void>,
    whenCutOff = '',
  ): void => {
    let reached = 0;
    setProgress({ done: 0, all });
    setProblem(null);
    work((done) => setProgress({ done: (reached = done), all }))
      .catch((error: unknown) => setProblem(`${sentenceOf(error)}${reached > 0 ? whenCutOff : ''}`))
      .finally(() => setProgress(null));
  };
  return { progress, problem, setProblem, during };
}

/** Why the file cannot be looked at yet; null where it can. */
export function whyNot(kind: ImportKind, file: TableFile): string | null {
  const missing = missingColumns(IMPORT_COLUMNS[kind], file);
  if (missing.length > 0) return `还没有指明哪一列是${missing.join('、')}。`;
  const { rows, rowNumbers } = file.reading;
  return rows.length > IMPORT_TABLE_MAX
    ? `这张表有 ${rows.length} 行，一个县的名录没有这么长，一次最多导 ${IMPORT_TABLE_MAX} 行。真有这么多，请从第 ${rowNumbers[IMPORT_TABLE_MAX] ?? ''} 行起另存一份。现在一行也没有存。`
    : null;
}

/** The rows as they are sent; places bring their pinyin. A cell that is too long goes as far as it is seen to be. */
export async function rowsOf(kind: ImportKind, file: TableFile): Promise<ImportRow[]> {
  const rows = tableRows(file.reading, file.map, DATES).map(({ row, values }) => ({
    row,
    values: Object.fromEntries(
      Object.entries(values).map(([field, text]) => [field, text.slice(0, IMPORT_CELL_MAX + 1)]),
    ),
  }));
  if (!NAMED_PLACES.includes(kind)) return rows;
  return Promise.all(
    rows.map(async ({ row, values }) => ({
      row,
      values: { ...values, sound: await soundOf(values['name'] ?? '') },
    })),
  );
}
