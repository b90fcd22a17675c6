import type { ReactNode } from 'react';
import { STATUS_WORDS } from '@contract/labels-zh';
import type { LeadStatus } from '@contract/lead';
import type { PublicLead, TimelineEntry } from '@contract/lead-views';
import { sayMoment } from '@shared/dates';
import { toneOf } from '@shared/presenters';
import { now } from '../data/now';
import { Block, Box, Heading, Press, Span } from '../platform/elements';
import { Words } from './words';

/** A part of a page under its own title. */
export function Section({
  title,
  children,
  id,
}: {
  title: string;
  children: ReactNode;
  id?: string;
}): ReactNode {
  return (
    <Box className="stack" id={id}>
      <Box className="section-title">
        <Heading level={2}>{title}</Heading>
      </Box>
      {children}
    </Box>
  );
}

/** Something the reader should know before going on. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone?: 'warn' | 'stop';
  title?: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <Box className={`notice ${tone ? `notice-${tone}` : ''}`} role={tone ? 'alert' : 'status'}>
      {title ? <Span className="notice-title">{title}</Span> : null}
      {children}
    </Box>
  );
}

/** Where a lead stands, in one word with a shape of its own; officers have words of their own. */
export function StatusMark({
  status,
  words = STATUS_WORDS,
}: {
  status: LeadStatus;
  words?: Record<LeadStatus, string>;
}): ReactNode {
  return <Span className={`mark mark-${toneOf(status)}`}>{words[status]}</Span>;
}

/** How a published matter ended; where it has not ended, where it stands. */
export function OutcomeMark({ lead }: { lead: Pick<PublicLead, 'status' | 'resolution'> }): ReactNode {
  return <StatusMark status={lead.resolution === 'open' ? lead.status : lead.resolution} />;
}

/** A row that opens something. */
export function ListRow({
  onPress,
  children,
  id,
}: {
  onPress: () => void;
  children: ReactNode;
  id?: string;
}): ReactNode {
  return (
    <Press className="list-row" onPress={onPress} id={id}>
      <Block className="grow">{children}</Block>
      <Block className="chevron" />
    </Press>
  );
}

/** A row among others that opens nothing. */
export function ReadRow({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box className="list-row list-row-read">
      <Block className="grow">{children}</Block>
    </Box>
  );
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }): ReactNode {
  const at = now();
  const newestFirst = [...entries].reverse();
  return (
    <Box role="list">
      {newestFirst.map((entry, index) => (
        <Box
          key={`${entry.at}-${entry.event}-${index}`}
          role="listitem"
          className={`timeline-entry ${index === 0 ? 'timeline-entry-newest' : ''} ${index === entries.length - 1 ? 'timeline-entry-last' : ''}`}
        >
          <Box className="said">
            <Words text={entry.text} />
          </Box>
          <Box className="note">
            {entry.by}，{sayMoment(entry.at, at)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
