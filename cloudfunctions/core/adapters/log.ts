import type { Log, LogFacts } from '../app/ports';

/** One JSON line per thing worth knowing, to the function's log. Takes only facts that tell of no person. */
export const log: Log = {
  info: (what, facts) => write('info', what, facts),
  error: (what, facts) => write('error', what, facts),
};

function write(level: 'info' | 'error', what: string, facts: LogFacts): void {
  const { action, code, ms, count, reason, stack } = facts;
  console[level](JSON.stringify({ what, action, code, ms, count, reason, stack }));
}
