import { ANONYMITY_FOR_STAFF, ANONYMITY_LABELS, RESOLUTION_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { onBehalfWords } from '@shared/on-behalf';

/** The small facts beside the story. Only those this person may read are there. */
export function Facts({ lead }: { lead: OfficerLeadView }) {
  const facts: [string, string | undefined, string?][] = [
    ['解决没有', RESOLUTION_LABELS[lead.resolution]],
    // With the route on the page these three stand there already.
    ['类别', lead.route ? undefined : lead.categoryName],
    ['界别', lead.route ? undefined : lead.sectorName],
    ['专委会', lead.route ? undefined : lead.committeeName],
    ['认领委员', lead.claimedBy ?? undefined],
    ['代办', lead.onBehalf ? onBehalfWords(lead.onBehalf) : undefined],
    ['本人', lead.personMasked || undefined],
    ['联系方式', contactWords(lead)],
    [
      '谁能看到群众',
      lead.anonymity && ANONYMITY_LABELS[lead.anonymity],
      lead.anonymity && ANONYMITY_FOR_STAFF[lead.anonymity],
    ],
    ['被退回', lead.bounces ? `${lead.bounces} 次` : undefined],
  ];
  return (
    <section className="facts" aria-label="基本情况">
      <dl className="pairs">
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([name, value, more]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {value}
                {more && <span className="facts__more">{more}</span>}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function contactWords(lead: OfficerLeadView): string | undefined {
  if (lead.hasContact === false) return '没有留';
  if (!lead.contactMasked) return undefined;
  return lead.contactReveals
    ? `${lead.contactMasked}（已被查看 ${lead.contactReveals} 次）`
    : lead.contactMasked;
}
