import { randomUUID } from 'node:crypto';
import type { Credentialing } from '../wire/signature';
import type { FunctionConfig } from './function-config';
import type { FunctionLog } from './function-log';
import { Instance } from './instance';
import { Pool } from './pool';

/** How a call came in; decides which identity the function finds in its environment. */
export type Trigger =
  | { readonly kind: 'client'; readonly openid: string | undefined }
  | { readonly kind: 'http' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'function' };

export interface RunnerSettings {
  /** The script that hosts one instance. */
  readonly host: string;
  readonly instances: number;
  /** The address the SDK talks to. */
  readonly cloudUrl: () => string;
  /** Further variables every function sees. */
  readonly environment: Readonly<Record<string, string>>;
}

export const APP_ID = 'wx0000000000000000';
export const ENV_ID = 'local';

interface Deployed {
  readonly config: FunctionConfig;
  readonly pool: Pool;
}

/** All functions of this cloud: starts their processes and calls them with the caller's identity. */
export class Functions {
  private readonly deployed = new Map<string, Deployed>();
  private readonly bySecret = new Map<string, FunctionConfig>();

  constructor(
    configs: readonly FunctionConfig[],
    private readonly settings: RunnerSettings,
    private readonly credentials: Credentialing,
    private readonly log: FunctionLog,
  ) {
    for (const config of configs) {
      const pool = new Pool(settings.instances, (onExit) => this.start(config, onExit));
      this.deployed.set(config.name, { config, pool });
    }
  }

  get configs(): FunctionConfig[] {
    return [...this.deployed.values()].map(({ config }) => config);
  }

  config(name: string): FunctionConfig | undefined {
    return this.deployed.get(name)?.config;
  }

  /** Which function a call of the SDK comes from; undefined for everybody else. */
  callerOf(secretId: string): FunctionConfig | undefined {
    return this.bySecret.get(secretId);
  }

  /** Calls a function with an event as JSON text; resolves with its answer as JSON text. */
  call(name: string, event: string, trigger: Trigger): Promise<string> {
    const deployed = this.deployed.get(name);
    if (!deployed) return Promise.reject(new Error(`没有函数 ${name}`));
    return deployed.pool.call({ event, identity: identityOf(trigger), requestId: randomUUID() });
  }

  /** Starts one process of each function, so that the first visitor does not wait for it. */
  warm(): void {
    for (const { pool } of this.deployed.values()) pool.warm();
  }

  /** Processes alive, by function. */
  sizes(): Record<string, number> {
    return Object.fromEntries([...this.deployed].map(([name, { pool }]) => [name, pool.size]));
  }

  /** Lets running calls finish (up to `graceMs`), then ends every process. */
  async close(graceMs: number): Promise<void> {
    const pools = [...this.deployed.values()].map(({ pool }) => pool);
    for (const pool of pools) pool.refuse();
    const grace = new Promise<void>((resolve) => {
      setTimeout(resolve, graceMs).unref();
    });
    await Promise.race([Promise.all(pools.map((pool) => pool.drained())), grace]);
    for (const pool of pools) pool.close();
  }

  private start(config: FunctionConfig, onExit: (instance: Instance) => void): Instance {
    const { secretId, secretKey } = this.credentials.issue(true);
    this.bySecret.set(secretId, config);
    const instance: Instance = new Instance(
      this.settings.host,
      config,
      { ...this.environment(config), TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey },
      secretId,
      (text) => this.log.write(config.name, text),
      () => {
        this.bySecret.delete(secretId);
        onExit(instance);
      },
    );
    return instance;
  }

  private environment(config: FunctionConfig): Record<string, string> {
    return {
      ...this.settings.environment,
      ...config.environment,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: ENV_ID,
      SCF_FUNCTIONNAME: config.name,
      SCF_FUNCTIONTIMEOUT: String(config.timeoutMs / 1000),
      SCF_FUNCTIONMEMORY: String(config.memoryMb),
      TCB_ENV: ENV_ID,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: this.settings.cloudUrl() }),
      // Cloud functions live in UTC; code that leans on the local time zone must fail here already.
      TZ: 'UTC',
      PATH: process.env['PATH'] ?? '',
    };
  }
}

function identityOf(trigger: Trigger): Record<string, string> {
  if (trigger.kind === 'timer') return { TRIGGER_SRC: 'timer' };
  if (trigger.kind !== 'client') return {};
  const common = { WX_CLIENTIP: '127.0.0.1', TCB_SOURCE: 'wx_client', TCB_SOURCE_IP: '127.0.0.1' };
  if (trigger.openid === undefined) return common;
  return { ...common, WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: trigger.openid, WX_APPID: APP_ID };
}
