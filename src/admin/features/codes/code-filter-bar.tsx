import type { Township } from '@contract/directory';
import { CODE_SORTS, type CodeFilter, type CodeSort } from './find-codes';

const SORT_LABELS: Record<CodeSort, string> = {
  all: '所有的码',
  places: '乡镇、村、社区',
  made: '联络站、活动、加挂',
  retired: '已停用',
};

interface CodeFilterBarProps {
  filter: CodeFilter;
  townships: readonly Township[];
  onChange: (filter: CodeFilter) => void;
}

/** Narrows the codes by words, township and sort. */
export function CodeFilterBar({ filter, townships, onChange }: CodeFilterBarProps) {
  return (
    <div className="codes__filter" role="search" aria-label="找二维码">
      <input
        className="native-input"
        type="search"
        aria-label="找码：村名、拼音、首字母或编号"
        placeholder="村名、拼音、首字母（ccz）或编号"
        value={filter.query}
        maxLength={30}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
      />
      {townships.length > 1 && (
        <select
          className="native-select"
          aria-label="乡镇"
          value={filter.townshipId}
          onChange={(event) => onChange({ ...filter, townshipId: event.target.value })}
        >
          <option value="">全县</option>
          {townships.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        className="native-select"
        aria-label="哪一类"
        value={filter.sort}
        onChange={(event) =>
          onChange({ ...filter, sort: CODE_SORTS.find((one) => one === event.target.value) ?? 'all' })
        }
      >
        {CODE_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_LABELS[sort]}
          </option>
        ))}
      </select>
    </div>
  );
}
