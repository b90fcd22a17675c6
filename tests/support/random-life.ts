import type { CommandName } from '@contract/commands';
import type { Receipt } from '@contract/lead-views';
import { newRequestId } from '@shared/request-id';
import { must, sendAnything, type Person } from './call';
import {
  ANKANG_CODE,
  CITY_MANAGEMENT_UNIT,
  DISCIPLINE_TEXT,
  HOUSING_UNIT,
  LAMP_TEXT,
  TIANHU,
  officer,
  resident,
} from './county';
import type { TestCloud } from './test-cloud';

/** A chance that can be repeated: the same seed gives the same draws. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TEXTS = [LAMP_TEXT, DISCIPLINE_TEXT, '学校门口的校车总是超载。', '想说一件别的事。'];
const STAFF = [
  'clerk',
  'secondClerk',
  'liaison',
  'otherLiaison',
  'housing',
  'cityManagement',
  'member',
  'convener',
] as const;

/** What each command is given when chance picks it. */
export const COMMAND_WORDS: Record<CommandName, object> = {
  giveSupplement: { text: '在东门。' },
  withdrawLead: {},
  giveFeedback: { fixed: false, stars: 2, words: '还没好。' },
  chaseLead: {},
  changeAnonymity: { anonymity: 'committeeOnly' },
  acceptLead: {},
  setPlace: { placeId: TIANHU },
  confirmTranscript: { text: '村口的路灯不亮。' },
  confirmRoute: { categoryId: 'transport' },
  rerouteLead: { categoryId: 'transport', townshipId: TIANHU, reason: '归交通。' },
  askForSupplement: { question: '在哪里？' },
  markOutOfScope: { door: 'court', note: '已经起诉的事归法院。' },
  mergeLead: { intoNumber: '000000-000000', reason: '同一件事。' },
  unmergeLead: { reason: '不是同一件。' },
  splitLead: { text: '一件', categoryId: 'transport', reason: '另有一件。' },
  broadcastLead: { groupId: TIANHU, reason: '今晚要有人到场。' },
  joinIssue: { withNumber: '000000-000000', reason: '同一个问题。' },
  leaveIssue: { reason: '不是同一个问题。' },
  withdrawForPerson: { reason: '本人不想反映。' },
  keepAfterDenial: { reason: '本人说点错了。' },
  adoptLead: {},
  confirmDecision: {},
  returnDecision: { note: '再想想。' },
  declineLead: { reason: '已经有安排。', goTo: '请看公告。' },
  holdConsultation: { heldOn: '2026-01-31', place: '会议室', participants: '各方', conclusion: '抓紧办。' },
  handOver: { unitId: HOUSING_UNIT, supportingUnitIds: [CITY_MANAGEMENT_UNIT], workingDays: 10 },
  acceptHandOver: {},
  returnHandOver: { reason: '不归我们。' },
  askExtension: { workingDays: 8, reason: '等配件。' },
  refuseExtension: { reason: '来得及。' },
  extendDeadline: { workingDays: 5, reason: '下雨。' },
  recordReply: { text: '已换灯头两个，昨晚亮灯。' },
  resolveLead: { summary: '修好了。' },
  markUnresolvable: { reason: '缺一个零件，县里买不到。', whatWouldChange: '等厂家六月发货，货到就换。' },
  promiseOutcome: { unitId: HOUSING_UNIT, dueOn: '2099-12-31', text: '年底前换好。' },
  publishLead: { title: '公开', text: '修好了。' },
  reopenLead: { reason: '再办。' },
  refuseReopen: { reason: '去看过，是好的。' },
  closeLead: { reason: '办结。' },
  claimLead: {},
  recordVisit: { text: '去看了。' },
  addNote: { text: '备注。' },
  revealContact: { reason: '电话核实。' },
};
const COMMANDS = Object.keys(COMMAND_WORDS) as CommandName[];

/** Random people doing random things, allowed or not, to random leads, several at once. */
export class RandomLife {
  private readonly receipts: { receipt: Receipt; by: Person }[] = [];
  private readonly random: () => number;
  /** How many commands were carried out, and how many refused. */
  done = 0;
  refused = 0;

  constructor(
    private cloud: TestCloud,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  /** Goes on in the cloud that was started again. */
  moveTo(cloud: TestCloud): void {
    this.cloud = cloud;
  }

  /** `steps` deeds, six at a time; a deed whose answer is lost is nobody's fault. */
  async live(steps: number): Promise<void> {
    let left = steps;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await this.step().catch((error: unknown) => {
          if (!(error instanceof TypeError)) throw error;
        });
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
  }

  private async step(): Promise<void> {
    if (this.receipts.length < 8 || this.random() < 0.15) return this.submit();
    const { receipt, by } = this.pick(this.receipts);
    const isResident = this.random() < 0.2;
    const person = isResident ? by : officer(this.pick(STAFF));
    const prefix = isResident ? 'resident' : 'staff';
    const { leadId } = receipt;
    const seen = await sendAnything(
      this.cloud,
      { action: isResident ? 'resident.getMyLead' : 'staff.getLead', input: { leadId } },
      person,
    );
    const view = seen.ok
      ? (seen.data as { version: number; allowed: CommandName[] })
      : { version: 1, allowed: [] };
    const tries = this.random() < 0.85 && view.allowed.length > 0 ? view.allowed : COMMANDS;
    const command = this.pick(tries);
    const { number } = this.pick(this.receipts).receipt;
    const other = { mergeLead: { intoNumber: number }, joinIssue: { withNumber: number } };
    const extra = command === 'mergeLead' || command === 'joinIssue' ? other[command] : {};
    const fixed = command === 'giveFeedback' ? { fixed: this.random() < 0.5 } : {};
    const input = { leadId, version: view.version, ...COMMAND_WORDS[command], ...extra, ...fixed };
    const answer = await sendAnything(
      this.cloud,
      { action: `${prefix}.${command}`, input, requestId: newRequestId() },
      person,
    );
    if (answer.ok) this.done += 1;
    else this.refused += 1;
  }

  private async submit(): Promise<void> {
    const by = resident(`random-${Math.floor(this.random() * 40)}`);
    const scene = this.random() < 0.7 ? { scene: ANKANG_CODE } : {};
    const input = { text: this.pick(TEXTS), ...scene, contact: { phone: '13812345678' } };
    this.receipts.push({ receipt: await must(this.cloud, by, 'resident.submitLead', input), by });
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}
