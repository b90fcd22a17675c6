import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import { countyOfContent, demoIdentities } from '../../cloudfunctions/setup/county-of-content';
import { startBenchCloud, type BenchCloud } from './bench-cloud';

/** Database calls of one action, when the instance knows county and caller, and in a fresh instance. */
export interface CallCount {
  action: string;
  calls: number;
  /** First call of a new instance, where it was measured: reads county, session and account besides. */
  fresh: number | null;
  atMost: number | null;
}

const people = demoIdentities();
const openidOf = (kind: string): string => people.find((person) => person.kind === kind)?.openid ?? '';
const CLERK = openidOf('staff');
const TOWNSHIP = countyOfContent().townships.find(
  ({ liaison }) => `demo-${liaison?.accountId}` === openidOf('liaison'),
);
const UNIT = 'housing-construction';

const SUBMIT_MOST = 3;
const COMMAND_MOST = 3;
/**
 * Commands that change two leads do so in a transaction (both or neither): after the two are found, it begins, reads both,
 * writes both and is committed.
 */
const TWO_LEADS_MOST = 8;
const OF_TWO_LEADS: readonly string[] = ['staff.mergeLead', 'staff.unmergeLead'];
const PAGE_MOST = 2;

/** Counts the database calls of every action of the walk, each command once, on a small cloud with one instance. */
export async function countCalls(dataDir: string): Promise<CallCount[]> {
  const fresh = await freshCounts(dataDir);
  const bench = await startBenchCloud(dataDir, { FUNCTION_INSTANCES: '1' });
  try {
    const counter = new CallCounter(bench);
    await counter.read();
    await counter.walk();
    await counter.sideways();
    return counter.counts.map((count) => ({ ...count, fresh: fresh[count.action] ?? null }));
  } finally {
    await bench.cloud.stop();
  }
}

/** One new cloud for each, so that nothing is remembered. The panel must sign in first, which remembers nothing of the account. */
async function freshCounts(dataDir: string): Promise<Record<string, number>> {
  const submit = await withFresh(dataDir, (bench) => total(bench, () => submitLead(bench)));
  const pages = async (verb: 'listQueue' | 'getStatistics'): Promise<number> =>
    withFresh(dataDir, async (bench) => {
      await bench.signIn(CLERK);
      return total(bench, () => bench.panel(`panel.${verb}`, {}));
    });
  const accept = await withFresh(dataDir, async (bench) => {
    const { leadId } = await submitLead(bench);
    return total(bench, () => bench.call('staff.acceptLead', { leadId, version: 1 }, CLERK));
  });
  return {
    'resident.submitLead': submit,
    'panel.listQueue': await pages('listQueue'),
    'panel.getStatistics': await pages('getStatistics'),
    'staff.acceptLead': accept,
  };
}

async function withFresh<Value>(
  dataDir: string,
  body: (bench: BenchCloud) => Promise<Value>,
): Promise<Value> {
  const bench = await startBenchCloud(dataDir, { FUNCTION_INSTANCES: '1' });
  try {
    return await body(bench);
  } finally {
    await bench.cloud.stop();
  }
}

let residents = 0;
function submitLead(bench: BenchCloud): Promise<OutputOf<'resident.submitLead'>> {
  residents += 1;
  const openid = `bench-walker-${residents}`;
  const input = {
    text: '村口小桥的栏杆断了一截，孩子上学从那里走，请看看能不能修。',
    placeId: TOWNSHIP?.villages[0]?.id,
    contact: { name: '村民' },
  };
  return bench.call('resident.submitLead', input, openid);
}
const lastResident = (): string => `bench-walker-${residents}`;

async function total(bench: BenchCloud, action: () => Promise<unknown>): Promise<number> {
  const sum = async (): Promise<number> =>
    Object.entries((await bench.health()).calls).reduce(
      (all, [name, calls]) => all + (name.startsWith('database.') ? calls : 0),
      0,
    );
  const before = await sum();
  await action();
  return (await sum()) - before;
}

class CallCounter {
  readonly counts: Omit<CallCount, 'fresh'>[] = [];

  constructor(private readonly bench: BenchCloud) {}

  /** Pages and the submission. */
  async read(): Promise<void> {
    const { bench } = this;
    await bench.signIn(CLERK);
    await bench.panel('panel.getMe', {});
    await bench.panel('panel.listQueue', {});
    await submitLead(bench);
    await this.count('resident.submitLead', SUBMIT_MOST, () => submitLead(bench));
    await this.count('panel.listQueue', PAGE_MOST, () => bench.panel('panel.listQueue', {}));
    await this.count('panel.getQueueFigures', PAGE_MOST, () => bench.panel('panel.getQueueFigures', {}));
    await this.count('panel.getStatistics', PAGE_MOST, () => bench.panel('panel.getStatistics', {}));
    const filtered: [string, InputOf<'panel.listQueue'>][] = [
      ['status', { status: 'accepted' }],
      ['township and measure', { measure: 'adopted', dimension: 'township', dimensionId: TOWNSHIP?.id }],
      ['late', { group: 'late' }],
      [
        'late, cut twice',
        { group: 'late', status: 'inProgress', dimension: 'township', dimensionId: TOWNSHIP?.id },
      ],
    ];
    for (const [name, filter] of filtered) {
      await this.count(`panel.listQueue (${name})`, PAGE_MOST, () => bench.panel('panel.listQueue', filter));
    }
    await this.warm(openidOf('liaison'));
    const own = (filter: InputOf<'staff.listQueue'>) =>
      bench.call('staff.listQueue', filter, openidOf('liaison'));
    await this.count('staff.listQueue (own township)', PAGE_MOST, () => own({ status: 'routed' }));
  }

  /** The main job, from accepting to the resident's word. */
  async walk(): Promise<void> {
    const receipt = await submitLead(this.bench);
    const clerk = this.on(receipt.leadId, CLERK);
    const unit = this.on(receipt.leadId, openidOf('unitOfficer'));
    await clerk('staff.acceptLead', {});
    await clerk('staff.addNote', { text: '已电话核实。' });
    await clerk('staff.adoptLead', {});
    await clerk('staff.holdConsultation', {
      heldOn: '2026-05-08',
      place: '村委会',
      participants: '村民、委员、住建局',
      conclusion: '月底前修好。',
    });
    await clerk('staff.handOver', { unitId: UNIT, workingDays: 15 });
    await unit('staff.acceptHandOver', {});
    await unit('staff.askExtension', { workingDays: 5, reason: '配件还没到' });
    await clerk('staff.refuseExtension', { reason: '先换旧栏杆' });
    await unit('staff.askExtension', { workingDays: 5, reason: '雨天不能施工' });
    await clerk('staff.extendDeadline', { workingDays: 5, reason: '雨天不能施工' });
    await unit('staff.recordReply', { text: '栏杆已经换新，并加了警示牌。' });
    await clerk('staff.resolveLead', { summary: '栏杆已经换新。' });
    await clerk('staff.publishLead', { title: '小桥栏杆修好了', text: '村口小桥的栏杆已经换新。' });
    await this.on(receipt.leadId, lastResident())('resident.giveFeedback', { fixed: true, stars: 5 });
    await clerk('staff.reopenLead', { reason: '又坏了' });
  }

  /** The turns a lead may take besides. */
  async sideways(): Promise<void> {
    const submit = async () => (await submitLead(this.bench)).leadId;
    const asked = this.on(await submit(), CLERK);
    await asked('staff.askForSupplement', { question: '是哪一座桥？' });
    await this.on(this.lastLead, lastResident())('resident.giveSupplement', { text: '东头那座。' });
    await this.on(await submit(), lastResident())('resident.withdrawLead', {});
    await this.on(await submit(), CLERK)('staff.markOutOfScope', { door: 'court', note: '已经在打官司。' });
    const declined = this.on(await submit(), CLERK);
    await declined('staff.rerouteLead', { categoryId: 'other', reason: '换个类别' });
    await declined('staff.revealContact', { reason: '核实地点' });
    await declined('staff.acceptLead', {});
    await declined('staff.declineLead', { reason: '已经列入明年计划。', goTo: '县住建局' });
    const returned = this.on(await submit(), CLERK);
    await returned('staff.acceptLead', {});
    await returned('staff.handOver', { unitId: UNIT, workingDays: 15 });
    await this.on(this.lastLead, openidOf('unitOfficer'))('staff.returnHandOver', { reason: '不归我们管' });
    await returned('staff.markUnresolvable', {
      reason: '桥归省道管理处',
      whatWouldChange: '移交以后可以修。',
    });
    await returned('staff.closeLead', { reason: '已经说明' });
    await this.on(await submit(), openidOf('liaison'))('staff.claimLead', {});
    await this.on(this.lastLead, openidOf('liaison'))('staff.recordVisit', { text: '去看过了。' });
    const { number } = await submitLead(this.bench);
    const merged = this.on(await submit(), CLERK);
    await merged('staff.mergeLead', { intoNumber: number, reason: '同一件事' });
    await merged('staff.unmergeLead', { reason: '不是一件事' });
  }

  private lastLead = '';

  /** Counts each command given to one lead, at the version it stands in. */
  private on(leadId: string, openid: string) {
    this.lastLead = leadId;
    return async <A extends ActionName>(
      action: A,
      asked: Omit<InputOf<A>, 'leadId' | 'version'>,
    ): Promise<void> => {
      const { version } = action.startsWith('resident.')
        ? await this.bench.call('resident.getMyLead', { leadId }, openid)
        : await this.bench
            .call('staff.getLead', { leadId }, openid)
            .catch(() => this.bench.call('staff.getLead', { leadId }, CLERK));
      if (version === undefined) throw new Error(`${action}: the caller does not see the version`);
      await this.count(action, OF_TWO_LEADS.includes(action) ? TWO_LEADS_MOST : COMMAND_MOST, () =>
        this.bench.call(action, { leadId, version, ...asked } as InputOf<A>, openid),
      );
    };
  }

  private async warm(openid: string): Promise<void> {
    await this.bench.call('staff.listQueue', {}, openid);
  }

  private async count(action: string, atMost: number, run: () => Promise<unknown>): Promise<void> {
    const calls = await total(this.bench, run);
    if (!this.counts.some((count) => count.action === action)) this.counts.push({ action, calls, atMost });
  }
}
