import { useState } from 'react';
import type { ImportColumn } from '@contract/directory-import';
import { mapColumns, type ColumnMap } from '@shared/spreadsheet/map-columns';
import type { SheetReading } from '@shared/spreadsheet/read-sheet';

/** A file that was read: its table, and which of its columns is which. */
export interface TableFile {
  name: string;
  reading: SheetReading;
  map: ColumnMap;
}

interface TableFilePickerProps {
  columns: readonly ImportColumn[];
  /** Headings that were matched before, by field. */
  known?: Record<string, string>;
  onRead: (file: TableFile) => void;
}

/** Takes an xlsx or csv and reads it here, in the browser: nothing leaves the computer before somebody has looked. */
export function TableFilePicker({ columns, known = {}, onRead }: TableFilePickerProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const take = async (file: File): Promise<void> => {
    setProblem(null);
    setReading(true);
    const { readSheet } = await import('@shared/spreadsheet/read-sheet');
    const result = await readSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    setReading(false);
    if (!result.ok) return setProblem(result.message);
    const map = mapColumns(result.value.headers, columns);
    for (const [field, header] of Object.entries(known)) {
      const at = result.value.headers.indexOf(header);
      if (at >= 0) map[field] = at;
    }
    onRead({ name: file.name, reading: result.value, map });
  };
  return (
    <div className="import__file">
      <label className="import__pick">
        <span>{isReading ? '正在读…' : '选择表格文件'}</span>
        <input
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) take(file).catch(() => setProblem('这个文件读不了，请换一个再试。'));
          }}
        />
      </label>
      <p className="quiet">.xlsx 或 .csv，最多 20 MB。文件先在这台电脑上读，看过再导。</p>
      {problem && (
        <p className="field__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ColumnMatchProps {
  columns: readonly ImportColumn[];
  file: TableFile;
  onChange: (map: ColumnMap) => void;
}

/** Which column of the table is which; what could not be matched by its heading is chosen here. */
export function ColumnMatch({ columns, file, onChange }: ColumnMatchProps) {
  const { headers, rows } = file.reading;
  return (
    <table className="import__columns">
      <caption className="only-read-aloud">表格的列对应什么</caption>
      <thead>
        <tr>
          <th scope="col">要的内容</th>
          <th scope="col">表格里的列</th>
          <th scope="col">第一行写的</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ field, header, required }) => {
          const at = file.map[field] ?? null;
          return (
            <tr key={field}>
              <th scope="row">
                {header}
                {required && <span className="import__needed">必须有</span>}
              </th>
              <td>
                <select
                  className="native-select"
                  aria-label={`${header}是哪一列`}
                  value={at ?? ''}
                  onChange={({ target }) =>
                    onChange({ ...file.map, [field]: target.value === '' ? null : Number(target.value) })
                  }
                >
                  <option value="">没有这一列</option>
                  {headers.map((name, index) => (
                    <option key={index} value={index}>
                      {name || `第 ${index + 1} 列`}
                    </option>
                  ))}
                </select>
              </td>
              <td className="import__example">{at === null ? '' : exampleOf(rows[0]?.[at])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const exampleOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').slice(0, 30);

/** The columns that must be there and are not, by their headings. */
export const missingColumns = (columns: readonly ImportColumn[], { map }: TableFile): string[] =>
  columns
    .filter(({ field, required }) => required && (map[field] ?? null) === null)
    .map(({ header }) => header);
