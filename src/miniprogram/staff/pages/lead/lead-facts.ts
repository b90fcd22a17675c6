import { ADOPTION_LABELS, ANONYMITY_FOR_STAFF, RESOLUTION_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { onBehalfWords } from '@shared/on-behalf';
import { sayCosigns } from '@shared/presenters';

interface Fact {
  name: string;
  value: string;
}

/** The small facts of a lead that this reader was given, that say something, and that stand nowhere else on the page. */
export function factsOf(lead: OfficerLeadView): Fact[] {
  const facts: [name: string, value: string | null | undefined][] = [
    ['现在归谁', lead.ownerName],
    ['采纳', ADOPTION_LABELS[lead.adoption]],
    ['解决', RESOLUTION_LABELS[lead.resolution]],
    ['类别', lead.route ? null : lead.categoryName],
    ['认领', lead.claimedBy],
    ['谁能看到群众', lead.anonymity && ANONYMITY_FOR_STAFF[lead.anonymity]],
    ['代办', lead.onBehalf && onBehalfWords(lead.onBehalf)],
    ['本人', lead.personMasked],
    ['联系方式', lead.contactMasked],
    ['附议', sayCosigns(lead.cosigns)],
    ['被退回', lead.bounces ? `${lead.bounces}次` : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
