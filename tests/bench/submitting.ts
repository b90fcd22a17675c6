import type { Task } from './worker';
import type { BenchCloud } from './bench-cloud';
import { dice } from './dice';
import { freshDocuments } from './fill';
import { cpuOf, figureOf, quantile, ratioOf, type Figure } from './measure';
import { demonstrationSet, submissionText } from './stories';
import { Workers } from './workers';

/** How many at a time, here and for everybody it is compared with. */
export const CLIENTS = 32;

export interface SubmitFigures {
  instances: number;
  submitPerSecond: Figure;
  submitP50: Figure;
  submitP99: Figure;
  submitCpuMs: Figure | null;
  addPerSecond: Figure;
  addCpuMs: Figure | null;
  echoPerSecond: Figure;
  submitToAdd: Figure;
  addToEcho: Figure;
}

/**
 * Submissions through the resident function against a bare SDK `add` of documents of the same make into the same
 * collection, and that against a bare node:http echo of the same bytes; the three take turns. The adding SDKs live
 * in as many processes as the function has instances and share the same number of clients.
 */
export async function measureSubmitting(
  bench: BenchCloud,
  { rounds, each }: { rounds: number; each: number },
): Promise<SubmitFigures> {
  const instances = 3;
  const adders = Workers.start(instances, bench.cloud.env);
  const driver = Workers.start(1);
  const echo = Workers.start(1);
  const seen: Record<'submit' | 'p50' | 'p99' | 'submitCpu' | 'add' | 'addCpu' | 'echo', number[]> = {
    submit: [],
    p50: [],
    p99: [],
    submitCpu: [],
    add: [],
    addCpu: [],
    echo: [],
  };
  try {
    const echoUrl = `http://127.0.0.1:${await echo.echoPort()}/`;
    const documents = freshDocuments((rounds + 1) * each, Date.now());
    // The first round warms everything up and is thrown away.
    for (let round = 0; round <= rounds; round += 1) {
      const own = documents.slice(round * each, (round + 1) * each);
      const before = cpuOf(bench.pid) ?? 0;
      const submitted = await driver.run([submissions(bench, round, each)]);
      const between = cpuOf(bench.pid) ?? 0;
      const added = await adders.run(shares(own, instances));
      const after = cpuOf(bench.pid) ?? 0;
      const echoed = await driver.run([echoes(echoUrl, own)]);
      if (round === 0) continue;
      seen.submit.push(each / submitted.seconds);
      seen.p50.push(quantile(submitted.latencies, 0.5));
      seen.p99.push(quantile(submitted.latencies, 0.99));
      seen.submitCpu.push((between - before) / each);
      seen.add.push(each / added.seconds);
      seen.addCpu.push((after - between) / each);
      seen.echo.push(echoed.latencies.length / echoed.seconds);
    }
  } finally {
    for (const workers of [adders, driver, echo]) workers.stop();
  }
  const knowsCpu = cpuOf(bench.pid) !== null;
  return {
    instances,
    submitPerSecond: figureOf(seen.submit),
    submitP50: figureOf(seen.p50),
    submitP99: figureOf(seen.p99),
    submitCpuMs: knowsCpu ? figureOf(seen.submitCpu) : null,
    addPerSecond: figureOf(seen.add),
    addCpuMs: knowsCpu ? figureOf(seen.addCpu) : null,
    echoPerSecond: figureOf(seen.echo),
    submitToAdd: ratioOf(seen.submit, seen.add),
    addToEcho: ratioOf(seen.add, seen.echo),
  };
}

export interface CountingFigures {
  /** What counting one changed lead into the tally takes the timer. */
  msPerLead: Figure;
  cpuMsPerLead: Figure | null;
}

/** The work that a submission leaves to the timer: one run counts up to 500 leads. */
export async function measureCounting(bench: BenchCloud, rounds: number): Promise<CountingFigures> {
  const ms: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = cpuOf(bench.pid) ?? 0;
    const started = performance.now();
    const { counted } = (await bench.cloud.runTimer('jobs')) as { counted: number };
    if (counted === 0) throw new Error('no submission was waiting to be counted');
    ms.push((performance.now() - started) / counted);
    cpu.push(((cpuOf(bench.pid) ?? 0) - before) / counted);
  }
  return { msPerLead: figureOf(ms), cpuMsPerLead: cpuOf(bench.pid) === null ? null : figureOf(cpu) };
}

/** Every submission from another resident, as most are. */
function submissions(bench: BenchCloud, round: number, each: number): Task {
  const chance = dice(9_000 + round);
  const set = demonstrationSet();
  const calls = Array.from({ length: each }, (_, index) => {
    const input = submissionText(set, chance);
    const { body, headers } = bench.request('resident.submitLead', input, `bench-${round}-${index}`);
    return { body, headers };
  });
  return { kind: 'post', url: `${bench.cloud.url}/call/resident`, calls, clients: CLIENTS };
}

function shares(documents: readonly object[], instances: number): Task[] {
  return Array.from({ length: instances }, (_, index) => ({
    kind: 'add' as const,
    documents: documents.filter((_document, at) => at % instances === index),
    clients: Math.floor(CLIENTS / instances) + (index < CLIENTS % instances ? 1 : 0),
  }));
}

/** The same bytes, sent several times over because an echo is quick. */
function echoes(url: string, documents: readonly object[]): Task {
  const bodies = documents.map((document) => ({ body: JSON.stringify(document), headers: {} }));
  return { kind: 'post', url, calls: [...bodies, ...bodies, ...bodies], clients: CLIENTS };
}
