import { ADOPTION_LABELS, ANONYMITY_LABELS, RESOLUTION_LABELS } from '@contract/labels-zh';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayCosigns } from '@shared/presenters';

interface Fact {
  name: string;
  value: string;
}

/** The facts of a lead that this reader was given and that say something, as name and words. */
export function factsOf(lead: OfficerLeadView): Fact[] {
  const facts: [name: string, value: string | null | undefined][] = [
    ['采纳', ADOPTION_LABELS[lead.adoption]],
    ['解决', RESOLUTION_LABELS[lead.resolution]],
    ['现在归谁', lead.ownerName],
    ['类别', lead.categoryName],
    ['界别', lead.sectorName],
    ['专委会', lead.committeeName],
    ['具体位置', lead.placeNote],
    ['群众是否公开', lead.anonymity && ANONYMITY_LABELS[lead.anonymity]],
    ['联系方式', lead.contactMasked],
    ['承办单位', lead.handOverUnitName],
    ['答复', (lead.reply ?? lead.releasedReply)?.text],
    ['答复时的说明', lead.reply?.overruleNote],
    ['认领', lead.claimedBy],
    ['并入', lead.mergedIntoNumber],
    ['热点', lead.issue && `${lead.issue.title}（${lead.issue.leads} 条，${lead.issue.people} 人）`],
    ['附议', sayCosigns(lead.cosigns)],
    ['群众评价', lastFeedback(lead)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function lastFeedback({ feedback }: OfficerLeadView): string | null {
  const last = feedback?.[feedback.length - 1];
  if (!last) return null;
  return `${last.fixed ? '解决了' : '没有解决'}，${last.stars}分。${last.words}`;
}
