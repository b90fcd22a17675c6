import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { APP_ID, ENV_ID, type Functions } from '../runner/functions';
import { LARGEST_CALL, sendCallFailure } from './call-endpoint';
import { readBody, sendJsonText, sendRefusal } from './messages';

interface WebAnswer {
  readonly statusCode?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

const TEXT_BODY = /json|text|xml|urlencoded|javascript/;

/** What the gateway knows better than the function. */
const OURS_TO_SAY = new Set(['content-length', 'transfer-encoding', 'connection']);

/** HTTP access: any method on `/<function>` becomes the event the cloud's gateway makes of it. */
export function webEndpoint(functions: Functions) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    url: URL,
  ): Promise<void> => {
    const body = await readBody(request, LARGEST_CALL);
    if (body === undefined) {
      return sendRefusal(response, 200, 'BODY_TOO_LARGE', '内容太长了，请删减一些再提交（最多 100 KB）');
    }
    const isText = body.length === 0 || TEXT_BODY.test(request.headers['content-type'] ?? 'text/plain');
    const event = {
      path: url.pathname,
      httpMethod: request.method ?? 'GET',
      headers: singleHeaders(request),
      queryStringParameters: Object.fromEntries(url.searchParams),
      requestContext: {
        appId: APP_ID,
        envId: ENV_ID,
        requestId: randomUUID(),
        requestSource: 'WX',
        path: url.pathname,
      },
      body: body.toString(isText ? 'utf8' : 'base64'),
      isBase64Encoded: !isText,
    };
    try {
      answer(response, await functions.call(name, JSON.stringify(event), { kind: 'http' }));
    } catch (error) {
      sendCallFailure(response, error);
    }
  };
}

/** A reply with a statusCode is passed through; anything else is sent as the JSON it is. */
function answer(response: ServerResponse, text: string): void {
  const reply = JSON.parse(text) as WebAnswer | null;
  if (typeof reply?.statusCode !== 'number') return sendJsonText(response, 200, text);
  const content = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
  const bytes = Buffer.from(content, reply.isBase64Encoded === true ? 'base64' : 'utf8');
  const headers: OutgoingHttpHeaders = {
    'x-content-type-options': 'nosniff',
    'content-length': bytes.length,
  };
  for (const [header, value] of Object.entries(reply.headers ?? {})) {
    const name = header.toLowerCase();
    if (OURS_TO_SAY.has(name)) continue;
    headers[name] = Array.isArray(value) ? value.map(String) : String(value);
  }
  response.writeHead(reply.statusCode, headers).end(bytes);
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  // The gateway says itself where a call came from; what the caller wrote there is not passed on.
  const address = request.socket.remoteAddress ?? '';
  return {
    ...(Object.fromEntries(headers) as Record<string, string>),
    'x-real-ip': address,
    'x-forwarded-for': address,
  };
}
