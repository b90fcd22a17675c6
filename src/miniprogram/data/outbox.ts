import type { UploadTicket } from '@contract/actions';
import type { Client } from '@shared/client';
import { beginningOf, filesOf, leftoverOf, withoutStuck, type Draft } from './draft';
import { allDrafts, draftOf, keysOf, lineOf, NO_DRAFTS, type Drafts } from './drafts';
import { withDraft, withEmptyForm, withInForm, withoutDraft } from './drafts';
import { isSpoken, NOT_BEGUN, phaseOf, type OutboxPhase, type SentReceipt } from './outbox-phase';
import { sendSubmission, type Limits, type SendOutcome } from './send-submission';

/** Everything the outbox needs of the device. */
export interface OutboxTools {
  read: () => Drafts;
  /** False when the device could not keep them. */
  keep: (drafts: Drafts) => boolean;
  client: Client;
  sendFile: (key: string, ticket: UploadTicket) => Promise<void>;
  forgetFiles: (keys: readonly string[]) => Promise<void>;
  /** Runs it unless another open page of the app does the same; null where one does. */
  onlyHere: <Answer>(run: () => Promise<Answer>) => Promise<Answer | null>;
  receiptFor: (requestId: string) => SentReceipt | null;
  keepReceipt: (receipt: SentReceipt, requestId: string, leftover: string | null) => void;
  newRequestId: () => string;
  isOnline: () => boolean;
  /** Calls once after so long; returns the way to call it off. */
  later: (ms: number, run: () => void) => () => void;
  limits: Limits;
}

/** A draft and where it stands on its way. */
export interface Standing {
  draft: Draft;
  phase: OutboxPhase;
}

/** The draft in the form, and beside it those that were put aside, oldest first. */
export interface OutboxState extends Standing {
  aside: readonly Standing[];
  /** Receipts of those put aside that nobody has been told of yet. */
  arrived: readonly SentReceipt[];
  /** False when the device refused to keep the drafts: they live only as long as the page. */
  isKept: boolean;
}

/** The receipts that nobody was shown yet. */
export const untold = ({ arrived, phase }: OutboxState): readonly SentReceipt[] =>
  phase.name === 'sent' ? [...arrived, phase.receipt] : arrived;

/** Waits between tries, growing; the last one for as long as it takes. */
const WAITS_MS = [3_000, 8_000, 20_000, 45_000, 90_000];
const NO_SIGNAL = '现在没有网络。';
const ELSEWHERE = '另一个页面正在发送。';

/**
 * Drafts and their way out: kept with every change, each sent once under an id of its own, in order, tried again until
 * there is an answer.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly phases = new Map<string | null, OutboxPhase>();
  private drafts: Drafts;
  private now: OutboxState;
  private running = false;
  private tries = 0;
  private callOff: () => void = () => undefined;

  constructor(private readonly tools: OutboxTools) {
    this.drafts = tools.read();
    this.now = { ...this.standing(), arrived: [], isKept: true };
  }

  readonly state = (): OutboxState => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes the draft in the form. */
  change(part: Partial<Draft>): void {
    const draft = this.drafts.open;
    const requestId = draft.requestId ?? this.tools.newRequestId();
    const phase = this.phase(draft);
    this.emptyForm();
    this.phases.set(requestId, isSpoken(phase) ? NOT_BEGUN : phase);
    this.put((drafts) => ({ ...drafts, open: { ...draft, requestId, ...part } }));
    const left = new Set(keysOf(this.drafts));
    const removed = filesOf(draft).flatMap(({ key }) => (left.has(key) ? [] : [key]));
    if (removed.length > 0) void this.tools.forgetFiles(removed);
  }

  /** Puts the draft in the form in line and sends it as soon as that can be done. */
  send(): void {
    this.tries = 0;
    this.change({ waiting: true });
    this.attempt();
  }

  sendWithoutStuck(): void {
    this.change(withoutStuck(this.drafts.open));
    this.send();
  }

  /** An empty form for something else; what waits goes on waiting. */
  another(): void {
    this.emptyForm();
    this.put(withEmptyForm);
  }

  /** Takes one out of line and into the form to be changed; nothing of it is lost, nor of what was in the form. */
  takeUp(requestId: string): void {
    const draft = draftOf(this.drafts, requestId);
    // What is under way goes on to its end; what was refused still says why.
    if (draft?.waiting && this.phase(draft).name !== 'sending') this.phases.set(requestId, NOT_BEGUN);
    this.put((drafts) => withInForm(drafts, requestId));
  }

  /** Throws one away, files and all. */
  discard(requestId: string): void {
    this.remove(requestId);
  }

  /** Throws everything away. */
  discardAll(): void {
    for (const { requestId } of allDrafts(this.drafts)) if (requestId !== null) this.remove(requestId);
    this.put(() => NO_DRAFTS);
  }

  /** Tries again what waits: at the start, when the signal is back, when the app comes to the front. */
  wake(): void {
    this.tries = 0;
    this.attempt();
  }

  /** Another open page of the app wrote: what is there now counts, unless this device keeps nothing. */
  reread(): void {
    if (!this.now.isKept) return;
    const before = this.drafts;
    this.drafts = this.tools.read();
    for (const { requestId } of allDrafts(before)) {
      if (requestId === null || draftOf(this.drafts, requestId) !== null) continue;
      const receipt = this.tools.receiptFor(requestId);
      const isFormEmptyNow = this.drafts.open.requestId === null;
      if (receipt) this.tell(receipt, isFormEmptyNow && before.open.requestId === requestId);
    }
    this.show();
  }

  /** The receipt of this lead was shown. */
  settle(leadId: string): void {
    const phase = this.phase(this.drafts.open);
    if (phase.name === 'sent' && phase.receipt.leadId === leadId) this.phases.delete(null);
    this.show({ arrived: this.now.arrived.filter((receipt) => receipt.leadId !== leadId) });
  }

  /** What the empty form says is over; a receipt that nobody was shown is told of elsewhere. */
  private emptyForm(): void {
    const said = this.phases.get(null);
    this.phases.delete(null);
    if (said?.name === 'sent') this.tell(said.receipt, false);
  }

  private phase = ({ requestId }: Draft): OutboxPhase => this.phases.get(requestId) ?? NOT_BEGUN;

  private standing(): Pick<OutboxState, 'draft' | 'phase' | 'aside'> {
    const { open, aside } = this.drafts;
    return {
      draft: open,
      phase: this.phase(open),
      aside: aside.map((draft) => ({ draft, phase: this.phase(draft) })),
    };
  }

  private show(part: Partial<Pick<OutboxState, 'arrived' | 'isKept'>> = {}): void {
    this.now = { ...this.now, ...this.standing(), ...part };
    for (const listener of this.listeners) listener();
  }

  private put(change: (drafts: Drafts) => Drafts): void {
    this.drafts = change(this.drafts);
    this.show({ isKept: this.tools.keep(this.drafts) });
  }

  private say(requestId: string | null, phase: OutboxPhase): void {
    this.phases.set(requestId, phase);
    this.show();
  }

  private sayToAll(phase: OutboxPhase): void {
    for (const { requestId } of lineOf(this.drafts)) this.phases.set(requestId, phase);
    this.show();
  }

  private tell(receipt: SentReceipt, wasInForm: boolean): void {
    if (wasInForm) this.phases.set(null, { name: 'sent', receipt });
    else {
      const others = this.now.arrived.filter(({ leadId }) => leadId !== receipt.leadId);
      this.now = { ...this.now, arrived: [...others, receipt] };
    }
  }

  private attempt(): void {
    if (this.running) return;
    const [first] = lineOf(this.drafts);
    if (first === undefined) return;
    this.callOff();
    if (!this.tools.isOnline()) return this.sayToAll({ name: 'waiting', message: NO_SIGNAL });
    this.running = true;
    this.say(first.requestId, { name: 'sending', words: '正在提交…' });
    const tried = new Set<string>();
    void this.tools
      .onlyHere(async () => {
        await this.sendLine(tried);
        return true;
      })
      .then((done) => {
        this.running = false;
        if (done === null) this.sayToAll({ name: 'waiting', message: ELSEWHERE });
        this.tryLater();
      });
  }

  private tryLater(): void {
    this.callOff();
    if (lineOf(this.drafts).length === 0) return;
    const wait = WAITS_MS[Math.min(this.tries, WAITS_MS.length - 1)] ?? 0;
    this.callOff = this.tools.later(wait, () => this.attempt());
    this.tries += 1;
  }

  /** One after the other; where nobody answers the rest waits, where only one cannot go the next has its turn. */
  private async sendLine(tried: Set<string>): Promise<void> {
    for (;;) {
      const next = lineOf(this.drafts).find(({ requestId }) => requestId !== null && !tried.has(requestId));
      const requestId = next?.requestId ?? null;
      if (requestId === null) return;
      tried.add(requestId);
      this.say(requestId, { name: 'sending', words: '正在提交…' });
      const outcome = await this.sendNow(requestId);
      this.finish(outcome, requestId);
      if (outcome.kind === 'unsent' && !outcome.reached)
        return this.sayToAll({ name: 'waiting', message: outcome.message });
    }
  }

  private sendNow(requestId: string): Promise<SendOutcome> {
    // Another page may have sent it between.
    const receipt = this.tools.receiptFor(requestId);
    let last = draftOf(this.drafts, requestId) ?? this.drafts.open;
    if (receipt) return Promise.resolve({ kind: 'sent', receipt, words: last.text.trim() });
    return sendSubmission(requestId, this.tools.limits, {
      ...this.tools,
      // Thrown away meanwhile: what is under way ends as it began, and touches the other drafts no more.
      current: () => (last = draftOf(this.drafts, requestId) ?? last),
      update: (change) => this.changeOne(requestId, change),
      say: (words) => {
        if (draftOf(this.drafts, requestId)) this.say(requestId, { name: 'sending', words });
      },
    });
  }

  private changeOne(requestId: string, change: (draft: Draft) => Draft): void {
    this.put((drafts) => {
      const draft = draftOf(drafts, requestId);
      return draft === null ? drafts : withDraft(drafts, requestId, change(draft));
    });
  }

  private finish(outcome: SendOutcome, requestId: string): void {
    const draft = draftOf(this.drafts, requestId);
    if (outcome.kind === 'sent') {
      const { words } = outcome;
      const said = draft && beginningOf(draft);
      const receipt = said === null ? outcome.receipt : { ...outcome.receipt, said };
      this.tools.keepReceipt(receipt, requestId, draft && leftoverOf(draft, words));
      if (draft === null) return;
      this.tell(receipt, this.drafts.open.requestId === requestId);
      return this.remove(requestId);
    }
    if (draft === null) return;
    if (!draft.waiting) return this.say(requestId, NOT_BEGUN);
    const again = outcome.kind === 'unsent' || (outcome.kind === 'stuck' && outcome.gone === 0);
    this.phases.set(requestId, phaseOf(outcome));
    this.changeOne(requestId, (mine) => ({ ...mine, waiting: again }));
  }

  private remove(requestId: string): void {
    const draft = draftOf(this.drafts, requestId);
    if (draft === null) return;
    this.tries = 0;
    this.phases.delete(requestId);
    this.put((drafts) => withoutDraft(drafts, requestId));
    void this.tools.forgetFiles(filesOf(draft).map(({ key }) => key));
  }
}
