import { useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import { LEDGER_CHUNK, LEDGER_COLUMNS, type LedgerMapping, type LedgerRowOutcome } from '@contract/ledger';
import { newRequestId } from '@shared/request-id';
import { inPieces, tableRows, type TableRow } from '@shared/spreadsheet/table-rows';
import { Field } from '../../../components/field';
import { sentenceOf } from '../../../platform/refusal';
import { usePanelCall, type PanelCall } from '../../../platform/use-panel';
import { PartFrame } from '../part-frame';
import { keepRejects } from './download';
import { Counts, OutcomeList } from './outcome-list';
import { Running } from './running';
import { ColumnMatch, missingColumns, TableFilePicker, type TableFile } from './table-file';

const PIECE_BYTES = 80_000;
const DATES: ReadonlySet<string> = new Set(['date', 'doneOn']);
const WORDS = { new: '新线索', same: '已经导入过', rejected: '不能导入' } as const;

/** Brings in a county's old ledger: match its columns once, look, then piece by piece; cut off, it goes on where it was. */
export function LedgerPart() {
  const work = useLedger();
  const { file, known } = work;
  return (
    <PartFrame
      title="导入以前的台账"
      about="以前用 Excel 记的线索，按台账上的时间和结果进到线索里，统计照数。不给任何人发消息。再导一次同一本，什么也不会多出来。"
    >
      <div className="sheet import">
        <TableFilePicker
          key={known.map(({ name }) => name).join()}
          columns={LEDGER_COLUMNS}
          known={known[0]?.headers ?? {}}
          onRead={work.take}
        />
        {file && (
          <>
            <Field label="这本台账叫什么" help="同一本台账每次用同一个名字，才认得出哪些行已经导过。">
              <input
                className="native-input"
                value={work.name}
                maxLength={40}
                list="known-ledgers"
                onChange={({ target }) => work.setName(target.value)}
              />
            </Field>
            <datalist id="known-ledgers">
              {known.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <ColumnMatch columns={LEDGER_COLUMNS} file={file} onChange={work.match} />
            <Field
              label="反映人和电话"
              help="导进来以后和别的线索一样打码，查看要写原因。不需要联系了就不导。"
            >
              <select
                className="native-select"
                value={work.keepContact ? 'yes' : 'no'}
                onChange={({ target }) => work.setKeepContact(target.value === 'yes')}
              >
                <option value="no">不导入</option>
                <option value="yes">导入，打码保存</option>
              </select>
            </Field>
            <Actions work={work} />
          </>
        )}
        {work.problem && (
          <p className="field__problem" role="alert">
            {work.problem}
          </p>
        )}
      </div>
      {file && work.outcomes.length > 0 && <Outcomes file={file} work={work} />}
    </PartFrame>
  );
}

type Work = ReturnType<typeof useLedger>;

function Actions({ work }: { work: Work }) {
  const { running, progress, outcomes, wasImported } = work;
  if (running) return <Running progress={progress} onStop={work.stop} />;
  const fresh = outcomes.filter(({ outcome }) => outcome === 'new').length;
  const left = progress.all - progress.done;
  const isCutOff = outcomes.length > 0 && !wasImported && left > 0;
  return (
    <div className="import__answers">
      <Button
        variant={outcomes.length > 0 ? 'outline' : 'base'}
        theme="primary"
        onClick={() => work.run('check')}
      >
        先看一遍
      </Button>
      {isCutOff && (
        <p className="quiet">
          只看了前 {progress.done} 行，还有 {left} 行没有看。看完全部才能导入。
        </p>
      )}
      {!isCutOff && !wasImported && fresh > 0 && (
        <Button theme="primary" onClick={() => work.run('import')}>
          导入 {fresh} 条
        </Button>
      )}
      {wasImported && left > 0 && (
        <Button theme="primary" onClick={() => work.run('import')}>
          接着导
        </Button>
      )}
    </div>
  );
}

/** What became of a row, or will become of it. */
const wordsOf = ({ outcome }: LedgerRowOutcome, wasImported: boolean): string =>
  wasImported && outcome === 'new' ? '已导入' : WORDS[outcome];

function Outcomes({ file, work }: { file: TableFile; work: Work }) {
  const { outcomes, wasImported } = work;
  const rejected = outcomes.filter(({ outcome }) => outcome === 'rejected');
  const fresh = outcomes.filter(({ outcome }) => outcome === 'new');
  const shown = [
    ...rejected,
    ...fresh.filter(({ isDoubtful }) => isDoubtful),
    ...fresh.filter(({ isDoubtful }) => !isDoubtful),
  ];
  const texts = new Map(work.rows.map(({ row, values }) => [row, values['text'] ?? '']));
  return (
    <>
      <Counts
        parts={(['new', 'same', 'rejected'] as const).map((outcome) => ({
          words: wasImported && outcome === 'new' ? '条已经导入' : WORDS[outcome],
          count: outcomes.filter((one) => one.outcome === outcome).length,
          outcome,
        }))}
        onRejects={rejected.length > 0 ? () => void keepRejects(file, rejected) : null}
      />
      <OutcomeList
        rows={shown.map((one) => ({
          ...one,
          name: (texts.get(one.row) ?? '').slice(0, 40),
          words: wordsOf(one, wasImported),
        }))}
      />
    </>
  );
}

/** How the columns were matched, to be kept under the ledger's name. */
function mappingOf(name: string, { map, reading }: TableFile, keepContact: boolean): LedgerMapping {
  const headers = Object.entries(map).flatMap(([field, at]) =>
    at === null ? [] : [[field, reading.headers[at] ?? '']],
  );
  return { name: name.trim(), headers: Object.fromEntries(headers) as Record<string, string>, keepContact };
}

interface Sending {
  mapping: LedgerMapping;
  rows: readonly TableRow[];
  /** Hears what has come of all rows so far; false stops the rest. */
  onPiece: (found: LedgerRowOutcome[]) => boolean;
}

/** Sends a ledger piece by piece, to be looked at or brought in. */
async function sendLedger(
  call: PanelCall,
  what: 'check' | 'import',
  { mapping, rows, onPiece }: Sending,
): Promise<void> {
  const { name: ledger, keepContact } = mapping;
  if (what === 'import') await call('panel.saveLedger', mapping, newRequestId());
  const found: LedgerRowOutcome[] = [];
  for (const piece of inPieces(rows, LEDGER_CHUNK, PIECE_BYTES)) {
    const input = { ledger, rows: piece, keepContact };
    const answer =
      what === 'check'
        ? await call('panel.checkLedgerRows', input)
        : await call('panel.importLedgerRows', input, newRequestId());
    found.push(...answer.outcomes);
    if (!onPiece([...found])) return;
  }
}

/** How far a ledger is. */
function useProgress() {
  const [outcomes, setOutcomes] = useState<LedgerRowOutcome[]>([]);
  const [progress, setProgress] = useState({ done: 0, all: 0 });
  const [running, setRunning] = useState(false);
  const [wasImported, setImported] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    outcomes,
    setOutcomes,
    progress,
    setProgress,
    running,
    setRunning,
    wasImported,
    setImported,
    problem,
    setProblem,
  };
}

/** How the county's ledgers were matched before. */
function useKnownLedgers(): LedgerMapping[] {
  const call = usePanelCall();
  const ledgers = useQuery({ queryKey: ['ledgers'], queryFn: () => call('panel.listLedgers', {}) });
  return ledgers.data?.ledgers ?? [];
}

/** What must be put right before a ledger can be sent; null where nothing. */
function whyNotYet(file: TableFile, name: string): string | null {
  const missing = missingColumns(LEDGER_COLUMNS, file);
  if (missing.length > 0) return `还没有指明哪一列是${missing.join('、')}。`;
  return name.trim() === '' ? '给这本台账起个名字。' : null;
}

function useLedger() {
  const call = usePanelCall();
  const queries = useQueryClient();
  const known = useKnownLedgers();
  const [file, setFile] = useState<TableFile | null>(null);
  const [name, setName] = useState('');
  const [keepContact, setKeepContact] = useState(false);
  const course = useProgress();
  const { setOutcomes, setProgress, setRunning, setImported, setProblem } = course;
  const stopped = useRef(false);
  const rows = file ? tableRows(file.reading, file.map, DATES) : [];
  const start = (what: 'check' | 'import'): void => {
    if (file === null) return;
    const why = whyNotYet(file, name);
    if (why !== null) return setProblem(why);
    stopped.current = false;
    setProblem(null);
    setOutcomes([]);
    setProgress({ done: 0, all: rows.length });
    setImported(what === 'import');
    setRunning(true);
    const onPiece = (found: LedgerRowOutcome[]): boolean => {
      setOutcomes(found);
      setProgress({ done: found.length, all: rows.length });
      return !stopped.current;
    };
    sendLedger(call, what, { mapping: mappingOf(name, file, keepContact), rows, onPiece })
      .catch((error: unknown) =>
        setProblem(`${sentenceOf(error)}${what === 'import' ? '已经导入的都在，再点一次会接着导。' : ''}`),
      )
      .finally(() => {
        setRunning(false);
        if (what === 'import') void queries.invalidateQueries();
      });
  };
  const begin = (next: TableFile | null): void => {
    setFile(next);
    setOutcomes([]);
    setImported(false);
    setProblem(null);
  };
  return {
    known,
    file,
    rows,
    name,
    setName,
    keepContact,
    setKeepContact,
    ...course,
    take: (next: TableFile) => {
      setName((before) => before || next.name.replace(/\.\w+$/, '').slice(0, 40));
      setKeepContact(known[0]?.keepContact ?? false);
      begin(next);
    },
    match: (map: TableFile['map']) => begin(file && { ...file, map }),
    run: start,
    stop: () => void (stopped.current = true),
  };
}
