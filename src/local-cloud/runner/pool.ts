import { FunctionFailure, type Call, type Instance } from './instance';

interface Waiting {
  readonly call: Call;
  readonly resolve: (body: string) => void;
  readonly reject: (reason: unknown) => void;
}

const LONGEST_QUEUE = 2_000;

/** The instances of one function: grows on demand up to a limit, beyond it calls wait their turn. */
export class Pool {
  private readonly instances = new Set<Instance>();
  private readonly waiting: Waiting[] = [];
  private isClosed = false;

  constructor(
    private readonly limit: number,
    private readonly start: (onExit: (instance: Instance) => void) => Instance,
  ) {}

  /** Starts the first instance ahead of the first call. */
  warm(): void {
    if (this.instances.size === 0) this.grow();
  }

  /** Runs a call on a free instance; rejects with FunctionFailure when it has no answer. */
  call(call: Call): Promise<string> {
    if (this.isClosed) return Promise.reject(new FunctionFailure('crashed', '本地云正在停止'));
    if (this.waiting.length >= LONGEST_QUEUE)
      return Promise.reject(new FunctionFailure('crashed', '排队的调用太多'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ call, resolve, reject });
      this.next();
    });
  }

  /** Takes no further calls; those that run or wait go on. */
  refuse(): void {
    this.isClosed = true;
  }

  /** Ends all instances. Calls that still wait are refused. */
  close(): void {
    this.isClosed = true;
    for (const waiting of this.waiting.splice(0))
      waiting.reject(new FunctionFailure('crashed', '本地云正在停止'));
    for (const instance of this.instances) instance.kill();
  }

  /** Resolves when no call is running or waiting any more. */
  async drained(): Promise<void> {
    while (
      this.waiting.length > 0 ||
      [...this.instances].some((instance) => instance.isAlive && !instance.isIdle)
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get size(): number {
    return this.instances.size;
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const idle = [...this.instances].find((instance) => instance.isIdle) ?? this.grow();
      if (!idle) return;
      const waiting = this.waiting.shift();
      if (!waiting) return;
      idle
        .call(waiting.call)
        .then(waiting.resolve, waiting.reject)
        .finally(() => this.next());
    }
  }

  private grow(): Instance | undefined {
    const alive = [...this.instances].filter((instance) => instance.isAlive).length;
    if (alive >= this.limit || this.isClosed) return undefined;
    const instance = this.start((gone) => {
      this.instances.delete(gone);
      this.next();
    });
    this.instances.add(instance);
    return instance;
  }
}
