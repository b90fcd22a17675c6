import { useEffect, useRef, useState } from 'react';
import type { QueueFilter } from '@contract/statistics';
import { exportRows, sheetColumns, type ExportColumn } from '@shared/spreadsheet/export-rows';
import { sentenceOf } from '../../../platform/refusal';
import { saveFile } from '../../../platform/save-file';
import { usePanelCall } from '../../../platform/use-panel';

export type ExportState =
  | { phase: 'idle' }
  | { phase: 'reading'; rows: number }
  | { phase: 'done'; rows: number; fileName: string }
  | { phase: 'failed'; sentence: string };

/** Saves a list as an xlsx: page after page, with how far it is, and to be stopped at any moment. Half a file is never saved. */
export function useExport(filter: QueueFilter) {
  const call = usePanelCall();
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = async (columns: readonly ExportColumn[], listName: string): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    let rows = 0;
    setState({ phase: 'reading', rows });
    const readRows = (page: { cursor?: string; limit: number }) => {
      controller.signal.throwIfAborted();
      return call('panel.readRows', { ...filter, ...page });
    };
    const onProgress = (written: number): void => {
      rows = written;
      if (!controller.signal.aborted) setState({ phase: 'reading', rows });
    };
    try {
      const { writeSheet } = await import('@shared/spreadsheet/write-sheet');
      const file = await writeSheet({
        name: '线索',
        columns: sheetColumns(columns),
        rows: exportRows(readRows, { columns, listName, onProgress }),
      });
      if (controller.signal.aborted) return;
      const fileName = `${listName.replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`;
      saveFile(file, fileName);
      setState({ phase: 'done', rows, fileName });
    } catch (error) {
      if (!controller.signal.aborted) setState({ phase: 'failed', sentence: sentenceOf(error) });
    }
  };
  const cancel = (): void => {
    stop.current?.abort();
    setState({ phase: 'idle' });
  };
  return { state, start, cancel };
}
