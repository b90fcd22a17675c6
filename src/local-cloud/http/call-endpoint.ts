import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Functions } from '../runner/functions';
import { FunctionFailure } from '../runner/instance';
import { readBody, sendJsonText, sendRefusal } from './messages';

/** The cloud's limit for the text of one function call. */
export const LARGEST_CALL = 100 * 1024;

const OPENID = /^[A-Za-z0-9_-]{1,64}$/;

/** `POST /call/<function>`: the stand-in for wx.cloud.callFunction, with the caller in `x-demo-openid`. */
export function callEndpoint(functions: Functions) {
  return async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    if (request.method !== 'POST') return sendRefusal(response, 405, 'INVALID_INPUT', '请用 POST 调用');
    if (functions.config(name)?.access !== 'client') {
      request.resume();
      return sendRefusal(response, 404, 'NOT_FOUND', '没有这个功能');
    }
    const openid = request.headers['x-demo-openid'];
    const body = await readBody(request, LARGEST_CALL);
    if (body === undefined) {
      return sendRefusal(response, 200, 'BODY_TOO_LARGE', '内容太长了，请删减一些再提交（最多 100 KB）');
    }
    if (openid !== undefined && (typeof openid !== 'string' || !OPENID.test(openid))) {
      return sendRefusal(response, 200, 'INVALID_INPUT', '身份标识只能由字母、数字、- 和 _ 组成');
    }
    const event = body.toString('utf8');
    if (!isJsonObject(event)) return sendRefusal(response, 200, 'INVALID_INPUT', '提交的内容格式不对');
    try {
      const answer = await functions.call(name, event, { kind: 'client', openid });
      sendJsonText(response, isUnavailable(answer) ? 503 : 200, answer);
    } catch (error) {
      sendCallFailure(response, error);
    }
  };
}

/** A function that did not answer: the caller learns only that it may try again. */
export function sendCallFailure(response: ServerResponse, error: unknown): void {
  if (!(error instanceof FunctionFailure)) throw error;
  const message = error.reason === 'timeout' ? '处理超时，请稍后再试' : '服务暂时不可用，请稍后再试';
  sendRefusal(response, 503, 'UNAVAILABLE', message);
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** Short refusals only are looked into: a long answer is data. */
function isUnavailable(answer: string): boolean {
  if (answer.length > 2_000 || !answer.includes('"UNAVAILABLE"')) return false;
  const parsed = JSON.parse(answer) as { ok?: unknown; error?: { code?: unknown } } | null;
  return parsed?.ok === false && parsed.error?.code === 'UNAVAILABLE';
}
