import { resolve } from 'node:path';
import type { Pace } from './runner/timers';

/** Everything the environment decides. */
export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly functionsDir: string;
  readonly databaseFile: string;
  readonly staticDir: string;
  readonly functionInstances: number;
  readonly jobsPace: Pace;
  readonly strictIndexes: boolean;
  readonly transactionLifetimeMs: number;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads the settings; throws a sentence for a value that cannot be meant. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const host = environment['HOST'];
  if (host !== undefined && host !== '' && !LOOPBACK.has(host)) {
    throw new Error(`本地云只在本机（127.0.0.1）提供服务，不能监听 HOST=${host}。`);
  }
  const pace = environment['JOBS_INTERVAL_MS'];
  return {
    port: wholeNumber(environment, 'PORT', 8787, 65_535),
    dataDir: resolve(environment['DATA_DIR'] || '.data'),
    functionsDir: resolve(environment['FUNCTIONS_DIR'] || 'dist/cloudfunctions'),
    databaseFile: resolve(environment['DATABASE_FILE'] || 'config/database.json'),
    staticDir: resolve(environment['STATIC_DIR'] || 'dist'),
    functionInstances: Math.max(1, wholeNumber(environment, 'FUNCTION_INSTANCES', 3, 64)),
    jobsPace: pace === 'cron' ? 'cron' : wholeNumber(environment, 'JOBS_INTERVAL_MS', 3_000, 86_400_000),
    strictIndexes: environment['STRICT_INDEXES'] === '1',
    transactionLifetimeMs: wholeNumber(environment, 'TRANSACTION_TIMEOUT_MS', 30_000, 600_000),
  };
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, fallback: number, most: number): number {
  const raw = environment[name];
  if (raw === undefined || raw === '') return fallback;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${name}=${raw} 应为 0 到 ${most} 之间的整数。`);
  return value;
}
