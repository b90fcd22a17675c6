import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import { DOSSIER_TITLE_MAX } from '@contract/dossiers';
import { sayDay } from '@shared/dates';
import { ActSheet, type Act } from '../../components/act-sheet';
import { Empty, Failure, Loading } from '../../components/states';
import { useServices } from '../../platform/services';
import { useIssues, useMe, usePanelCall } from '../../platform/use-panel';
import { useDossierCommand } from './use-dossiers';
import './dossiers.css';

/** Every issue that is followed for years, and the way to begin another. */
export function DossiersPage() {
  const call = usePanelCall();
  const { now } = useServices();
  const me = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const begin = useBeginning();
  const dossiers = useQuery({ queryKey: ['dossiers'], queryFn: () => call('panel.listDossiers', {}) });
  if (dossiers.isPending) return <Loading rows={8} label="正在取卷宗" />;
  if (dossiers.error && !dossiers.data)
    return <Failure error={dossiers.error} onRetry={() => void dossiers.refetch()} />;
  const items = dossiers.data?.items ?? [];
  const isDesk = me.data?.grants.some(({ role }) => role === 'staff') ?? false;
  return (
    <div className="dossiers">
      <header>
        <p className="no-print">
          <Link to="/papers">← 文稿</Link>
        </p>
        <h1>专题卷宗</h1>
        <p className="quiet">一件事几年里的线索、协商、交办、文稿、批示和结果，放在一条时间线上。</p>
        {isDesk && (
          <Button theme="primary" onClick={() => setAct(begin)}>
            新建卷宗
          </Button>
        )}
      </header>
      <section className="sheet">
        {items.length === 0 ? (
          <Empty title="还没有卷宗">
            <p>从一个热点或者几条线索开始，文稿和批示会自己跟着进来。</p>
          </Empty>
        ) : (
          <ul className="dossiers__list">
            {items.map(({ id, title, leads, startedAt, changedAt }) => (
              <li key={id} data-dossier={id}>
                <Link to={`/dossiers/${encodeURIComponent(id)}`}>{title}</Link>
                <p className="quiet">
                  {leads} 条线索 · {sayDay(startedAt, now())}建 · {sayDay(changedAt, now())}改
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ActSheet act={act} onClose={() => setAct(null)} />
    </div>
  );
}

/** Begins from a hot issue, from numbers, or from both. */
function useBeginning(): Act {
  const issues = useIssues();
  const give = useDossierCommand();
  const navigate = useNavigate();
  return {
    title: '新建卷宗',
    intro: '选一个热点，或者写几条线索的编号。',
    fields: [
      { name: 'title', label: '叫什么', kind: 'line', max: DOSSIER_TITLE_MAX },
      {
        name: 'issueId',
        label: '从哪个热点开始',
        kind: 'choice',
        optional: true,
        options: (issues.data?.items ?? []).map(({ id, title, leads }) => ({
          id,
          name: `${title}（${leads} 条）`,
        })),
      },
      {
        name: 'numbers',
        label: '线索编号',
        kind: 'words',
        optional: true,
        help: '一行一个，或者用空格、顿号隔开。',
      },
    ],
    confirm: '建好',
    send: async ({ title = '', issueId = '', numbers = '' }) => {
      const list = numbers.split(/[\s、，,;；]+/u).filter((number) => number !== '');
      const dossier = await give('startDossier', {
        title,
        ...(issueId ? { issueId } : {}),
        ...(list.length > 0 ? { numbers: list } : {}),
      });
      await navigate(`/dossiers/${encodeURIComponent(dossier.id)}`);
    },
  };
}
