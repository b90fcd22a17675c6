import type { DirectoryChange } from '@contract/directory-desk';
import { sayFully } from '@shared/dates';
import { Empty, Failure, Loading } from '../../components/states';
import { PARTS } from './parts';
import { differences, wordsOf, type References } from './references';
import { useChanges } from './use-directory-desk';

const titleOf = (section: DirectoryChange['changes'][number]['section']): string =>
  section === 'people' ? '人员' : PARTS[section].title;

interface HistoryProps {
  about: Parameters<typeof useChanges>[0];
  references: References;
  /** The name of the entry stands above already. */
  ofOne?: boolean;
}

/** Who changed what, when and why, newest first. */
export function History({ about, references, ofOne = false }: HistoryProps) {
  const changes = useChanges(about);
  if (changes.isPending) return <Loading rows={4} label="正在取修改记录" />;
  if (changes.error && !changes.data)
    return <Failure error={changes.error} onRetry={() => void changes.refetch()} />;
  const items = changes.data?.items ?? [];
  if (items.length === 0)
    return (
      <Empty title="还没有改过">
        <p>从现在起，每次修改都会记在这里：谁、什么时候、改了什么、为什么。</p>
      </Empty>
    );
  return (
    <ol className="changes">
      {items.map((change) => (
        <li key={change.id} className="change">
          <p className="change__head">
            <strong>{change.by.name}</strong>
            <span className="quiet">{sayFully(change.at)}</span>
            {change.ownRights && <span className="change__mark">改了自己的身份</span>}
          </p>
          <p className="change__why">{change.why}</p>
          <ChangedEntries change={change} references={references} ofOne={ofOne} />
        </li>
      ))}
    </ol>
  );
}

function ChangedEntries({
  change,
  references,
  ofOne,
}: {
  change: DirectoryChange;
  references: References;
  ofOne: boolean;
}) {
  const shown = ofOne ? change.changes.slice(0, 1) : change.changes.slice(0, 5);
  const more = change.changeCount - shown.length;
  return (
    <ul className="change__entries">
      {shown.map(({ section, id, was, is }) => (
        <li key={`${section}:${id}`}>
          {!ofOne && (
            <span className="change__entry">
              {titleOf(section)} · {nameOf(is ?? was, references)}
            </span>
          )}
          <span className="change__kind">{was === null ? '新增' : is === null ? '去掉' : '修改'}</span>
          {differences(was, is, references).map(({ field, before, after }) => (
            <span key={field} className="change__field">
              {field}：{before && <del>{before}</del>}
              {before && after && <span aria-label="改为"> → </span>}
              {after && <ins>{after}</ins>}
            </span>
          ))}
        </li>
      ))}
      {more > 0 && <li className="quiet">还有 {more} 项</li>}
    </ul>
  );
}

function nameOf(entry: object | null, references: References): string {
  const fields: Record<string, unknown> = { ...entry };
  const name = fields['name'] ?? fields['title'];
  return wordsOf(name === undefined ? 'id' : 'name', name ?? fields['id'], references);
}
