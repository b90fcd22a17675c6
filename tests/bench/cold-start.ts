import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { figureOf, ratioOf, type Figure } from './measure';

const built = resolve(import.meta.dirname, '../../dist/cloudfunctions');
const PROBE =
  'require(process.argv[1]); const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000))';

export interface BundleFigures {
  name: string;
  kilobytes: number;
  plainCpuMs: Figure;
  plainToEmpty: Figure;
  cachedCpuMs: Figure;
  cachedToEmpty: Figure;
}

/**
 * CPU (user and system) of a new process until a function is loaded, without and with its V8 code cache, against a
 * function that does nothing; the contenders take turns in every round.
 */
export function measureColdStart(rounds: number): { emptyCpuMs: Figure; bundles: BundleFigures[] } {
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, 'exports.main = async () => ({});\n');
    const names = readdirSync(built, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const emptySeen: number[] = [];
    const seen = names.map((name) => ({
      name,
      plain: [] as number[],
      cached: [] as number[],
      without: withoutCache(name, folder),
    }));
    for (let round = 0; round <= rounds; round += 1) {
      const cost = cpuToLoad(empty);
      if (round > 0) emptySeen.push(cost);
      for (const one of seen) {
        const plain = cpuToLoad(one.without);
        const cached = cpuToLoad(join(built, one.name, 'index.js'));
        if (round > 0) one.plain.push(plain);
        if (round > 0) one.cached.push(cached);
      }
    }
    const bundles = seen.map(({ name, plain, cached }) => ({
      name,
      kilobytes: kilobytesOf(join(built, name)),
      plainCpuMs: figureOf(plain),
      plainToEmpty: ratioOf(plain, emptySeen),
      cachedCpuMs: figureOf(cached),
      cachedToEmpty: ratioOf(cached, emptySeen),
    }));
    return { emptyCpuMs: figureOf(emptySeen), bundles };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All code that is deployed, also what is loaded only when it is used. */
function kilobytesOf(folder: string): number {
  const code = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return Math.round(code.reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0) / 1024);
}

function withoutCache(name: string, folder: string): string {
  cpSync(join(built, name), join(folder, name), { recursive: true });
  rmSync(join(folder, name, 'bundle.cache'), { force: true });
  return join(folder, name, 'index.js');
}

/** The environment names a cloud, as in the cloud: otherwise the SDK looks for one while it loads. */
function cpuToLoad(file: string): number {
  const env = {
    PATH: process.env['PATH'] ?? '',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
  };
  return Number(execFileSync(process.execPath, ['-e', PROBE, file], { env, encoding: 'utf8' }));
}
