import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'tdesign-react/es/button';
import { FOLLOW_UP_FILTER_LABELS, PAPER_STATE_LABELS, REPORT_KIND_LABELS } from '@contract/labels-zh';
import { REPORT_KINDS } from '@contract/lead';
import { FOLLOW_UP_FILTERS, PAPER_STATES, type PaperFilter, type PapersPage as Page } from '@contract/papers';
import { Empty, Failure, Loading } from '../../components/states';
import { usePanelCall } from '../../platform/use-panel';
import { Figures } from './figures';
import { PaperRow } from './paper-row';
import './papers.css';

/** The papers of a year, its figures, and the ways to narrow the list. */
export function PapersPage() {
  const [params, setParams] = useSearchParams();
  const call = usePanelCall();
  const filter = filterOf(params);
  const papers = useQuery({
    queryKey: ['papers', 'list', filter, params.get('cursor')],
    queryFn: () => {
      const cursor = params.get('cursor');
      return call('panel.listPapers', { ...filter, ...(cursor === null ? {} : { cursor }) });
    },
    placeholderData: keepPreviousData,
  });
  const narrow = (change: Record<string, string | null>): void => {
    const next = new URLSearchParams(params);
    next.delete('cursor');
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next);
  };
  if (papers.isPending) return <Loading rows={10} label="正在取文稿" />;
  if (papers.error && !papers.data)
    return <Failure error={papers.error} onRetry={() => void papers.refetch()} />;
  if (!papers.data) return null;
  return (
    <div className="papers" aria-busy={papers.isPlaceholderData}>
      <header className="papers__head">
        <h1>文稿</h1>
        <p className="quiet">
          采纳的线索写成社情民意信息、委员建言、协商专报，报给县委、县政府。在线索页上点「写成文稿」开始。
        </p>
        <p>
          <Link to="/dossiers">专题卷宗：一件事几年来的来龙去脉</Link>
        </p>
      </header>
      <Figures page={papers.data} onNarrow={narrow} />
      <Narrowing key={filter.words ?? ''} page={papers.data} filter={filter} onNarrow={narrow} />
      <Rows page={papers.data} onMore={(cursor) => narrow({ cursor })} />
    </div>
  );
}

function filterOf(params: URLSearchParams): PaperFilter {
  const year = Number(params.get('year') ?? '');
  const kind = REPORT_KINDS.find((one) => one === params.get('kind'));
  const state = PAPER_STATES.find((one) => one === params.get('state'));
  const followUp = FOLLOW_UP_FILTERS.find((one) => one === params.get('followUp'));
  const words = params.get('words') ?? '';
  return {
    ...(year > 2000 ? { year } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(followUp ? { followUp } : {}),
    ...(params.get('suggesting') === '1' ? { suggesting: true } : {}),
    ...(words ? { words } : {}),
  };
}

interface NarrowingProps {
  page: Page;
  filter: PaperFilter;
  onNarrow: (change: Record<string, string | null>) => void;
}

function Narrowing({ page, filter, onNarrow }: NarrowingProps) {
  const [words, setWords] = useState(filter.words ?? '');
  const search = (event: FormEvent): void => {
    event.preventDefault();
    onNarrow({ words: words.trim() });
  };
  return (
    <form className="papers__narrow no-print" role="search" onSubmit={search}>
      <Choice
        label="哪一年"
        value={String(page.year)}
        options={page.years.map((year) => [String(year), `${year} 年`])}
        onChange={(year) => onNarrow({ year })}
      />
      <Choice
        label="文种"
        all="全部文种"
        value={filter.kind ?? ''}
        options={REPORT_KINDS.map((kind) => [kind, REPORT_KIND_LABELS[kind]])}
        onChange={(kind) => onNarrow({ kind })}
      />
      <Choice
        label="状态"
        all="全部状态"
        value={filter.state ?? ''}
        options={PAPER_STATES.map((state) => [state, PAPER_STATE_LABELS[state]])}
        onChange={(state) => onNarrow({ state })}
      />
      <Choice
        label="批示"
        all="不论批示"
        value={filter.followUp ?? ''}
        options={FOLLOW_UP_FILTERS.map((state) => [state, FOLLOW_UP_FILTER_LABELS[state]])}
        onChange={(followUp) => onNarrow({ followUp })}
      />
      <input
        className="native-input"
        aria-label="按标题或编号找"
        placeholder="标题里的字，或者编号"
        value={words}
        maxLength={60}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" variant="outline">
        查找
      </Button>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [id: string, name: string])[];
  /** What stands for no choice; absent where one is always chosen. */
  all?: string;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, all, onChange }: ChoiceProps) {
  return (
    <select
      className="native-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Rows({ page, onMore }: { page: Page; onMore: (cursor: string) => void }) {
  if (page.items.length === 0) {
    return (
      <div className="sheet">
        <Empty title="这里没有文稿">
          <p>换个年份或条件看看。采纳了的线索，在线索页上可以写成文稿。</p>
        </Empty>
      </div>
    );
  }
  const { nextCursor } = page;
  return (
    <section className="sheet papers__list" aria-label="文稿名单">
      <p className="papers__total" role="status">
        <strong>{page.total}</strong> 份
      </p>
      <ul>
        {page.items.map((item) => (
          <PaperRow key={item.id} item={item} />
        ))}
      </ul>
      {nextCursor !== null && (
        <Button variant="outline" onClick={() => onMore(nextCursor)}>
          下一页
        </Button>
      )}
    </section>
  );
}
