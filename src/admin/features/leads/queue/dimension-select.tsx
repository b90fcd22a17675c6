import { ENTRY_LABELS } from '@contract/labels-zh';
import { ENTRIES } from '@contract/lead';
import type { OfficerDirectory } from '@contract/directory';
import { DIMENSIONS, type Dimension, type QueueFilter } from '@contract/statistics';

interface DimensionSelectProps {
  filter: QueueFilter;
  directory: OfficerDirectory | undefined;
  onChange: (filter: QueueFilter) => void;
}

/** Narrows the list to one township, category, sector, unit or entry; keeps the status or measure beside it. */
export function DimensionSelect({ filter, directory, onChange }: DimensionSelectProps) {
  const groups: { dimension: Dimension; name: string; options: { id: string; name: string }[] }[] = [
    { dimension: 'township', name: '乡镇', options: directory?.townships ?? [] },
    { dimension: 'category', name: '类别', options: directory?.categories ?? [] },
    { dimension: 'unit', name: '承办单位', options: directory?.units ?? [] },
    { dimension: 'sector', name: '界别', options: directory?.sectors ?? [] },
    { dimension: 'committee', name: '专委会', options: directory?.committees ?? [] },
    { dimension: 'entry', name: '来源', options: ENTRIES.map((id) => ({ id, name: ENTRY_LABELS[id] })) },
  ];
  const value = filter.dimension && filter.dimensionId ? `${filter.dimension}/${filter.dimensionId}` : '';
  const choose = (chosen: string): void => {
    const { dimension: _dimension, dimensionId: _dimensionId, number: _number, ...rest } = filter;
    const cut = chosen.indexOf('/');
    const dimension = DIMENSIONS.find((one) => one === chosen.slice(0, cut));
    onChange(dimension ? { ...rest, dimension, dimensionId: chosen.slice(cut + 1) } : rest);
  };
  const known = groups.some(({ dimension, options }) =>
    options.some(({ id }) => `${dimension}/${id}` === value),
  );
  return (
    <select
      className="native-select dimension-select"
      aria-label="按乡镇、类别、单位、界别或来源筛选"
      value={known ? value : ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">不限乡镇、类别、单位</option>
      {groups.map(({ dimension, name, options }) => (
        <optgroup key={dimension} label={name}>
          {options.map((option) => (
            <option key={option.id} value={`${dimension}/${option.id}`}>
              {option.name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
