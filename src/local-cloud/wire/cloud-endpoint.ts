import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, StorageUnavailable } from '../engine/values';
import { readBody, sendJson } from '../http/messages';
import type { Action } from './database-actions';
import type { Credentialing } from './signature';

/** Text of a whole database call, documents included; larger ones are refused as the cloud refuses them. */
const LARGEST_REQUEST = 20 * 1024 * 1024;

/**
 * Where the SDK talks to: checks the signature, finds the action, answers in the cloud's envelope. Counts the
 * calls in `calls`: they are what the real cloud bills.
 */
export function cloudEndpoint(
  credentials: Credentialing,
  actions: Readonly<Record<string, Action>>,
  calls: Map<string, number>,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    const body = await readBody(request, LARGEST_REQUEST);
    if (body === undefined) {
      sendJson(response, 200, { requestId, code: 'EXCEED_REQUEST_SIZE_LIMIT', message: '请求超过 20 MB' });
      return;
    }
    try {
      const params = readParameters(body);
      const caller = credentials.verify(request.url ?? '', request.headers, params);
      if (!caller) throw new CloudError('SIGN_PARAM_INVALID', '签名无效：密钥不属于这次运行的本地云');
      const name = String(params['action']);
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (!action) throw new CloudError('INVALID_ACTION', `本地云不支持 ${name}`);
      calls.set(name, (calls.get(name) ?? 0) + 1);
      sendJson(response, 200, { requestId, ...(await action(params, caller)) });
    } catch (error) {
      sendFailure(response, requestId, error);
    }
  };
}

function readParameters(body: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal.
  }
  throw new CloudError('INVALID_PARAM', '请求体必须是 JSON 对象');
}

function sendFailure(response: ServerResponse, requestId: string, error: unknown): void {
  if (error instanceof CloudError) {
    sendJson(response, 200, { requestId, code: error.code, message: error.message });
  } else if (error instanceof StorageUnavailable) {
    process.stderr.write(`[本地云] 存储不可用：${error.message}\n`);
    sendJson(response, 503, { requestId, code: 'UNAVAILABLE', message: '数据库暂时无法写入' });
  } else {
    process.stderr.write(
      `[本地云] 内部错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    sendJson(response, 200, { requestId, code: 'SYS_ERR', message: 'system error' });
  }
}
