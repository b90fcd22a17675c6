import { chinaDate, type WorkingCalendar } from '../deadlines/working-days';
import { dayInWords } from '../deadlines/day-in-words';
import { deadlineOf } from '../deadlines/deadline-of';
import { nameOf, type County } from '../county';
import type { Lead } from './lead';
import { isDenied } from './on-behalf';
import { isHeldByNobody, officeInFull, whoHasIt } from './holder';
import { turnOf } from './turn';

/**
 * What happens next, who does it and by which day, in words a resident understands. Once the day has passed it says so:
 * a date that was missed is never told as if it still lay ahead.
 */
export function nextStep(lead: Lead, county: County, calendar: WorkingCalendar): string {
  const deadline = deadlineOf(lead, calendar);
  const day = deadline === null ? null : dayInWords(deadline.dueAt, lead.clock?.startedAt);
  if (lead.overdue && day !== null) return late(lead, county, day);
  const until = day === null ? '' : `最晚${day}`;
  switch (lead.status) {
    case 'submitted':
      return '正在找该管的人，马上就分过去。';
    case 'routed':
      return `现在在${officeInFull(lead, county)}那里，${until}告诉您收不收。`;
    case 'accepted':
      return lead.adoption === 'undecided'
        ? `县政协正在研究，${until}告诉您采纳不采纳。`
        : `县政协正在重新研究，${until}给您回音。`;
    case 'awaitingSupplement':
      return day === null
        ? '等您补充情况。'
        : `等您补充情况，${day}以前都可以。过了这天，我们先按现有的情况办。`;
    case 'adopted':
      return day === null ? reported(county) : `县政协采纳了，正在找办事的部门，${until}告诉您下一步。`;
    case 'inProgress':
      return inProgress(lead, county, until);
    case 'reopened':
      return `又开始办了，现在在${officeInFull(lead, county)}那里，${until}给您回音。`;
    case 'resolved':
    case 'unresolvable':
      if (lead.awaitsReview) return `县政协正在复查您说的情况，${until}给您回音。`;
      return lead.status === 'resolved'
        ? `请您去看看是不是真的好了，${until}说一声。没好，我们接着办。`
        : `您要是不同意，${day === null ? '' : `${day}以前`}告诉我们。`;
    case 'merged':
    case 'outOfScope':
    case 'declined':
    case 'withdrawn':
    case 'closed':
      return over(lead.status, lead);
  }
}

type Over = 'merged' | 'outOfScope' | 'declined' | 'withdrawn' | 'closed';

/** Where nothing is left to do, or it goes on elsewhere. */
function over(status: Over, lead: Lead): string {
  switch (status) {
    case 'merged':
      return `这件事和 ${lead.mergedInto?.number ?? '另一件'} 合在一起办，进展会一样告诉您。`;
    case 'outOfScope':
      return '该找谁、怎么找，写在下面。';
    case 'declined':
      return '县政协研究过了。为什么没采纳、还能去哪里办，写在下面。有了新情况，可以再说一件。';
    case 'withdrawn':
      // After the person's no it may have been staff who took it back.
      return isDenied(lead) ? '这件事撤回了，不再办。以后还可以再说。' : '您撤回了，不再办。以后还可以再说。';
    case 'closed':
      return '这件事办完了。要是又出问题，可以再说。';
  }
}

/** Whether residents are told that it was reported is the county's to say. */
const reported = ({ tellsReported }: County): string =>
  tellsReported === true
    ? '县政协采纳了，已经报给县里，正在等县里的意见。一有消息就告诉您。'
    : '县政协采纳了，正在向县里和部门反映。一有消息就告诉您。';

function inProgress(lead: Lead, county: County, until: string): string {
  const unit = nameOf(county.units, lead.handOver?.unitId ?? null);
  if (lead.promise) {
    return `${nameOf(county.units, lead.promise.unitId)}答应${until}办好，办好了会告诉您。`;
  }
  if (lead.handOver?.returned) return `县政协正在重新找办事的部门，${until}告诉您下一步。`;
  return lead.reply === null
    ? `${unit}正在办，${until}答复您。`
    : `${unit}已经答复，县政协正在核对，${until}告诉您结果。`;
}

/** Said plainly: what was to be, that it is late, who has it, and that somebody presses. */
function late(lead: Lead, county: County, day: string): string {
  if (lead.promise) {
    const unit = nameOf(county.units, lead.promise.unitId);
    return `${unit}答应${day}以前办好，这一天已经过了，还没有办好。县政协正在催。`;
  }
  const holder = whoHasIt(lead, county);
  const isDesks = turnOf(lead) === 'desk' || (turnOf(lead) === 'township' && isHeldByNobody(lead, county));
  const now = isDesks ? `现在在${holder}，正在抓紧。` : `现在在${holder}那里，县政协正在催。`;
  return `本来该在${day}以前给您回音，这一天已经过了，是我们晚了。${now}`;
}

/** 3月5日, in China. */
export function monthAndDay(at: string): string {
  const [, month, day] = chinaDate(at).split('-');
  return `${Number(month)}月${Number(day)}日`;
}
