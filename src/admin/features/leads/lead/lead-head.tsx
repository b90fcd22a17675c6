import { Link } from 'react-router';
import { ADOPTION_LABELS, ENTRY_LABELS } from '@contract/labels-zh';
import type { IssueLine } from '@contract/issues';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { sayCosigns } from '@shared/presenters';
import { StatusBadge } from '../../../components/status-badge';
import { queueAddress } from '../../../platform/queue-address';
import { Heard } from './heard';
import { Photos } from './photos';
import { marked } from './marked';

/** The matter itself, set to be read: number, standing, where and when, the resident's words and photos. */
export function LeadHead({ lead }: { lead: OfficerLeadView }) {
  const place = [lead.placeName, lead.placeNote].filter(Boolean).join('，');
  return (
    <header className="lead-head sheet">
      <div className="lead-head__line">
        <h1 id="lead-number" className="lead-head__number">
          {lead.number}
        </h1>
        <StatusBadge status={lead.status} large />
        {lead.adoption !== 'undecided' && lead.status !== lead.adoption && (
          <span className="lead-head__adoption">{ADOPTION_LABELS[lead.adoption]}</span>
        )}
      </div>
      <p className="lead-head__where">
        <strong>{place || '没有写地点'}</strong>
        <span>{sayFully(lead.submittedAt)}</span>
        {lead.entry && (
          <span title={lead.codeName}>
            {lead.codeName ? `${lead.codeName}的码` : ENTRY_LABELS[lead.entry]}
          </span>
        )}
        {lead.cosigns > 0 && <span>{sayCosigns(lead.cosigns)}</span>}
      </p>
      {lead.issue && <IssueLink issue={lead.issue} />}
      {lead.text !== undefined && lead.text !== '' && (
        <blockquote className="lead-head__text prewrap">
          {marked(lead.text, lead.route?.words ?? [])}
        </blockquote>
      )}
      <Heard lead={lead} />
      <Photos urls={lead.photoUrls ?? []} />
    </header>
  );
}

/** Which hot issue it belongs to, and the way to the others that tell of it. */
function IssueLink({ issue }: { issue: IssueLine }) {
  const { id, title, leads, people, places } = issue;
  const spread = places > 1 ? `，${places} 个地方` : '';
  return (
    <p className="lead-head__issue">
      热点：{title}
      <Link to={queueAddress({ issueId: id })}>{`${leads} 条，${people} 人${spread}`}</Link>
    </p>
  );
}
