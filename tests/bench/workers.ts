import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { LoadResult } from './load';
import type { FromWorker, Task, ToWorker } from './worker';

const script = join(import.meta.dirname, 'worker.ts');

/** Processes that bear load. Must be stopped. */
export class Workers {
  private constructor(private readonly children: readonly ChildProcess[]) {}

  /** Starts so many processes with the environment in which an SDK finds its cloud. */
  static start(count: number, environment: Record<string, string> = {}): Workers {
    const options = {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'] as ['ignore', 'inherit', 'inherit', 'ipc'],
    };
    return new Workers(Array.from({ length: count }, () => fork(script, [], options)));
  }

  get count(): number {
    return this.children.length;
  }

  /** Gives each worker its task, waits until all are ready, starts them together; seconds until the last one is done. */
  async run(tasks: readonly Task[]): Promise<LoadResult> {
    const used = this.children.slice(0, tasks.length);
    await Promise.all(used.map((child, index) => ask(child, { prepare: tasks[index] as Task })));
    const started = performance.now();
    const answers = await Promise.all(used.map((child) => ask(child, { go: true })));
    const seconds = (performance.now() - started) / 1000;
    return {
      seconds,
      latencies: answers.flatMap((answer) => ('result' in answer ? answer.result.latencies : [])),
    };
  }

  /** Turns the first worker into an echo server; resolves with its port. */
  async echoPort(): Promise<number> {
    const [child] = this.children;
    if (!child) throw new Error('no worker to serve');
    const answer = await ask(child, { prepare: { kind: 'echo-server' } });
    return 'ready' in answer ? answer.ready : 0;
  }

  stop(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}

/** One question, one answer; rejects when the worker failed or died. */
function ask(child: ChildProcess, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`a worker ended with code ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer: FromWorker) => {
      child.off('exit', onExit);
      if ('failed' in answer) reject(new Error(answer.failed));
      else resolve(answer);
    });
    child.send(message);
  });
}
