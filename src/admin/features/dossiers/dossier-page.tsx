import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import { DOSSIER_ENTRY_LABELS } from '@contract/labels-zh';
import type { DossierEntry, DossierPart, DossierView } from '@contract/dossiers';
import { sayFullDay, sayFully } from '@shared/dates';
import { ActSheet, type Act } from '../../components/act-sheet';
import { Failure, Loading } from '../../components/states';
import { useToast } from '../../components/toast';
import { usePanelCall } from '../../platform/use-panel';
import { downloadDossier } from './download-dossier';
import { dossierKey, useDossierCommand } from './use-dossiers';
import './dossiers.css';

/** One issue over the years: what belongs to it, and everything that happened, in order. */
export function DossierPage() {
  const { dossierId = '' } = useParams();
  const call = usePanelCall();
  const dossier = useQuery({
    queryKey: dossierKey(dossierId),
    queryFn: () => call('panel.getDossier', { dossierId }),
  });
  const [act, setAct] = useState<Act | null>(null);
  if (dossier.isPending) return <Loading rows={12} label="正在取卷宗" />;
  if (dossier.error && !dossier.data)
    return <Failure error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return null;
  return (
    <article className="dossier" aria-labelledby="dossier-title">
      <p className="no-print">
        <Link to="/dossiers">← 回到卷宗名单</Link>
      </p>
      <DossierHead dossier={dossier.data} />
      <div className="dossier__columns">
        <Timeline entries={dossier.data.timeline} />
        <Parts dossier={dossier.data} onAct={setAct} />
      </div>
      <ActSheet act={act} onClose={() => setAct(null)} />
    </article>
  );
}

function DossierHead({ dossier }: { dossier: DossierView }) {
  const [isBusy, setBusy] = useState(false);
  const say = useToast();
  const first = dossier.timeline[0]?.at;
  const last = dossier.timeline.at(-1)?.at;
  const download = (): void => {
    setBusy(true);
    downloadDossier(dossier)
      .catch(() => say('没有做成 Word 文件，请再点一次。'))
      .finally(() => setBusy(false));
  };
  return (
    <header className="dossier__head">
      <h1 id="dossier-title">{dossier.title}</h1>
      <p className="quiet">
        {first && last && `${sayFullDay(first.slice(0, 10))}至${sayFullDay(last.slice(0, 10))}，`}
        {dossier.parts.filter(({ kind }) => kind === 'lead').length} 条线索，
        {dossier.parts.filter(({ kind }) => kind === 'paper').length} 份文稿，{dossier.timeline.length} 件事
      </p>
      <p className="dossier__acts no-print">
        <Button variant="outline" loading={isBusy} onClick={download}>
          下载 Word
        </Button>
        <Button variant="outline" onClick={() => window.print()}>
          打印
        </Button>
      </p>
    </header>
  );
}

function Timeline({ entries }: { entries: readonly DossierEntry[] }) {
  return (
    <ol className="dossier-line sheet" aria-label="经过">
      {entries.map(({ at, kind, part, text }, index) => (
        <li key={`${at}-${index}`} className={`dossier-line__entry dossier-line__entry--${kind}`}>
          <p className="dossier-line__when">
            <time dateTime={at}>{sayFullDay(at.slice(0, 10))}</time>
            <span className="dossier-line__kind">{DOSSIER_ENTRY_LABELS[kind]}</span>
          </p>
          <p>{text}</p>
          <p className="dossier-line__part">
            <PartLink part={part} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function PartLink({ part }: { part: Pick<DossierPart, 'kind' | 'id' | 'number'> }) {
  const folder = part.kind === 'lead' ? 'leads' : 'papers';
  return <Link to={`/${folder}/${encodeURIComponent(part.id)}`}>{part.number}</Link>;
}

function Parts({ dossier, onAct }: { dossier: DossierView; onAct: (act: Act) => void }) {
  const acts = useActs(dossier);
  return (
    <aside className="dossier__side no-print" aria-label="卷宗里的东西">
      <section className="sheet dossier__parts">
        <h2>里面有什么</h2>
        <ul>
          {dossier.parts.map((part) => (
            <li key={part.id}>
              <PartLink part={part} /> <span className="quiet">{part.title}</span>
              {part.reason && <span className="quiet">（{part.reason}）</span>}
              {dossier.canChange && (
                <Button size="small" variant="text" onClick={() => onAct(acts.takeOut(part))}>
                  移出<span className="only-read-aloud">{part.number}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {dossier.canChange && (
          <Button variant="outline" onClick={() => onAct(acts.add)}>
            加一条线索
          </Button>
        )}
      </section>
      {dossier.removed.length > 0 && (
        <section className="sheet dossier__parts">
          <h2>移出的</h2>
          <ul>
            {dossier.removed.map((removal) => (
              <li key={removal.id + removal.at}>
                {removal.number} <span className="quiet">{`${sayFully(removal.at)}：${removal.reason}`}</span>
                {dossier.canChange && (
                  <Button size="small" variant="text" onClick={() => onAct(acts.putBack(removal))}>
                    加回来<span className="only-read-aloud">{removal.number}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

type OnPart = (part: Pick<DossierPart, 'kind' | 'id' | 'number'>) => Act;

function useActs({ id: dossierId, version }: DossierView): { add: Act; takeOut: OnPart; putBack: OnPart } {
  const give = useDossierCommand();
  const say = useToast();
  return {
    add: {
      title: '加一条线索',
      intro: '它的协商、交办、文稿、批示会一起进来。',
      fields: [
        { name: 'number', label: '线索编号', kind: 'line', max: 32 },
        { name: 'reason', label: '为什么是同一件事', kind: 'line', max: 200 },
      ],
      confirm: '加上',
      send: async ({ number = '', reason = '' }) => {
        await give('addToDossier', { dossierId, version, number: number.trim(), reason });
        say('加上了。');
      },
    },
    takeOut: ({ kind, id, number }) => ({
      title: '移出卷宗',
      intro: `${number} 不再算在这件事里；原因留在卷宗里，以后还能加回来。`,
      fields: [{ name: 'reason', label: '为什么移出', kind: 'line', max: 200 }],
      confirm: '移出',
      send: async ({ reason = '' }) => {
        await give('removeFromDossier', { dossierId, version, kind, id, reason });
        say('移出了。');
      },
    }),
    putBack: ({ kind, id, number }) => ({
      title: '加回卷宗',
      intro: `${number} 回到这件事里，时间线上照原来的日子排。`,
      fields: [{ name: 'reason', label: '为什么加回来', kind: 'line', max: 200 }],
      confirm: '加回来',
      send: async ({ reason = '' }) => {
        await give('putBackIntoDossier', { dossierId, version, kind, id, reason });
        say('加回来了。');
      },
    }),
  };
}
