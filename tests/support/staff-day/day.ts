import type { InputOf, OfficerVerb, OutputOf, PanelActions } from '@contract/actions';
import type { CommandInputs, OfficerCommand } from '@contract/commands';
import type { OfficerLeadView, Receipt, ResidentLeadView } from '@contract/lead-views';
import { must, signIn, type Person } from '../call';
import { officer, resident, type OfficerName } from '../county';
import { startTestCloud, type TestCloud } from '../test-cloud';
import type { DayLead } from './day-lead';
import { functionsWithClock, type SettableClock } from './settable-clock';

/** Who is at work in the story. */
export const AT_WORK = [
  'clerk',
  'secondClerk',
  'liaison',
  'otherLiaison',
  'convener',
  'member',
  'housing',
  'cityManagement',
  'transport',
  'leader',
  'administrator',
] as const satisfies readonly OfficerName[];
export type AtWork = (typeof AT_WORK)[number];

type Words<C extends OfficerCommand> = CommandInputs[C];

/** A county, its people at their computers, a clock that the story sets, and the leads by what the story calls them. */
export class Day {
  private readonly receipts = new Map<string, Receipt>();
  private readonly people = new Map<AtWork, Person>();

  private constructor(
    public cloud: TestCloud,
    private readonly clock: SettableClock,
    private date: string,
  ) {}

  static async begin(date: string): Promise<Day> {
    const clock = functionsWithClock();
    clock.set(date, '07:00');
    const cloud = await startTestCloud({ env: { FUNCTIONS_DIR: clock.functionsDir } });
    return new Day(cloud, clock, date);
  }

  async end(): Promise<void> {
    await this.cloud.stop();
    this.clock.remove();
  }

  /** Time goes on from here. Sessions last hours, so who works on after a long while signs in again. */
  itIs(time: string, date = this.date): void {
    if (date !== this.date) this.people.clear();
    this.date = date;
    this.clock.set(date, time);
  }

  now(): string {
    return this.clock.now();
  }

  /** The person at the panel. */
  async at(who: AtWork): Promise<Person> {
    const signedIn = this.people.get(who) ?? (await signIn(this.cloud, officer(who)));
    this.people.set(who, signedIn);
    return signedIn;
  }

  /** A resident sends a lead in. */
  async submits({ key, text, code, phone }: DayLead): Promise<Receipt> {
    const receipt = await must(this.cloud, this.writer(key), 'resident.submitLead', {
      text,
      ...(code === undefined ? {} : { scene: `p=${code}&e=v` }),
      ...(phone === undefined ? {} : { contact: { phone } }),
    });
    this.receipts.set(key, receipt);
    return receipt;
  }

  writer = (key: string): Person => resident(`day-${key}`);

  /** Remembers a lead that nobody submitted: what was taken out of another one. */
  remember(key: string, receipt: Receipt): void {
    this.receipts.set(key, receipt);
  }

  receipt(key: string): Receipt {
    const receipt = this.receipts.get(key);
    if (receipt === undefined) throw new Error(`the story has no lead called ${key}`);
    return receipt;
  }

  keys(): string[] {
    return [...this.receipts.keys()];
  }

  /** An officer asks for something that concerns no lead in particular. */
  async asks<V extends OfficerVerb>(who: AtWork, verb: V, input: InputOf<`panel.${V}` & keyof PanelActions>) {
    const action = `panel.${verb}` as const;
    return (await must(this.cloud, await this.at(who), action as never, input as never)) as OutputOf<
      typeof action
    >;
  }

  /** The lead as the officer reads it. */
  async seenBy(who: AtWork, key: string): Promise<OfficerLeadView> {
    return this.asks(who, 'getLead', { leadId: this.receipt(key).leadId });
  }

  /** An officer opens the lead and gives a command on what they see. */
  async does<C extends OfficerCommand>(who: AtWork, command: C, key: string, words: Words<C>): Promise<void> {
    const { id, version } = await this.seenBy(who, key);
    const input = { leadId: id, version, ...words };
    await must(this.cloud, await this.at(who), `panel.${command}` as never, input as never);
  }

  /** The lead as its writer reads it. */
  async seenByWriter(key: string): Promise<ResidentLeadView> {
    const { leadId } = this.receipt(key);
    return must(this.cloud, this.writer(key), 'resident.getMyLead', { leadId });
  }

  async answers(key: string, text: string): Promise<void> {
    const { id, version } = await this.seenByWriter(key);
    await must(this.cloud, this.writer(key), 'resident.giveSupplement', { leadId: id, version, text });
  }

  async withdraws(key: string): Promise<void> {
    const { id, version } = await this.seenByWriter(key);
    await must(this.cloud, this.writer(key), 'resident.withdrawLead', { leadId: id, version });
  }

  async rates(key: string, rating: { fixed: boolean; stars: number; words: string }): Promise<void> {
    const { id, version } = await this.seenByWriter(key);
    await must(this.cloud, this.writer(key), 'resident.giveFeedback', { leadId: id, version, ...rating });
  }

  /** Runs the timer until it finds nothing more to do. */
  async timerRuns(): Promise<void> {
    for (let run = 0; run < 20; run += 1) {
      const { delivered, deadlines, counted } = await this.cloud.jobs();
      if (delivered + deadlines + counted === 0) return;
    }
    throw new Error('the timer never comes to rest');
  }

  /** The timer is killed while it works, with the whole cloud, and everything is started again. */
  async timerIsKilled(): Promise<{ deliveredBefore: number }> {
    const run = this.cloud.jobs().catch(() => undefined);
    let deliveredBefore = 0;
    while (deliveredBefore < 5) deliveredBefore = (await this.cloud.documents('notices')).length;
    this.cloud = await this.cloud.killAndRestart();
    await run;
    return { deliveredBefore };
  }
}
