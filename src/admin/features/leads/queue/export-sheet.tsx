import { useState } from 'react';
import { Button } from 'tdesign-react/es/button';
import type { QueueFilter } from '@contract/statistics';
import { EXPORT_COLUMNS, EXPORT_HEADERS, type ExportColumn } from '@shared/spreadsheet/export-rows';
import { SideSheet } from '../../../components/side-sheet';
import { useExport, type ExportState } from './use-export';
import './export-sheet.css';

interface ExportProps {
  filter: QueueFilter;
  /** What the list is called: its conditions in words. */
  listName: string;
  /** How long it is, where that is known. */
  total: number | null;
}

/** The way to a file of the list: which columns, how far it is, and the file. */
export function ExportButton({ filter, listName, total }: ExportProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        导出
      </Button>
      <SideSheet title="导出成表格（xlsx）" open={open} onClose={() => setOpen(false)}>
        {open && <ExportBody filter={filter} listName={listName} total={total} />}
      </SideSheet>
    </>
  );
}

function ExportBody({ filter, listName, total }: ExportProps) {
  const [columns, setColumns] = useState<ReadonlySet<ExportColumn>>(new Set(EXPORT_COLUMNS));
  const { state, start, cancel } = useExport(filter);
  const chosen = EXPORT_COLUMNS.filter((column) => columns.has(column));
  const toggle = (column: ExportColumn): void =>
    setColumns((before) => {
      const next = new Set(before);
      if (!next.delete(column)) next.add(column);
      return next;
    });
  const isReading = state.phase === 'reading';
  return (
    <div className="export">
      <p>
        {listName}
        {total === null ? '' : `，${total} 条`}。表格里的行和这份名单一样，您看不到的，表格里也没有；
        不含反映人的姓名、电话和查询码。
      </p>
      <fieldset className="export__columns" disabled={isReading}>
        <legend>要哪几列</legend>
        {EXPORT_COLUMNS.map((column) => (
          <label key={column}>
            <input type="checkbox" checked={columns.has(column)} onChange={() => toggle(column)} />
            {EXPORT_HEADERS[column]}
          </label>
        ))}
      </fieldset>
      <Progress state={state} total={total} />
      <div className="export__foot">
        {isReading ? (
          <Button size="large" variant="outline" onClick={cancel}>
            停下，不导了
          </Button>
        ) : (
          <Button
            size="large"
            theme="primary"
            disabled={chosen.length === 0}
            onClick={() => void start(chosen, listName)}
          >
            {state.phase === 'idle' ? '开始导出' : '再导一次'}
          </Button>
        )}
      </div>
    </div>
  );
}

function Progress({ state, total }: { state: ExportState; total: number | null }) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'reading':
      return (
        <div className="export__progress">
          <progress
            aria-label="导出进度"
            {...(total === null || total === 0 ? {} : { value: Math.min(state.rows, total), max: total })}
          />
          <p role="status">
            已读出 {state.rows} 条{total === null ? '' : `，共 ${total} 条`}
          </p>
        </div>
      );
    case 'done':
      return (
        <p role="status" className="export__done">
          好了：{state.rows} 条，存为「{state.fileName}」。最后一行写着条数和时间。
        </p>
      );
    case 'failed':
      return (
        <p role="alert" className="export__failed">
          没有导完，没有存下半份文件：{state.sentence}
        </p>
      );
  }
}
