/**
 * `npm run replay -- --file FILE --limit N`: sends real messages through the resident function, 16 at a time, and
 * prints where they went. Prints and writes no word of any message.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Envelope } from '@contract/envelope';
import type { Receipt } from '@contract/lead-views';
import { startLocalCloud } from '../support/local-cloud';
import { drive, poster } from '../bench/load';
import { quantile } from '../bench/measure';
import { readMessages, type Submission } from './messages';
import { readOptions, type Options } from './options';
import type { Outcome } from './outcome';
import { printOutcome } from './print-outcome';
import { readRouting } from './routing';

const AT_ONCE = 16;
/** How often the statistics are asked until they have caught up. */
const MOST_WAITS = 180;
const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const submissions = readMessages(options.file, options.limit);
  const own = options.url === null ? await ownCloud() : null;
  try {
    const url = own?.url ?? (options.url ?? '').replace(/\/$/, '');
    for (let run = 0; run < (options.twice ? 2 : 1); run += 1) {
      const outcome = await replay(submissions, url, options, own?.runTimer ?? aSecond);
      printOutcome(outcome, (line) => void process.stdout.write(`${line}\n`));
      if (options.json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
    }
  } finally {
    await own?.stop();
  }
}

async function replay(
  submissions: readonly Submission[],
  url: string,
  { places }: Options,
  wait: () => Promise<unknown>,
): Promise<Outcome> {
  const post = poster(AT_ONCE);
  const townships = places ? await listTownships(url) : [];
  const before = await countLeads(url);
  const refusals: Record<string, number> = {};
  const leadIds = new Set<string>();
  const startedAt = new Date().toISOString();
  let added = 0;
  let answered = 0;
  const { seconds, latencies } = await drive(submissions, AT_ONCE, async (submission) => {
    const { openid, requestId, text } = submission;
    const input = { text, ...placeOf(submission, townships) };
    const body = JSON.stringify({ action: 'resident.submitLead', input, requestId });
    const answer = await post(new URL(`${url}/call/resident`), body, { 'x-demo-openid': openid });
    const envelope = JSON.parse(answer.text) as Envelope<Receipt>;
    if (envelope.ok) {
      leadIds.add(envelope.data.leadId);
      if (envelope.data.submittedAt >= startedAt) added += 1;
    } else {
      const reason = envelope.error.field
        ? `${envelope.error.code}（${envelope.error.field}）`
        : envelope.error.code;
      refusals[reason] = (refusals[reason] ?? 0) + 1;
    }
    answered += 1;
    if (answered % 500 === 0) say(`已提交 ${answered}/${submissions.length}`);
  });
  return {
    messages: submissions.length,
    people: new Set(submissions.map(({ openid }) => openid)).size,
    accepted: leadIds.size,
    added,
    received: { before, after: await countSettled(url, before + added, wait) },
    refusals,
    seconds,
    perSecond: submissions.length / seconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    routing: await readRouting(url, leadIds),
  };
}

/** The same person always stands in the same township. */
function placeOf({ openid }: Submission, townships: readonly { id: string }[]): { placeId?: string } {
  if (townships.length === 0) return {};
  return { placeId: townships[Number.parseInt(openid.slice(-6), 16) % townships.length]?.id };
}

async function listTownships(url: string): Promise<{ id: string }[]> {
  const answer = await ask<{ townships: { id: string }[] }>(
    url,
    'resident',
    'resident.listPlaces',
    {},
    'replay',
  );
  return answer.townships;
}

async function countLeads(url: string): Promise<number> {
  const { figures } = await ask<{ figures: { received: number } }>(
    url,
    'resident',
    'resident.getHome',
    {},
    'replay',
  );
  return figures.received;
}

/**
 * The statistics add what the timer has not counted yet, up to a thousand: after a flood they need a few of its runs,
 * which the own cloud makes at once and another one by its clock.
 */
async function countSettled(url: string, expected: number, wait: () => Promise<unknown>): Promise<number> {
  for (let waits = 0; ; waits += 1) {
    const received = await countLeads(url);
    if (received === expected || waits === MOST_WAITS) return received;
    await wait();
  }
}

const aSecond = (): Promise<unknown> => new Promise((resume) => setTimeout(resume, 1_000));

/** One call whose refusal is the end of the replay. */
async function ask<Data>(
  url: string,
  name: string,
  action: string,
  input: object,
  openid: string,
): Promise<Data> {
  const headers = { 'content-type': 'application/json', 'x-demo-openid': openid };
  const response = await fetch(`${url}/call/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ action, input }),
  });
  const envelope = (await response.json()) as Envelope<Data>;
  if (!envelope.ok) throw new Error(`${action}：${envelope.error.message}`);
  return envelope.data;
}

/** A local cloud with the demonstration county, in a folder that is removed afterwards. */
async function ownCloud(): Promise<{ url: string; runTimer(): Promise<unknown>; stop(): Promise<void> }> {
  if (process.env['SKIP_BUILDS'] !== '1') {
    const command = ['config/fresh-builds.mjs', 'functions', 'local-cloud'];
    execFileSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    process.env['SKIP_BUILDS'] = '1';
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'replay-'));
  const cloud = await startLocalCloud({ dataDir, env: { JOBS_INTERVAL_MS: '1000' } });
  const env = { ...process.env, ...cloud.env, DATA_DIR: dataDir };
  const seeding = spawn(process.execPath, [join(root, 'dist/setup/index.js'), 'demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((done) => seeding.once('exit', done));
  if (code !== 0) throw new Error(`写入演示县失败（退出码 ${String(code)}）`);
  return {
    url: cloud.url,
    runTimer: () => cloud.runTimer('jobs'),
    stop: async () => {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
