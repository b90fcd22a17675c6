import { createPorts } from '../core/adapters/create-ports';
import { runJobs } from '../core/app/jobs/run-jobs';

const ports = createPorts();

/** Runs on the timer. Clients cannot call it, so there is nothing to trust in the event and nothing is read from it. */
export async function main() {
  const started = performance.now();
  const done = await runJobs(ports);
  const count = done.delivered + done.reminded + done.deadlines + done.counted;
  if (count > 0) ports.log.info('jobs', { count, ms: Math.round(performance.now() - started) });
  return done;
}
