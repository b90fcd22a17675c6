import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { newEntries } from '@shared/new-entries';

interface ConflictNoticeProps {
  seen: OfficerLeadView;
  lead: OfficerLeadView;
  isStillAllowed: boolean;
}

/** Somebody else was quicker: who did what meanwhile, and that nothing typed is lost. */
export function ConflictNotice({ seen, lead, isStillAllowed }: ConflictNoticeProps) {
  const news = newEntries(seen, lead);
  return (
    <div className="conflict" role="alert">
      <p className="conflict__title">您填写的时候，这条线索有了变化</p>
      <ul>
        {news.map(({ at, by, text }) => (
          <li key={at + text}>
            {sayFully(at)}，{by}：{text}
          </li>
        ))}
      </ul>
      <p>
        {isStillAllowed
          ? '您写的内容都在。页面下面已经是最新情况，看过再提交即可。'
          : '这一步现在不能办了。您写的内容都在，可以复制出来另用。'}
      </p>
    </div>
  );
}
