import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { VIEW_NAME_MAX, VIEWS_MAX } from '@contract/limits';
import type { QueueFilter } from '@contract/statistics';
import type { SavedView } from '@contract/views';
import { sentenceOf } from '../../../platform/refusal';
import { queueAddress } from '../../../platform/queue-address';
import { SideSheet } from '../../../components/side-sheet';
import { useSavedViews, type SavedViews as Kept } from './use-saved-views';
import './saved-views.css';

interface SavedViewsProps {
  filter: QueueFilter;
  /** What the list that is open would be called, were nothing better thought of. */
  suggestion: string;
}

/** The button that keeps the list that is open, where it is not kept yet; asks for its name. */
export function KeepView({ filter, suggestion }: SavedViewsProps) {
  const kept = useSavedViews();
  const [isNaming, setNaming] = useState(false);
  const here = queueAddress(filter);
  const isKept = kept.views.some((view) => queueAddress(view.filter) === here);
  if (suggestion === '' || filter.number || isKept || kept.views.length >= VIEWS_MAX) return null;
  const keep = (name: string): void =>
    void kept.keep(name, filter).then(
      () => setNaming(false),
      () => undefined,
    );
  return (
    <>
      {isNaming ? (
        <NameForm
          initial={suggestion}
          label="名单叫什么"
          submit="存下"
          onSubmit={keep}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <button type="button" className="saved-views__tool" onClick={() => setNaming(true)}>
          ＋ 存下这个名单
        </button>
      )}
      {Boolean(kept.error) && (
        <p className="saved-views__problem" role="alert">
          {sentenceOf(kept.error)}
        </p>
      )}
    </>
  );
}

/** The lists somebody comes back to, as chips that open them. Nothing where none was kept. */
export function SavedViews({ filter }: Pick<SavedViewsProps, 'filter'>) {
  const kept = useSavedViews();
  const [isManaging, setManaging] = useState(false);
  const here = queueAddress(filter);
  if (kept.views.length === 0 && !isManaging) return null;
  return (
    <nav className="saved-views" aria-label="我存下的名单">
      <ul className="saved-views__list">
        {kept.views.map((view) => (
          <li key={view.id}>
            <Link
              className="saved-view"
              to={queueAddress(view.filter)}
              aria-current={queueAddress(view.filter) === here ? 'page' : undefined}
            >
              {view.name}
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className="saved-views__tool" onClick={() => setManaging(true)}>
        整理
      </button>
      <SideSheet title="整理存下的名单" open={isManaging} onClose={() => setManaging(false)}>
        <Manager kept={kept} />
      </SideSheet>
    </nav>
  );
}

interface NameFormProps {
  initial: string;
  label: string;
  submit: string;
  onSubmit: (name: string) => void;
  onCancel?: () => void;
}

function NameForm({ initial, label, submit, onSubmit, onCancel }: NameFormProps) {
  const [name, setName] = useState(initial);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim()) onSubmit(name.trim());
  };
  return (
    <form className="view-name" onSubmit={give}>
      <input
        className="native-input"
        aria-label={label}
        value={name}
        maxLength={VIEW_NAME_MAX}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
        ref={(field) => onCancel && field?.focus()}
      />
      <button type="submit" className="saved-views__tool">
        {submit}
      </button>
      {onCancel && (
        <button type="button" className="saved-views__tool" onClick={onCancel}>
          不存了
        </button>
      )}
    </form>
  );
}

function Manager({ kept }: { kept: Kept }) {
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const remove = (view: SavedView): void =>
    void kept.remove(view.id).then(
      () => setRemoved(view),
      () => undefined,
    );
  const putBack = (view: SavedView): void =>
    void kept.put(view).then(
      () => setRemoved(null),
      () => undefined,
    );
  return (
    <>
      <ul className="view-manager">
        {kept.views.map((view) => (
          <li key={view.id}>
            <NameForm
              key={view.name}
              initial={view.name}
              label={`「${view.name}」改叫`}
              submit="改名"
              onSubmit={(name) => void kept.put({ ...view, name }).catch(() => undefined)}
            />
            <button type="button" className="saved-views__tool" onClick={() => remove(view)}>
              删除<span className="only-read-aloud">「{view.name}」</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="view-manager__undo" role="status">
        {removed && (
          <>
            已删除「{removed.name}」。
            <button type="button" className="saved-views__tool" onClick={() => putBack(removed)}>
              撤销
            </button>
          </>
        )}
      </p>
      <p className="quiet">名单跟着您的账号走，换一台电脑登录也在。最多存 {VIEWS_MAX} 个。</p>
    </>
  );
}
