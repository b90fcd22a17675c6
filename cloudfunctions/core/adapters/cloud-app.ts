import tcb from '@cloudbase/node-sdk';

export type CloudApp = ReturnType<typeof tcb.init>;
export type Database = ReturnType<CloudApp['database']>;

/** The SDK, pointed where the environment says: the cloud this function runs in, or a local one. */
export function openCloudApp(): CloudApp {
  return tcb.init({ env: process.env['TCB_ENV'] || process.env['SCF_NAMESPACE'] || tcb.SYMBOL_CURRENT_ENV });
}

/** Who called this function, as CloudBase put it into the environment; empty for HTTP and timer calls. */
export function callerOpenid(): string {
  return process.env['WX_OPENID'] ?? '';
}
