import type { Wechat } from '../app/ports';
import type { CloudApp } from './cloud-app';

const OK = 0;
const REFUSED_BY_PERSON = 43101;
/** Busy, or too often: the same message may go through later. */
const TRY_LATER = new Set([-1, 45009]);

interface Sending {
  callWxOpenApi(call: { apiName: string; requestData: object }): Promise<unknown>;
}

/** WeChat's own server calls, through the SDK; only a function with the permission in its config.json may use them. */
export function wechat(app: CloudApp): Wechat {
  return {
    async send({ openid, templateId, page, fields }) {
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
      const answer = (await (app as unknown as Sending).callWxOpenApi({
        apiName: 'openapi.subscribeMessage.send',
        requestData: { touser: openid, templateId, page, data },
      })) as { code?: unknown; result?: { errCode?: unknown } };
      const code = answer.result?.errCode;
      if (typeof code !== 'number' || TRY_LATER.has(code)) return { outcome: 'later' };
      if (code === OK) return { outcome: 'sent' };
      return code === REFUSED_BY_PERSON ? { outcome: 'refused' } : { outcome: 'failed', code };
    },
  };
}
