import type { WechatCodes } from '../app/codes/code-ports';
import type { CloudApp } from './cloud-app';

/** Where a scanned code opens the mini-program. */
const PAGE = 'pages/home/index';
/** Wide enough to be printed ten centimetres large. */
const WIDTH = 1_280;
const OK = 0;
/** Busy, or too often: the same may go through later. */
const TRY_LATER = new Set([-1, 45009, 45029]);

interface Asking {
  callWxOpenApi(call: { apiName: string; requestData: object }): Promise<unknown>;
}

/** `wxacode.getUnlimited` through the SDK; only a timer with the permission in its config.json may call it. */
export function wechatCodes(app: CloudApp): WechatCodes {
  return {
    async make(scene) {
      const answer = (await (app as unknown as Asking).callWxOpenApi({
        apiName: 'openapi.wxacode.getUnlimited',
        requestData: { scene, page: PAGE, check_path: true, env_version: 'release', width: WIDTH },
      })) as { result?: { errCode?: unknown; buffer?: unknown } };
      const { errCode, buffer } = answer.result ?? {};
      if (errCode === OK) {
        const picture = bytesOf(buffer);
        return picture === null ? { outcome: 'later' } : { outcome: 'made', picture };
      }
      if (typeof errCode !== 'number' || TRY_LATER.has(errCode)) return { outcome: 'later' };
      return { outcome: 'failed', code: errCode };
    },
  };
}

/** The picture comes as base64, or as what JSON makes of a buffer. */
function bytesOf(buffer: unknown): Uint8Array | null {
  if (typeof buffer === 'string') return Buffer.from(buffer, 'base64');
  if (buffer instanceof Uint8Array) return buffer;
  const data = (buffer as { data?: unknown } | null | undefined)?.data;
  return Array.isArray(data) ? Uint8Array.from(data as number[]) : null;
}
