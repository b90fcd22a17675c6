import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DirectoryEntry, DirectorySection } from '@contract/directory-desk';
import { Failure, Loading } from '../../components/states';
import { EntrySheet } from './entry-sheet';
import { PartEnd, PartFrame, PartSearch, SHOWN } from './part-frame';
import { FIELD_WORDS } from './field-words';
import { PARTS } from './parts';
import { useReferences, wordsOf, type References } from './references';
import { useMayChange, useSection } from './use-directory-desk';

const NEW = 'new';

/** One part of the directory as a list; an entry opens beside it. */
export function SectionPart({ section }: { section: DirectorySection }) {
  const part = PARTS[section];
  const entries = useSection(section);
  const references = useReferences({ withVillages: section === 'stations' });
  const mayChange = useMayChange();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState('');
  const open = search.get('entry');
  const show = (id: string | null): void => setSearch(id === null ? {} : { entry: id });
  if (entries.isPending) return <Loading rows={10} label={`正在取${part.title}`} />;
  if (entries.error && !entries.data)
    return <Failure error={entries.error} onRetry={() => void entries.refetch()} />;
  const { items = [], version = 1 } = entries.data ?? {};
  const found = items.filter((entry) => isAbout(entry, words.trim(), references));
  const opened = items.find(({ id }) => id === open) ?? null;
  return (
    <PartFrame
      title={part.title}
      about={part.about}
      count={items.length}
      add={mayChange && !part.fixed ? { words: `新增${part.one}`, onClick: () => show(NEW) } : null}
    >
      {items.length > 12 && (
        <PartSearch label={`在${part.title}里找`} hint="输入名称查找" words={words} onChange={setWords} />
      )}
      {found.length > 0 && (
        <EntryTable section={section} entries={found.slice(0, SHOWN)} references={references} onOpen={show} />
      )}
      <PartEnd found={found.length} all={items.length} what={part.title} />
      {(opened !== null || open === NEW) && (
        <EntrySheet
          key={open}
          section={section}
          entry={opened}
          version={version}
          references={references}
          onClose={() => show(null)}
        />
      )}
    </PartFrame>
  );
}

function isAbout(entry: DirectoryEntry, words: string, references: References): boolean {
  if (words === '') return true;
  const fields = Object.entries(entry).map(([name, value]) => wordsOf(name, value, references));
  return fields.some((text) => text.includes(words));
}

interface EntryTableProps {
  section: DirectorySection;
  entries: readonly DirectoryEntry[];
  references: References;
  onOpen: (id: string) => void;
}

function EntryTable({ section, entries, references, onOpen }: EntryTableProps) {
  const { columns } = PARTS[section];
  return (
    <div className="sheet directory__table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headOf(section, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={'retired' in entry && entry.retired ? 'is-retired' : undefined}>
              {columns.map((column, index) => (
                <td key={column} data-head={headOf(section, column)}>
                  <Cell
                    entry={entry}
                    column={column}
                    references={references}
                    {...(index === 0 ? { onOpen: () => onOpen(entry.id) } : {})}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headOf = (section: DirectorySection, column: string): string => {
  if (column === 'retired') return '状态';
  if (section === 'leadership' && column === 'id') return '职务';
  if (column === 'id') return PARTS[section].id?.label ?? FIELD_WORDS['id'] ?? column;
  return PARTS[section].fields.find(({ name }) => name === column)?.label ?? FIELD_WORDS[column] ?? column;
};

function Cell({
  entry,
  column,
  references,
  onOpen,
}: {
  entry: DirectoryEntry;
  column: string;
  references: References;
  onOpen?: () => void;
}) {
  const fields: Record<string, unknown> = { ...entry };
  const value = fields[column];
  const text =
    column === 'retired' ? (value ? '已停用' : '在用') : shortened(wordsOf(column, value, references), value);
  if (!onOpen) return <>{text}</>;
  return (
    <button type="button" className="directory__open" onClick={onOpen}>
      {text}
    </button>
  );
}

const shortened = (text: string, value: unknown): string =>
  Array.isArray(value) && value.length > 4
    ? `${value.length} 个`
    : text.length > 40
      ? `${text.slice(0, 40)}…`
      : text;
