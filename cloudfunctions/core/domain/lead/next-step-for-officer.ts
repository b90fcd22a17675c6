import type { Audience } from '@contract/lead-views';
import { deadlineOf } from '../deadlines/deadline-of';
import type { WorkingCalendar } from '../deadlines/working-days';
import { nameOf, type County } from '../county';
import { mayBeEmergency } from './emergency';
import { isHeldByNobody, officeInFull, officeTitle } from './holder';
import type { Lead } from './lead';
import { isAllowed } from './lifecycle';
import { monthAndDay } from './next-step';
import { isDenied } from './on-behalf';

/** As whom an officer reads the lead, and for which units they answer. */
export interface OfficerReader {
  audience: Audience;
  unitIds: readonly string[];
}

/** One sentence on what is to be done, and by when it has to lead to what. */
type Say = (what: string, goal?: string) => string;

/** What the officer who reads this has to do and by when, or for whom the lead waits. Never empty. */
export function nextStepForOfficer(
  lead: Lead,
  reader: OfficerReader,
  county: County,
  calendar: WorkingCalendar,
): string {
  const over = whereItEnded(lead);
  if (over !== null) return over;
  if (isDenied(lead)) return reader.audience === 'committee' ? ASK_THE_PERSON : AWAITS_THE_PERSON;
  const first = mayBeEmergency(lead) && MAY_CALL.includes(reader.audience) ? DANGER_FIRST : '';
  return `${first}${inOrder(lead, reader, county, sayWith(lead, calendar))}`;
}

/** The person it was filed for said it is not their will. */
const ASK_THE_PERSON = '本人说不是他的意思：请先联系本人核实，再选「按本人意思撤回」或「核实后接着办」。';
const AWAITS_THE_PERSON = '本人说不是他的意思，县政协正在核实，核实之前先不要动。';

/** Who stands near enough to the lead to pick up the telephone. */
const MAY_CALL: readonly Audience[] = ['committee', 'liaison', 'member'];
const DANGER_FIRST = '可能是急事：请先打电话问清，有危险马上转给 110、119 或 120。';

function inOrder(lead: Lead, reader: OfficerReader, county: County, say: Say): string {
  switch (reader.audience) {
    case 'unit':
      return forUnit(lead, reader.unitIds, county, say);
    case 'liaison':
      return forTownship(lead, county, say);
    case 'member':
      return forMember(lead, county, say);
    case 'committee':
      return forDesk(lead, county, say);
    default:
      return whoseItIs(lead, county, say);
  }
}

/** The date as a promise while it lies ahead, as a missed one once it has passed. */
function sayWith(lead: Lead, calendar: WorkingCalendar): Say {
  const deadline = deadlineOf(lead, calendar);
  return (what, goal) => {
    if (deadline === null || goal === undefined) return `${what}。`;
    const day = monthAndDay(deadline.dueAt);
    return lead.overdue ? `${what}。本该${day}前${goal}，已经过期。` : `${what}，${day}前${goal}。`;
  };
}

function whereItEnded(lead: Lead): string | null {
  switch (lead.status) {
    case 'merged':
      return `已经并入 ${lead.mergedInto?.number ?? '另一条'}，请到那一条上办。`;
    case 'outOfScope':
      return '已经告诉群众该去哪里，没有要办的了。';
    case 'declined':
      return '没有采纳，原因和去处已经告诉群众，没有要办的了。';
    case 'closed':
      return '已经办结，没有要办的了。';
    case 'withdrawn':
      return '群众已经撤回，不用办了。';
    case 'submitted':
    case 'routed':
    case 'accepted':
    case 'awaitingSupplement':
    case 'adopted':
    case 'inProgress':
    case 'resolved':
    case 'unresolvable':
    case 'reopened':
      return null;
  }
}

/** For the committee's staff: their own move, or whom they wait for. */
function forDesk(lead: Lead, county: County, say: Say): string {
  switch (lead.status) {
    case 'routed':
    case 'reopened':
      if (!isOfTownship(lead)) return say('请看一看，能办的就受理', '告诉群众收不收');
      return isHeldByNobody(lead, county)
        ? say(`${officeTitle(lead.owner, county)}空着，请机关直接受理`, '告诉群众收不收')
        : say(`等${officeTitle(lead.owner, county)}受理，机关也可以直接受理`, '要受理');
    case 'accepted':
      if (lead.proposal !== null)
        return say(`${lead.proposal.by.name}已经提出意见，等另一位同事确认`, '告诉群众');
      if (lead.adoption === 'adopted') return say('已经采纳过，请再交办或者登记结果', '给群众回音');
      return say('请决定采纳不采纳', '告诉群众');
    case 'adopted':
      return lead.clock === null
        ? whoseItIs(lead, county, say)
        : say('请交办、报送或者组织协商', '要有下一步');
    case 'inProgress':
      return handling(lead, county, say);
    default:
      return lead.awaitsReview
        ? say('群众再次说没有解决。请去复查，再办或者说明原因', '给群众回音')
        : whoseItIs(lead, county, say);
  }
}

function handling(lead: Lead, county: County, say: Say): string {
  const { handOver, reply, promise } = lead;
  if (handOver === null || handOver.returned !== null) return say('承办单位退回了，请另外交办', '交出去');
  if (reply !== null && promise === null) return say('单位已经答复，请核实后登记结果', '告诉群众');
  if (handOver.extensionAsked !== null) {
    const unit = nameOf(county.units, handOver.unitId);
    return say(`${unit}申请延期，请答复同意不同意。期限照算`, '要答复群众');
  }
  return whoseItIs(lead, county, say);
}

/** For the liaison of the place. */
function forTownship(lead: Lead, county: County, say: Say): string {
  switch (lead.status) {
    case 'routed':
    case 'reopened':
      return isOfTownship(lead)
        ? say('请看一看。能办的就受理，缺情况就请群众补充', '要受理')
        : say(`${calling(lead)}等县政协办公室受理。您了解情况的，可以先去看看，把看到的记下来`);
    default:
      return forMember(lead, county, say);
  }
}

/** For members and conveners, who claim, visit and record. */
function forMember(lead: Lead, county: County, say: Say): string {
  const place = whoseItIs(lead, county, say);
  if (isAllowed(lead, 'claimLead')) {
    return `${calling(lead)}还没有委员认领。您愿意跟进就认领，去看一看，把看到的记下来。${place}`;
  }
  if (lead.claimedBy !== null && isAllowed(lead, 'recordVisit')) {
    const visited =
      lead.visits.length > 0 ? '已有走访记录，再去看过可以接着记' : '去看过以后，把看到的记下来';
    return `${lead.claimedBy.name}委员认领了，${visited}。${place}`;
  }
  return place;
}

const calling = ({ broadcast }: Lead): string =>
  broadcast !== null && broadcast.claimedAfterMinutes === null ? '紧急：' : '';

/** For the unit in charge; a supporting unit helps it. */
function forUnit(lead: Lead, unitIds: readonly string[], county: County, say: Say): string {
  const { handOver, reply, promise } = lead;
  if (lead.status !== 'inProgress' || handOver === null) return whoseItIs(lead, county, say);
  if (handOver.returned !== null) return '已经退回县政协，不用再办了。';
  const inCharge = nameOf(county.units, handOver.unitId);
  if (!unitIds.includes(handOver.unitId))
    return say(`您单位协办。请把情况告诉主办的${inCharge}，由它答复`, '要答复');
  if (promise !== null) return say('已经承诺了日子，办好后请再答复一次', '要办好');
  if (reply !== null) return '答复已经交给县政协，核实后发给群众，现在不用再办。';
  if (handOver.extensionAsked !== null) {
    return say('延期申请已经交给县政协，还没有答复。期限照算，请接着办', '要答复');
  }
  return handOver.acceptedAt === null
    ? say('请先接收；不归您单位管的，退回并说明该谁管', '要答复')
    : say('请办理，办完答复一次，写清做了什么', '要答复');
}

/** In whose hands the lead is, for those who only look on. */
function whoseItIs(lead: Lead, county: County, say: Say): string {
  switch (lead.status) {
    case 'routed':
    case 'reopened':
      return say(`在等${officeInFull(lead, county)}受理`, '要受理');
    case 'accepted':
      return say('县政协正在研究', '决定采纳不采纳');
    case 'awaitingSupplement':
      return say('在等群众补充情况', '没有等到就接着办');
    case 'adopted':
      return lead.clock === null
        ? '已经报送，在等领导批示或者部门回音。'
        : say('县政协已经采纳', '要有下一步');
    case 'inProgress':
      return inHands(lead, county, say);
    case 'resolved':
    case 'unresolvable':
      return lead.awaitsReview
        ? say('县政协正在复查', '给群众回音')
        : say('在等群众评价', '没有评价就可以办结');
    default:
      return say('在等县政协办公室');
  }
}

function inHands(lead: Lead, county: County, say: Say): string {
  const { handOver, reply, promise } = lead;
  if (promise !== null) return say(`${nameOf(county.units, promise.unitId)}承诺了日子`, '要办好');
  if (handOver === null || handOver.returned !== null) return say('县政协正在另找承办单位', '交出去');
  const unit = nameOf(county.units, handOver.unitId);
  if (reply !== null) return say(`${unit}已经答复，县政协正在核实`, '告诉群众');
  return say(handOver.acceptedAt === null ? `在等${unit}接收` : `${unit}正在办`, '要答复');
}

const isOfTownship = ({ owner }: Lead): boolean => owner.kind === 'liaison' || owner.kind === 'convener';
