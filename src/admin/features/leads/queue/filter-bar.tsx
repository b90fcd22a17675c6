import { useEffect, useState, type FormEvent } from 'react';
import { Input } from 'tdesign-react/es/input';
import { Button } from 'tdesign-react/es/button';
import type { QueueFilter, QueueGroup } from '@contract/statistics';
import { tidyCode } from '@shared/presenters';
import { wholeList } from '../../../platform/queue-address';
import { useDirectory } from '../../../platform/use-panel';
import { DimensionSelect } from './dimension-select';
import { ExportButton } from './export-sheet';
import { filterWords } from './filter-words';
import type { GroupWords } from '@shared/group-words';
import { KeepView } from './saved-views';

interface FilterBarProps {
  filter: QueueFilter;
  words: Record<QueueGroup, GroupWords>;
  /** How long the list is; with a plus where it goes on uncounted. */
  total: number | string | null;
  onChange: (filter: QueueFilter) => void;
  onHelp: () => void;
}

/** What the list is narrowed by, how long it is, and the ways to narrow it further. */
export function FilterBar({ filter, words: ofGroups, total, onChange, onHelp }: FilterBarProps) {
  const directory = useDirectory();
  const words = filterWords(filter, directory.data, ofGroups);
  const isSortable = filter.group === 'new' || filter.group === 'mine' || filter.group === 'waiting';
  return (
    <div className="filter-bar">
      <p className="filter-bar__total" role="status">
        <strong>{total ?? '…'}</strong> 条
      </p>
      <ul className="filter-bar__words" aria-label="正在按这些条件看">
        {words.map(({ text, without }) => (
          <li key={text}>
            <button type="button" className="filter-word" onClick={() => onChange(without)}>
              {text}
              <span aria-hidden="true"> ×</span>
              <span className="only-read-aloud">，去掉这个条件</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="filter-bar__keep">
        <KeepView filter={filter} suggestion={words.map(({ text }) => text).join(' ')} />
      </div>
      <div className="filter-bar__tools">
        {isSortable && <SortSelect filter={filter} onChange={onChange} />}
        <DimensionSelect filter={filter} directory={directory.data} onChange={onChange} />
        <NumberSearch
          number={filter.number ?? ''}
          onSearch={(number) => onChange({ ...wholeList(filter), ...(number ? { number } : {}) })}
        />
        <ExportButton
          filter={filter}
          listName={words.map(({ text }) => text).join(' ') || '全部线索'}
          total={typeof total === 'number' ? total : null}
        />
        <button type="button" className="help-button" onClick={onHelp} aria-label="键盘用法">
          ?
        </button>
      </div>
    </div>
  );
}

function SortSelect({ filter, onChange }: Pick<FilterBarProps, 'filter' | 'onChange'>) {
  const { sort: _sort, ...rest } = filter;
  return (
    <select
      className="native-select sort-select"
      aria-label="怎样排"
      value={filter.sort ?? ''}
      onChange={(event) => onChange(event.target.value ? { ...rest, sort: 'newest' } : rest)}
    >
      <option value="">最急的在前</option>
      <option value="newest">最新的在前</option>
    </select>
  );
}

function NumberSearch({ number, onSearch }: { number: string; onSearch: (number: string) => void }) {
  const [typed, setTyped] = useState(number);
  useEffect(() => setTyped(number), [number]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(tidyCode(typed));
  };
  return (
    <form className="number-search" role="search" onSubmit={submit} data-number-search>
      <label>
        <span className="only-read-aloud">线索编号</span>
        <Input
          value={typed}
          onChange={(value) => setTyped(String(value))}
          placeholder="输入编号查找"
          clearable
        />
      </label>
      <Button type="submit" variant="outline">
        查找
      </Button>
    </form>
  );
}
