import { useEffect, useRef } from 'react';
import { NavLink, useParams } from 'react-router';
import { DIRECTORY_SECTIONS, type DirectorySection } from '@contract/directory-desk';
import { useMe } from '../../platform/use-panel';
import { CoveragePart } from './coverage-part';
import { History } from './history';
import { ImportPart } from './import/import-part';
import { LedgerPart } from './import/ledger-part';
import { PARTS } from './parts';
import { PartFrame } from './part-frame';
import { PeoplePart } from './people-part';
import { useReferences } from './references';
import { SectionPart } from './section-part';
import { useMayChange } from './use-directory-desk';
import './directory.css';

const GROUPS: readonly { title: string; parts: readonly (DirectorySection | 'people')[] }[] = [
  { title: '人', parts: ['people', 'terms', 'leadership'] },
  { title: '地方', parts: ['townships', 'villages', 'stations'] },
  { title: '分派', parts: ['categories', 'sectors', 'committees', 'units'] },
  { title: '规矩', parts: ['policy', 'calendars', 'templates', 'codes'] },
];

/** What the county stands on: who, where, what goes to whom, by when. */
export function DirectoryPage() {
  const { part } = useParams();
  const me = useMe();
  const mayChange = useMayChange();
  const isStaff = me.data?.grants.some(({ role }) => role === 'staff') ?? false;
  const parts = useRef<HTMLElement>(null);
  // On a phone the parts stand in one line that is longer than the screen.
  useEffect(() => {
    parts.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView?.({ inline: 'center', block: 'nearest' });
  }, [part]);
  return (
    <div className="directory">
      <nav ref={parts} className="directory__nav" aria-label="名录的栏目">
        <h1>名录</h1>
        <ul>
          <li>
            <PartLink to="/directory" words="查缺" />
          </li>
          {GROUPS.map(({ title, parts }) => (
            <li key={title}>
              <p className="directory__group">{title}</p>
              <ul>
                {parts.map((one) => (
                  <li key={one}>
                    <PartLink
                      to={`/directory/${one}`}
                      words={one === 'people' ? '人员和身份' : PARTS[one].title}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <p className="directory__group">成批</p>
            {mayChange && <PartLink to="/directory/import" words="从表格导入" />}
            {isStaff && <PartLink to="/directory/ledger" words="导入以前的台账" />}
            <PartLink to="/directory/history" words="修改记录" />
          </li>
        </ul>
      </nav>
      <div className="directory__main">
        <Part part={part} />
      </div>
    </div>
  );
}

function PartLink({ to, words }: { to: string; words: string }) {
  return (
    <NavLink className="directory__link" to={to} end>
      {words}
    </NavLink>
  );
}

function Part({ part }: { part: string | undefined }) {
  if (part === 'people') return <PeoplePart />;
  if (part === 'import') return <ImportPart />;
  if (part === 'ledger') return <LedgerPart />;
  if (part === 'history') return <WholeHistory />;
  const section = DIRECTORY_SECTIONS.find((name) => name === part);
  return section ? <SectionPart key={section} section={section} /> : <CoveragePart />;
}

function WholeHistory() {
  const references = useReferences({ withVillages: true });
  return (
    <PartFrame title="修改记录" about="名录的每一次修改：谁、什么时候、改了什么、为什么。只能看，不能改。">
      <div className="sheet directory__history">
        <History about={{}} references={references} />
      </div>
    </PartFrame>
  );
}
