import type { Statistics } from '@contract/statistics';
import { FigureLink } from './figure-link';

/** What people speak of now, with how many leads and people. */
export function HotPart({ issues }: Pick<Statistics, 'issues'>) {
  return (
    <section className="course sheet" aria-labelledby="title-hot">
      <h2 id="title-hot">眼下的热点</h2>
      {issues.length === 0 ? (
        <p className="quiet">眼下没有几个人同说一件事的。</p>
      ) : (
        <ol className="hot-list">
          {issues.map(({ id, title, categoryName, leads, people, townshipNames }) => (
            <li key={id}>
              <span className="hot-list__title">{title}</span>
              <span className="hot-list__more">
                {[categoryName, townshipNames.join('、')].filter(Boolean).join(' · ')}
              </span>
              <span className="hot-list__count">
                <FigureLink filter={{ issueId: id }} count={leads} label={title} /> 条 · {people} 人
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
