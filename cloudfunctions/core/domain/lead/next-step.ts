import type { PromisedOutcome } from '@contract/lead';
import { chinaDate, type WorkingCalendar } from '../deadlines/working-days';
import { deadlineOf } from '../deadlines/deadline-of';
import { nameOf, type County } from '../county';
import type { Lead } from './lead';

/** What happens next and by when, in one sentence a resident understands. */
export function nextStep(lead: Lead, county: County, calendar: WorkingCalendar): string {
  const deadline = deadlineOf(lead, calendar);
  const by = deadline === null ? '' : `${monthAndDay(deadline.dueAt)}前`;
  switch (lead.status) {
    case 'submitted':
      return '正在分给负责的人。';
    case 'routed':
      return `由${holder(lead, county)}先看，${by}告诉您收不收。`;
    case 'accepted':
      return lead.adoption === 'undecided'
        ? `县政协正在研究，${by}告诉您采纳不采纳。`
        : `县政协正在重新研究，${by}给您回音。`;
    case 'awaitingSupplement':
      return `等您补充情况，${by}补充都可以；过了这天我们按现有情况接着办。`;
    case 'adopted':
      return `县政协已采纳，正在向有关部门反映，${by === '' ? '有消息就告诉您' : `${by}有下一步消息`}。`;
    case 'inProgress':
      if (lead.promise) return promised(lead.promise, county, { isLate: lead.overdue, by });
      return lead.handOver?.returned
        ? `县政协正在重新找承办单位，${by}有下一步消息。`
        : `${nameOf(county.units, lead.handOver?.unitId ?? null)}正在办，${by}答复。`;
    case 'resolved':
      if (lead.awaitsReview) return `县政协正在复查您说的情况，${by}给您回音。`;
      return `请您看看是不是真的好了，${by}说一声就行。`;
    case 'unresolvable':
      if (lead.awaitsReview) return `县政协正在复查您说的情况，${by}给您回音。`;
      return `眼下还解决不了。您有话可以在${by}说。`;
    case 'reopened':
      return `已经重新办理，${by}给您回音。`;
    case 'merged':
      return `和 ${lead.mergedInto?.number ?? '另一条'} 合在一起办，进展会一样告诉您。`;
    case 'outOfScope':
    case 'declined':
      return '这件事在这里已有结论，原因和去处写在下面。';
    case 'closed':
      return '这件事已经办结。又出问题了，可以再说。';
    case 'withdrawn':
      return '您已撤回，不再办理。';
  }
}

function promised(
  { unitId }: PromisedOutcome,
  county: County,
  { isLate, by }: { isLate: boolean; by: string },
): string {
  const unit = nameOf(county.units, unitId);
  return isLate
    ? `${unit}承诺${by}办好，已经过了日子，县政协正在催。`
    : `${unit}承诺${by}办好，办好了会告诉您。`;
}

function holder(lead: Lead, county: County): string {
  return lead.owner.kind === 'liaison' || lead.owner.kind === 'convener'
    ? `${nameOf(county.townships, lead.owner.townshipId)}的联络员`
    : '县政协办公室';
}

/** 3月5日, in China. */
export function monthAndDay(at: string): string {
  const [, month, day] = chinaDate(at).split('-');
  return `${Number(month)}月${Number(day)}日`;
}
