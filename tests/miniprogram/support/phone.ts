import type { SubmitLeadInput } from '@contract/commands';
import type { EnvelopeError } from '@contract/envelope';
import type { Receipt } from '@contract/lead-views';
import { createClient } from '@shared/client';
import type { Draft } from '../../../src/miniprogram/data/draft';
import { allDrafts, isNothing, NO_DRAFTS, type Drafts } from '../../../src/miniprogram/data/drafts';
import { Outbox, type OutboxState } from '../../../src/miniprogram/data/outbox';
import { FileGone } from '../../../src/miniprogram/platform/media-types';

type KeptReceipt = Receipt & { requestId: string; leftover?: string };

/** The cloud as far as a submission goes: one lead a request, files that must be there, answers that may be lost. */
class FakeServer {
  readonly leads = new Map<string, SubmitLeadInput>();
  readonly stored = new Set<string>();
  readonly uploads: string[] = [];
  asked = 0;
  loseRequests = 0;
  loseAnswers = 0;
  failUploads: string[] = [];
  refuseNext: EnvelopeError | null = null;
  private tickets = 0;

  texts = (): string[] => [...this.leads.values()].map(({ text }) => text);
  ids = (): string[] => [...this.leads.keys()].map((requestId) => `L-${requestId}`);
  hasAllFilesOf = ({ evidence = [] }: SubmitLeadInput): boolean =>
    evidence.every((fileId) => this.stored.has(fileId));

  heal(): void {
    this.loseRequests = 0;
    this.loseAnswers = 0;
    this.failUploads = [];
  }

  answer(action: string, input: unknown, requestId: string): unknown {
    this.asked += 1;
    if (action === 'resident.prepareUpload') {
      this.tickets += 1;
      const ticket = { fileId: `f-${this.tickets}`, url: '', method: 'POST', fields: {}, headers: {} };
      return { ok: true, data: ticket };
    }
    if (this.loseRequests > 0) {
      this.loseRequests -= 1;
      throw new Error('lost on the way there');
    }
    const answer = this.submit(input as SubmitLeadInput, requestId);
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new Error('lost on the way back');
    }
    return answer;
  }

  upload(key: string, fileId: string): void {
    if (this.failUploads.includes(key)) throw new Error('upload cut');
    this.uploads.push(key);
    this.stored.add(fileId);
  }

  private submit(input: SubmitLeadInput, requestId: string): unknown {
    if (this.refuseNext) {
      const error = this.refuseNext;
      this.refuseNext = null;
      return { ok: false, error };
    }
    const known = this.leads.get(requestId);
    if (known && JSON.stringify(known) !== JSON.stringify(input))
      return { ok: false, error: { code: 'REQUEST_ID_REUSED', message: '' } };
    if (!known && !this.hasAllFilesOf(input))
      return {
        ok: false,
        error: { code: 'INVALID_INPUT', message: '没有传到', field: 'evidence', retryAfter: 1 },
      };
    this.leads.set(requestId, known ?? input);
    const receipt: Receipt = {
      leadId: `L-${requestId}`,
      number: '260305-100001',
      trackingCode: '735042',
      submittedAt: '2026-03-05T01:20:00.000Z',
      next: '',
      hint: null,
    };
    return { ok: true, data: receipt };
  }
}

/** The answer of an app that was killed meanwhile. */
const never = <Answer>(): Promise<Answer> => new Promise(() => undefined);

/** A phone with its storage; the app on it can be killed at any moment and started again. */
export class Phone {
  readonly server = new FakeServer();
  readonly files = new Set<string>();
  receipts: KeptReceipt[] = [];
  online = true;
  isFull = false;
  /** How many request ids were made on this phone. */
  drawn = 0;
  /** How many photos were taken with it. */
  picked = 0;
  outbox: Outbox;
  private kept: string | null = null;
  private life = 0;
  private locked = false;
  private pages: Outbox[] = [];
  private timers: { life: number; run: () => void }[] = [];

  constructor() {
    this.outbox = this.open();
  }

  get state(): OutboxState {
    return this.outbox.state();
  }
  /** What lies on the phone and is not a lead yet, in the order in which it goes. */
  get stored(): Draft[] {
    return allDrafts(this.read());
  }
  get hasNothingKept(): boolean {
    return this.kept === null && this.files.size === 0;
  }

  /** Types or picks; picked files lie on the phone from then on. */
  write(part: Partial<Draft>): void {
    for (const { key } of [...(part.photos ?? []), ...(part.voice ? [part.voice] : [])]) this.files.add(key);
    this.outbox.change(part);
  }

  /** Writes this and taps on submit; everything that follows has come to its end. */
  async submit(part?: Partial<Draft>): Promise<void> {
    if (part) this.write(part);
    this.outbox.send();
    await this.rest();
  }

  /** Takes what is in the form, or what was put aside so long ago, out of line. */
  takeUp(aside?: number): void {
    const { draft, aside: others } = this.state;
    const { requestId } = aside === undefined ? draft : (others[aside]?.draft ?? draft);
    if (requestId !== null) this.outbox.takeUp(requestId);
  }

  /** The app dies: nothing it still had in hand is done. */
  restart(): void {
    this.life += 1;
    this.timers = [];
    this.locked = false;
    this.pages = [];
    this.outbox = this.open();
  }

  openAnotherPage = (): Outbox => this.open();

  /** Everything under way has come to its end. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
  }

  /** Everything that waited for its time has its turn, several times over. */
  async passTime(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) {
      const due = this.timers;
      this.timers = [];
      for (const { life, run } of due) if (life === this.life) run();
      await this.rest();
    }
  }

  private open(): Outbox {
    const { life } = this;
    const isAlive = (): boolean => life === this.life;
    /** Nobody hears the answer who asked before the app was killed. */
    const heard = <Answer>(answer: Answer): Promise<Answer> =>
      isAlive() ? Promise.resolve(answer) : never();
    const page: Outbox = new Outbox({
      read: () => this.read(),
      keep: (drafts) => {
        if (this.isFull) return false;
        // A killed app writes nothing any more, whatever it was in the middle of.
        if (!isAlive()) return true;
        this.kept = isNothing(drafts) ? null : JSON.stringify(drafts);
        // Other pages hear of it a moment later.
        void Promise.resolve().then(() => {
          for (const other of this.pages) if (other !== page && isAlive()) other.reread();
        });
        return true;
      },
      client: createClient(async (_name, { action, input, requestId }) => {
        await Promise.resolve();
        // A killed app asks for nothing any more.
        if (!isAlive()) return never();
        if (!this.online) throw new Error('no network');
        return heard(this.server.answer(action, input, requestId ?? ''));
      }),
      sendFile: async (key, { fileId }) => {
        await Promise.resolve();
        if (!isAlive()) return never();
        if (!this.files.has(key)) throw new FileGone();
        if (!this.online) throw new Error('no network');
        this.server.upload(key, fileId);
        await heard(null);
      },
      forgetFiles: (keys) => {
        for (const key of isAlive() ? keys : []) this.files.delete(key);
        return Promise.resolve();
      },
      onlyHere: async (run) => {
        if (this.locked) return null;
        this.locked = true;
        const answer = await run();
        if (isAlive()) this.locked = false;
        return answer;
      },
      receiptFor: (requestId) => this.receipts.find((receipt) => receipt.requestId === requestId) ?? null,
      keepReceipt: (receipt, requestId, leftover) => {
        if (isAlive())
          this.keepReceipt({ ...receipt, requestId, ...(leftover === null ? {} : { leftover }) });
      },
      newRequestId: () => `r-${(this.drawn += 1)}`,
      isOnline: () => this.online,
      later: (_ms, run) => {
        const timer = { life, run };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((each) => each !== timer);
        };
      },
      limits: { textMax: 5000, photosMax: 9 },
    });
    this.pages.push(page);
    return page;
  }

  private keepReceipt(receipt: KeptReceipt): void {
    this.receipts = [receipt, ...this.receipts.filter(({ leadId }) => leadId !== receipt.leadId)];
  }

  private read = (): Drafts => (this.kept === null ? NO_DRAFTS : (JSON.parse(this.kept) as Drafts));
}
