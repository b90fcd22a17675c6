import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../config/build-functions.mjs';
import { startLocalCloud, type LocalCloud, type StartOptions } from '../support/local-cloud';

const fixtures = join(import.meta.dirname, 'fixtures');

/** A cloud with the collections of the fixtures and no functions. */
export function startBareCloud(options: StartOptions = {}): Promise<LocalCloud> {
  return startLocalCloud({
    functionsDir: join(fixtures, 'no-functions'),
    databaseFile: join(fixtures, 'database.json'),
    ...options,
  });
}

/** A cloud with the fixture functions as well, built into a folder of its own. */
export async function startFixtureCloud(options: StartOptions = {}): Promise<LocalCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-functions-'));
  await buildFunctions({
    source: join(fixtures, 'functions'),
    target: join(folder, 'functions'),
    setupTarget: join(folder, 'setup'),
    say: () => undefined,
  });
  const cloud = await startBareCloud({ functionsDir: join(folder, 'functions'), ...options });
  return {
    ...cloud,
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The code of the error a call of the SDK is refused with, or 'none'. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await errorOf(call)).code;
}

/** Code and message of the refusal. */
export async function errorOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
    return { code: 'none', message: '' };
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { code: String(code), message: String(message) };
  }
}

/** Counters of the engine. */
export async function countersOf(cloud: LocalCloud): Promise<Record<string, number>> {
  const health = (await cloud.control('/_local/health')) as { database: Record<string, number> };
  return health.database;
}
