import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Who may start a function: the mini-program, the web, or the clock. */
export type Access = 'client' | 'http' | 'timer';

/** One deployed function as its config.json describes it. */
export interface FunctionConfig {
  readonly name: string;
  readonly file: string;
  readonly access: Access;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly openapi: readonly string[];
  readonly triggers: readonly { readonly name: string; readonly config: string }[];
  readonly environment: Readonly<Record<string, string>>;
}

const LONGEST_TIMEOUT_S = 60;

/** Reads every built function of a folder; throws a sentence that names what is wrong. */
export function readFunctions(folder: string): FunctionConfig[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'config.json')))
    .map((entry) => readFunction(join(folder, entry.name), entry.name));
}

function readFunction(folder: string, name: string): FunctionConfig {
  const raw = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as Record<string, unknown>;
  const { access, timeout = 20, memorySize = 256, triggers = [], envVariables = {} } = raw;
  const permissions = raw['permissions'] as { openapi?: unknown } | undefined;
  if (access !== 'client' && access !== 'http' && access !== 'timer') {
    throw new Error(`${name}/config.json 的 access 应为 client、http 或 timer`);
  }
  if (typeof timeout !== 'number' || timeout < 1 || timeout > LONGEST_TIMEOUT_S) {
    throw new Error(`${name}/config.json 的 timeout 应在 1 到 ${LONGEST_TIMEOUT_S} 秒之间`);
  }
  if (!Array.isArray(triggers) || triggers.length > 1)
    throw new Error(`${name}/config.json：一个函数最多一个触发器`);
  return {
    name,
    file: join(folder, 'index.js'),
    access,
    timeoutMs: timeout * 1000,
    memoryMb: typeof memorySize === 'number' ? memorySize : 256,
    openapi: Array.isArray(permissions?.openapi) ? permissions.openapi.map(String) : [],
    triggers: triggers.map((trigger: { name?: unknown; config?: unknown }) => ({
      name: String(trigger.name),
      config: String(trigger.config),
    })),
    environment: Object.fromEntries(
      Object.entries(envVariables as object).map(([key, value]) => [key, String(value)]),
    ),
  };
}
