import type { UploadTicket } from '@contract/actions';
import type { Door } from '@contract/envelope';
import type { Receipt } from '@contract/lead-views';
import type { Client } from '@shared/client';
import type { SubmissionField } from '@shared/submission';
import { EMPTY_DRAFT, filesOf, withoutStuck, type Draft } from './draft';
import { sendSubmission, type Limits, type SendOutcome } from './send-submission';

/** Everything the outbox needs of the device. */
export interface OutboxTools {
  read: () => Draft;
  /** False when the device could not keep it. */
  keep: (draft: Draft) => boolean;
  drop: () => void;
  client: Client;
  sendFile: (key: string, ticket: UploadTicket) => Promise<void>;
  forgetFiles: (keys: readonly string[]) => Promise<void>;
  /** Runs it unless another open page of the app does the same; null where one does. */
  onlyHere: <Answer>(run: () => Promise<Answer>) => Promise<Answer | null>;
  receiptFor: (requestId: string) => Receipt | null;
  keepReceipt: (receipt: Receipt, requestId: string, leftover: string | null) => void;
  newRequestId: () => string;
  isOnline: () => boolean;
  /** Calls once after so long; returns the way to call it off. */
  later: (ms: number, run: () => void) => () => void;
  limits: Limits;
}

/** Where the draft stands on its way. */
export type OutboxPhase =
  | { name: 'idle' }
  | { name: 'sending'; words: string }
  | { name: 'problems'; problems: Partial<Record<SubmissionField, string>> }
  | { name: 'refused'; message: string; door: Door | null }
  | { name: 'waiting'; message: string }
  | { name: 'stuck'; count: number; gone: number }
  | { name: 'sent'; receipt: Receipt };

export interface OutboxState {
  draft: Draft;
  phase: OutboxPhase;
  /** False when the device refused to keep the draft: it lives only as long as the page. */
  isKept: boolean;
}

/** Waits between tries, growing; the last one for as long as it takes. */
const WAITS_MS = [3_000, 8_000, 20_000, 45_000, 90_000];
const NO_SIGNAL = '现在没有网络。';
/** Answers to the last tap: typing goes on, so they have been read. */
const SPOKEN: readonly OutboxPhase['name'][] = ['problems', 'refused', 'stuck', 'sent'];

/** One draft and its way out: kept with every change, sent once under one id, tried again until there is an answer. */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private now: OutboxState;
  private running = false;
  private tries = 0;
  private callOff: () => void = () => undefined;

  constructor(private readonly tools: OutboxTools) {
    this.now = { draft: tools.read(), phase: { name: 'idle' }, isKept: true };
  }

  readonly state = (): OutboxState => this.now;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(part: Partial<Draft>): void {
    const { draft, phase } = this.now;
    const requestId = draft.requestId ?? this.tools.newRequestId();
    this.put({ ...draft, requestId, ...part }, SPOKEN.includes(phase.name) ? { name: 'idle' } : phase);
    const left = new Set(filesOf(this.now.draft).map(({ key }) => key));
    const removed = filesOf(draft).flatMap(({ key }) => (left.has(key) ? [] : [key]));
    if (removed.length > 0) void this.tools.forgetFiles(removed);
  }

  /** Puts the draft in line and sends it as soon as that can be done. */
  send(): void {
    this.tries = 0;
    this.change({ waiting: true });
    this.attempt();
  }

  sendWithoutStuck(): void {
    this.change(withoutStuck(this.now.draft));
    this.send();
  }

  /** Takes it out of line to be changed; nothing of it is lost. */
  takeBack(): void {
    this.callOff();
    this.change({ waiting: false });
    if (!this.running) this.show({ phase: { name: 'idle' } });
  }

  /** Throws the draft away, files and all. */
  discard(): void {
    this.clear({ name: 'idle' });
  }

  /** Tries again what waits: at the start, when the signal is back, when the app comes to the front. */
  wake(): void {
    this.tries = 0;
    this.attempt();
  }

  /** Another open page of the app wrote: reads what is there now. */
  reread(): void {
    if (this.running) return;
    const { requestId } = this.now.draft;
    const receipt = requestId === null ? null : this.tools.receiptFor(requestId);
    this.show({ draft: this.tools.read(), phase: receipt ? { name: 'sent', receipt } : { name: 'idle' } });
  }

  /** The receipt was shown. */
  settle(): void {
    if (this.now.phase.name === 'sent') this.show({ phase: { name: 'idle' } });
  }

  private show(part: Partial<OutboxState>): void {
    this.now = { ...this.now, ...part };
    for (const listener of this.listeners) listener();
  }

  private put(draft: Draft, phase: OutboxPhase = this.now.phase): void {
    this.show({ draft, phase, isKept: this.tools.keep(draft) });
  }

  private attempt(): void {
    const { requestId, waiting } = this.now.draft;
    if (this.running || !waiting || requestId === null) return;
    this.callOff();
    if (!this.tools.isOnline()) return this.show({ phase: { name: 'waiting', message: NO_SIGNAL } });
    this.running = true;
    this.show({ phase: { name: 'sending', words: '正在提交…' } });
    void this.tools
      .onlyHere(() => this.sendNow(requestId))
      .then((outcome) => {
        this.running = false;
        if (outcome === null) this.show({ phase: { name: 'waiting', message: '另一个页面正在发送。' } });
        else this.finish(outcome, requestId);
        if (this.now.draft.waiting) this.tryLater();
      });
  }

  private tryLater(): void {
    this.callOff();
    const wait = WAITS_MS[Math.min(this.tries, WAITS_MS.length - 1)] ?? 0;
    this.callOff = this.tools.later(wait, () => this.attempt());
    this.tries += 1;
  }

  private sendNow(requestId: string): Promise<SendOutcome> {
    // Another page may have sent it between.
    const receipt = this.tools.receiptFor(requestId);
    if (receipt) return Promise.resolve({ kind: 'sent', receipt, leftover: null });
    let last = this.now.draft;
    const isMine = (): boolean => this.now.draft.requestId === requestId;
    return sendSubmission(requestId, this.tools.limits, {
      ...this.tools,
      // Thrown away meanwhile: what is under way ends as it began, and touches the next draft no more.
      current: () => (last = isMine() ? this.now.draft : last),
      update: (change) => {
        if (isMine()) this.put(change(this.now.draft));
      },
      say: (words) => this.show({ phase: { name: 'sending', words } }),
    });
  }

  private finish(outcome: SendOutcome, requestId: string): void {
    const isMine = this.now.draft.requestId === requestId;
    if (outcome.kind === 'sent') {
      this.tools.keepReceipt(outcome.receipt, requestId, outcome.leftover);
      if (isMine) this.clear({ name: 'sent', receipt: outcome.receipt });
      return;
    }
    if (!isMine) return this.show({ phase: { name: 'idle' } });
    if (!this.now.draft.waiting) return this.show({ phase: { name: 'idle' } });
    const again = outcome.kind === 'unsent' || (outcome.kind === 'stuck' && outcome.gone === 0);
    this.put({ ...this.now.draft, waiting: again }, phaseOf(outcome));
  }

  private clear(phase: OutboxPhase): void {
    const keys = filesOf(this.now.draft).map(({ key }) => key);
    this.callOff();
    this.tries = 0;
    this.tools.drop();
    this.show({ draft: EMPTY_DRAFT, phase, isKept: true });
    void this.tools.forgetFiles(keys);
  }
}

function phaseOf(outcome: Exclude<SendOutcome, { kind: 'sent' }>): OutboxPhase {
  switch (outcome.kind) {
    case 'problems': {
      const problems = Object.fromEntries(outcome.problems.map(({ field, text }) => [field, text]));
      return { name: 'problems', problems };
    }
    case 'refused':
      return { name: 'refused', message: outcome.message, door: outcome.door };
    case 'unsent':
      return { name: 'waiting', message: outcome.message };
    case 'stuck':
      return { name: 'stuck', count: outcome.count, gone: outcome.gone };
  }
}
