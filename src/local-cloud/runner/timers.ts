import { readCron, type Schedule } from './cron';
import type { FunctionConfig } from './function-config';
import type { Functions } from './functions';

/** How often timers run: by their own schedule, or every so many milliseconds (0 = only when asked). */
export type Pace = 'cron' | number;

/** Runs the functions with a timer trigger; never two runs of one function at the same time. */
export class Timers {
  private readonly running = new Map<string, Promise<string>>();
  private readonly clocks: NodeJS.Timeout[] = [];

  constructor(
    private readonly functions: Functions,
    pace: Pace,
    private readonly report: (text: string) => void,
  ) {
    const timed = functions.configs.filter((config) => config.triggers.length > 0);
    for (const config of timed) {
      const schedule = readCron(config.triggers[0]?.config ?? '');
      if (pace === 'cron') this.clocks.push(this.bySchedule(config, schedule));
      else if (pace > 0) this.clocks.push(setInterval(() => this.tick(config), pace));
    }
  }

  /** Runs one timer function now, after a run that is under way; resolves with what it answered. */
  async run(name: string): Promise<string> {
    const config = this.functions.config(name);
    if (!config || config.access !== 'timer') throw new Error(`没有定时函数 ${name}`);
    await this.running.get(name)?.catch(() => undefined);
    return this.running.get(name) ?? this.start(config);
  }

  /** Stops the clocks; a run that is under way goes on. */
  stop(): void {
    for (const clock of this.clocks) clearInterval(clock);
  }

  private bySchedule(config: FunctionConfig, schedule: Schedule): NodeJS.Timeout {
    let last = Math.floor(Date.now() / 1000);
    return setInterval(() => {
      const now = Math.floor(Date.now() / 1000);
      // A late tick must not skip a second, a clock set back must not repeat one.
      for (let second = Math.max(last + 1, now - 5); second <= now; second += 1) {
        if (schedule(new Date(second * 1000))) this.tick(config);
      }
      last = Math.max(last, now);
    }, 500);
  }

  private tick(config: FunctionConfig): void {
    if (this.running.has(config.name)) return;
    this.start(config).catch((error: unknown) =>
      this.report(`定时函数 ${config.name} 失败：${String(error)}`),
    );
  }

  private start(config: FunctionConfig): Promise<string> {
    const trigger = config.triggers[0];
    const event = {
      Type: 'Timer',
      TriggerName: trigger?.name ?? 'manual',
      Time: new Date().toISOString(),
      Message: '',
    };
    const run = this.functions
      .call(config.name, JSON.stringify(event), { kind: 'timer' })
      .finally(() => this.running.delete(config.name));
    this.running.set(config.name, run);
    return run;
  }
}
