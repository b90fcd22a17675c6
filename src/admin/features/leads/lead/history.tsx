import type { TimelineEntry } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { Section } from './section';

/** What happened, who did it and when; the newest first, because that is what one comes back for. */
export function History({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Section title="经过" aside={`${entries.length} 步`}>
      <ol className="history">
        {[...entries].reverse().map(({ at, by, text, event, told }, index) => (
          <li key={`${at}-${event}-${index}`} className="history__entry">
            <p className="history__when">
              <time dateTime={at}>{sayFully(at)}</time>
              <span>{by}</span>
              {told && <span>{told === 'wechat' ? '微信已送达' : '只在小程序内'}</span>}
            </p>
            <p className="prewrap">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
