import { fork, type ChildProcess } from 'node:child_process';
import type { FunctionConfig } from './function-config';
import type { CallMessage, ReplyMessage } from './messages';

/** Why a call has no answer. */
export type CallFailure = 'timeout' | 'crashed' | 'failed';

/** A call that ended without an answer of the function. */
export class FunctionFailure extends Error {
  constructor(
    readonly reason: CallFailure,
    message: string,
  ) {
    super(message);
  }
}

export interface Call {
  readonly event: string;
  readonly identity: Readonly<Record<string, string>>;
  readonly requestId: string;
}

interface Running {
  readonly id: number;
  readonly resolve: (body: string) => void;
  readonly reject: (reason: FunctionFailure) => void;
  readonly timer: NodeJS.Timeout;
}

/** One function process. Runs one call at a time; ends itself when a call takes too long. */
export class Instance {
  private readonly child: ChildProcess;
  private running: Running | undefined;
  private lastId = 0;
  isAlive = true;

  constructor(
    host: string,
    private readonly config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    readonly secretId: string,
    private readonly log: (text: string) => void,
    onExit: () => void,
  ) {
    this.child = fork(host, [config.file], {
      env: { ...environment },
      // No memory flag: V8 would refuse the code cache that was made without it.
      execArgv: [],
      // Bodies are JSON text already: as JSON inside JSON every quote of them would be escaped and read twice.
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => log(chunk.toString('utf8')));
    this.child.stderr?.on('data', (chunk: Buffer) => log(chunk.toString('utf8')));
    this.child.on('message', (reply) => this.onReply(reply as ReplyMessage));
    this.child.on('error', (error) => log(`进程错误：${error.message}\n`));
    this.child.on('exit', (code, signal) => {
      this.isAlive = false;
      const why = signal ?? `退出码 ${code ?? '未知'}`;
      if (this.running) log(`函数进程在调用途中结束（${why}）\n`);
      this.settle((running) =>
        running.reject(new FunctionFailure('crashed', `函数 ${config.name} 的进程意外结束（${why}）`)),
      );
      onExit();
    });
  }

  get isIdle(): boolean {
    return this.isAlive && this.running === undefined;
  }

  /** Runs one call and resolves with the answer as JSON text; rejects with FunctionFailure. */
  call(call: Call): Promise<string> {
    this.lastId += 1;
    const message: CallMessage = { id: this.lastId, ...call };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.onTimeout(), this.config.timeoutMs);
      this.running = { id: message.id, resolve, reject, timer };
      this.child.send(message);
    });
  }

  /** Ends the process at once. */
  kill(): void {
    this.isAlive = false;
    this.child.kill('SIGKILL');
  }

  private onReply(reply: ReplyMessage): void {
    if (reply.kind === 'ready' || reply.id !== this.running?.id) return;
    this.settle((running) => {
      if (reply.kind === 'done') running.resolve(reply.body);
      else running.reject(new FunctionFailure('failed', reply.message));
    });
  }

  private onTimeout(): void {
    const why = `函数 ${this.config.name} 超过 ${this.config.timeoutMs / 1000} 秒没有返回`;
    this.log(`${why}，进程被结束\n`);
    this.settle((running) => running.reject(new FunctionFailure('timeout', why)));
    this.kill();
  }

  private settle(finish: (running: Running) => void): void {
    const running = this.running;
    if (!running) return;
    clearTimeout(running.timer);
    this.running = undefined;
    finish(running);
  }
}
