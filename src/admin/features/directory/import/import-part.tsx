import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import { IMPORT_COLUMNS, type ImportKind, type PlannedRow } from '@contract/directory-import';
import { PartFrame } from '../part-frame';
import { keepRejects, keepTemplate } from './download';
import { Counts, OutcomeList } from './outcome-list';
import { Running } from './running';
import type { CheckedTable } from './send-table';
import { ColumnMatch, TableFilePicker, type TableFile } from './table-file';
import { useImport } from './use-import';

const KIND_WORDS: Record<ImportKind, string> = {
  members: '委员',
  officers: '单位经办人',
  staff: '机关、领导和管理员',
  terms: '联络员和召集人',
  townships: '乡镇',
  villages: '村和社区',
  stations: '联络站',
  categories: '分派表',
  sectors: '界别',
  committees: '专委会',
  units: '承办单位',
  calendars: '放假和调休',
  templates: '常用答复',
};
/** As the directory is divided. Within a group, what the next one stands on comes first. */
const GROUPS: readonly { title: string; kinds: readonly ImportKind[] }[] = [
  { title: '地方', kinds: ['townships', 'villages', 'stations'] },
  { title: '分派', kinds: ['committees', 'sectors', 'units', 'categories'] },
  { title: '人', kinds: ['members', 'officers', 'staff', 'terms'] },
  { title: '规矩', kinds: ['calendars', 'templates'] },
];
const OUTCOME_WORDS = {
  new: '新增',
  changed: '修改',
  same: '没有变',
  asked: '要回答',
  rejected: '不能导入',
} as const;

/** Brings a table into the directory: choose what, read the file, match its columns, look, save whole. */
export function ImportPart() {
  const [kind, setKind] = useState<ImportKind>('members');
  const work = useImport(kind);
  const { file, plan } = work;
  return (
    <PartFrame
      title="从表格导入"
      about="先看每一行会怎样，再存进去；长的表一份一份存，每一份要么全存、要么一行也不存。再导一次同一张表，什么也不会多出来。"
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
            {work.progress ? (
              <Running progress={work.progress} />
            ) : (
              <Button theme="primary" variant={plan ? 'outline' : 'base'} onClick={work.check}>
                {plan ? '重新看一遍' : '看看每一行会怎样'}
              </Button>
            )}
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
      {GROUPS.map(({ title, kinds }) => (
        <div key={title} className="import__group" role="group" aria-label={`导入什么：${title}`}>
          <span className="import__group-title">{title}</span>
          <ul className="import__kinds">
            {kinds.map((one) => (
              <li key={one}>
                <button type="button" aria-pressed={one === kind} onClick={() => onChoose(one)}>
                  {KIND_WORDS[one]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
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

function Plan({
  file,
  plan,
  work,
}: {
  file: TableFile;
  plan: CheckedTable;
  work: ReturnType<typeof useImport>;
}) {
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
        <Button theme="primary" size="large" loading={work.progress !== null} onClick={work.commit}>
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
