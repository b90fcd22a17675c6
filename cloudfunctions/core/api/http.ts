import { BODY_BYTES_MAX } from '@contract/limits';
import { ERROR_SENTENCES } from '@contract/labels-zh';
import type { Envelope, ErrorCode } from '@contract/envelope';

/** What HTTP access gives a function, as far as it is used. */
export interface HttpEvent {
  httpMethod?: string;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}
export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: false;
}

/** The session token of an HTTP call; empty when there is none. */
export function bearerToken({ headers = {} }: HttpEvent): string {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return /^Bearer ([\w-]{16,64})$/.exec(entry?.[1] ?? '')?.[1] ?? '';
}

/** The request in the body, or the refusal that answers the call. */
export function readBody(event: HttpEvent): { request: unknown } | { refused: HttpAnswer } {
  if (event.httpMethod !== 'POST') return { refused: refused(405, 'UNKNOWN_ACTION') };
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (Buffer.byteLength(text) > BODY_BYTES_MAX) return { refused: refused(413, 'BODY_TOO_LARGE') };
  try {
    return { request: JSON.parse(text) as unknown };
  } catch {
    return { refused: refused(400, 'INVALID_INPUT') };
  }
}

/** The envelope as an HTTP answer: 200 for answers and refusals alike, 503 when the system could not answer. */
export function toHttp(envelope: Envelope<unknown>): HttpAnswer {
  const down = !envelope.ok && envelope.error.code === 'UNAVAILABLE';
  return httpAnswer(down ? 503 : 200, envelope);
}

/** A refusal before anybody was asked. */
export const refused = (status: number, code: ErrorCode): HttpAnswer =>
  httpAnswer(status, { ok: false, error: { code, message: ERROR_SENTENCES[code] } });

/** An answer is data for our own pages: kept nowhere, shown in no frame, never taken for anything but JSON. */
const SAFE_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
};

const httpAnswer = (statusCode: number, envelope: Envelope<unknown>): HttpAnswer => ({
  statusCode,
  headers: { ...SAFE_HEADERS },
  body: JSON.stringify(envelope),
  isBase64Encoded: false,
});
