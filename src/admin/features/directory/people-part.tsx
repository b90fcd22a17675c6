import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DirectoryEntries, DirectoryPerson } from '@contract/directory-desk';
import { Failure, Loading } from '../../components/states';
import { PartEnd, PartFrame, PartSearch, SHOWN } from './part-frame';
import { OFFICE_WORDS } from './parts';
import { PersonSheet } from './person-sheet';
import { useReferences, wordsOf, type References } from './references';
import { useMayChange, usePeople, useSection } from './use-directory-desk';

const NEW = 'new';

/** Everybody with an account: who they are, what they may do, whether their WeChat is bound. */
export function PeoplePart() {
  const people = usePeople();
  const terms = useSection('terms');
  const references = useReferences();
  const mayChange = useMayChange();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState('');
  if (people.isPending) return <Loading rows={10} label="正在取人员" />;
  if (people.error && !people.data)
    return <Failure error={people.error} onRetry={() => void people.refetch()} />;
  const open = search.get('entry');
  const show = (id: string | null): void => setSearch(id === null ? {} : { entry: id });
  const held = (terms.data?.items ?? []) as DirectoryEntries['terms'][];
  const rows = (people.data ?? []).map((person) => ({
    person,
    duties: dutiesOf(person, held, references),
  }));
  const asked = words.trim();
  const found = rows.filter(({ person, duties }) =>
    `${person.name}${person.post}${person.grid}${duties}`.includes(asked),
  );
  const opened = rows.find(({ person }) => person.id === open);
  return (
    <PartFrame
      title="人员和身份"
      about="委员、机关、单位经办人。绑定码只显示一次，本人在小程序的工作页里输入。"
      count={rows.length}
      add={mayChange ? { words: '新增人员', onClick: () => show(NEW) } : null}
    >
      <PartSearch label="在人员里找" hint="姓名、职务、界别、单位" words={words} onChange={setWords} />
      {found.length > 0 && <PeopleTable rows={found.slice(0, SHOWN)} onOpen={show} />}
      <PartEnd found={found.length} all={rows.length} what="人员" />
      {(opened !== undefined || open === NEW) && (
        <PersonSheet
          key={open}
          person={opened?.person ?? null}
          duties={opened ? officesOf(opened.person.id, held, references) : ''}
          references={references}
          onClose={() => show(null)}
        />
      )}
    </PartFrame>
  );
}

interface Row {
  person: DirectoryPerson;
  duties: string;
}

function PeopleTable({ rows, onOpen }: { rows: readonly Row[]; onOpen: (id: string) => void }) {
  return (
    <div className="sheet directory__table">
      <table>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">身份</th>
            <th scope="col">职务</th>
            <th scope="col">微信</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, duties }) => (
            <tr key={person.id} className={person.active ? undefined : 'is-retired'}>
              <td data-head="姓名">
                <button type="button" className="directory__open" onClick={() => onOpen(person.id)}>
                  {person.name}
                </button>
              </td>
              <td data-head="身份">{person.active ? duties || '没有身份' : '已停用'}</td>
              <td data-head="职务">{person.post || '—'}</td>
              <td data-head="微信">{BINDING_WORDS[person.binding]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const BINDING_WORDS = { bound: '已绑定', waiting: '等他绑定', none: '没绑定' } as const;

const today = (): string => new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

function officesOf(id: string, terms: readonly DirectoryEntries['terms'][], references: References): string {
  const day = today();
  return terms
    .filter(({ accountId, from, to }) => accountId === id && from <= day && (to === null || day <= to))
    .map(
      ({ office, townshipId }) =>
        `${wordsOf('townshipId', townshipId, references)}${OFFICE_WORDS[office] ?? ''}`,
    )
    .join('、');
}

function dutiesOf(
  { id, grants }: DirectoryPerson,
  terms: readonly DirectoryEntries['terms'][],
  references: References,
): string {
  const own = grants
    .filter(({ role }) => role !== 'liaison' && role !== 'convener')
    .map(({ role, sectorId, unitId }) => {
      const where = sectorId
        ? wordsOf('sectorId', sectorId, references)
        : unitId
          ? wordsOf('unitId', unitId, references)
          : '';
      return `${where}${wordsOf('role', role, references)}`;
    });
  return [officesOf(id, terms, references), ...own].filter(Boolean).join('、');
}
