import { refused, readBody, type HttpAnswer, type HttpEvent } from './http';

/** One call of the page outside WeChat, or the answer it gets without being looked at any further. */
export type Visit =
  | { answered: HttpAnswer }
  | { request: unknown; token: string; address: string; cors: Record<string, string> };

/** 43 characters of base64url are 32 bytes: nobody guesses them. */
const DEVICE_TOKEN = /^[\w-]{43}$/;
/** Fewer different characters than this do not come from a generator of random numbers. */
const LEAST_DISTINCT = 12;
const PREFLIGHT_SECONDS = '600';

/** The pages that may call from another host than this one: a comma-separated list of origins. */
export const originsOf = (listed: string | undefined): ReadonlySet<string> =>
  new Set(
    (listed ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  );

/**
 * Reads one HTTP call. A page of another host is turned away unless it is listed; a body that is no JSON, too long or
 * not sent as JSON is refused. The token is taken from its header alone: an address would end up in logs.
 */
export function readVisit(event: HttpEvent, origins: ReadonlySet<string>): Visit {
  const header = headersOf(event);
  const cors = corsFor(header('origin'), header('host'), origins);
  if (cors === null) return { answered: refused(403, 'FORBIDDEN') };
  if (event.httpMethod === 'OPTIONS') return { answered: preflight(cors) };
  if (!/^application\/json\b/i.test(header('content-type')) && event.httpMethod === 'POST')
    return { answered: withCors(refused(415, 'INVALID_INPUT'), cors) };
  const body = readBody(event);
  if ('refused' in body) return { answered: withCors(body.refused, cors) };
  const token = header('x-device-token');
  return {
    request: body.request,
    token: isDeviceToken(token) ? token : '',
    address: addressOf(header),
    cors,
  };
}

/** The answer with what lets a listed page of another host read it. */
export const withCors = (answer: HttpAnswer, cors: Record<string, string>): HttpAnswer => ({
  ...answer,
  headers: { ...answer.headers, ...cors },
});

const isDeviceToken = (token: string): boolean =>
  DEVICE_TOKEN.test(token) && new Set(token).size >= LEAST_DISTINCT;

type Header = (name: string) => string;

function headersOf({ headers = {} }: HttpEvent): Header {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => lower.get(name) ?? '';
}

/** What a page of this origin is told; null where it may not call. A page of our own host needs nothing. */
function corsFor(origin: string, host: string, origins: ReadonlySet<string>): Record<string, string> | null {
  if (origin === '') return {};
  if (origins.has(origin)) return { 'access-control-allow-origin': origin, vary: 'origin' };
  return hostOf(origin) === host && host !== '' ? {} : null;
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}

const preflight = (cors: Record<string, string>): HttpAnswer => ({
  statusCode: 204,
  headers: {
    ...cors,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type, x-device-token',
    'access-control-max-age': PREFLIGHT_SECONDS,
    'cache-control': 'no-store',
  },
  body: '',
  isBase64Encoded: false,
});

/** Where the call came from, as the gateway saw it: what a client writes into the list itself stands before that. */
function addressOf(header: Header): string {
  const seen = header('x-real-ip') || (header('x-forwarded-for').split(',').at(-1) ?? '');
  return networkOf(seen.trim().toLowerCase());
}

/** A household has one address of the old kind and 2^64 of the new: of those only the network counts. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const missing = address.includes('::') ? 8 - left.length - (tail === '' ? 0 : tail.split(':').length) : 0;
  const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
