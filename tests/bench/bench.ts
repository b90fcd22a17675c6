/**
 * `npm run bench -- --rows 10000,100000 --json`: what an action costs. Fills folders with believable leads, starts a
 * local cloud on each, and measures in interleaved rounds; medians with their range. Ratios are the point: they
 * stay when the machine changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { floorsOf } from './floors';
import { measureAll, type Report } from './measure-all';
import { readOptions } from './options';
import { printReport } from './report';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (process.env['SKIP_BUILDS'] !== '1') buildWhatIsStale();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const measured = await measureAll(options, folder);
    const report: Report = { ...measured, floors: floorsOf(measured) };
    printReport(report, (line) => void process.stdout.write(`${line}\n`));
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildWhatIsStale(): void {
  const cwd = resolve(import.meta.dirname, '../..');
  const command = ['config/fresh-builds.mjs', 'functions', 'local-cloud'];
  execFileSync(process.execPath, command, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  process.env['SKIP_BUILDS'] = '1';
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
