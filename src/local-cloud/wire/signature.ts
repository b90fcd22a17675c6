import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A key pair with which the SDK signs its calls. */
export interface Credentials {
  readonly secretId: string;
  readonly secretKey: string;
}

/** Who signed a call. A function runs one call at a time, which makes its mistakes traceable. */
export interface Caller {
  readonly secretId: string;
  readonly isFunction: boolean;
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/tcb\/tc3_request,.*SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
const FUNCTION_MARK = '-f-';

/** Issues credentials for one run of the local cloud and recognises them again without a list. */
export class Credentialing {
  private readonly seed = randomBytes(32);
  private readonly prefix = `AKIDlocal${randomBytes(6).toString('hex')}`;
  private readonly signingKeys = new Map<string, Buffer>();

  /** A fresh key pair; `forFunction` marks a caller that makes one call at a time. */
  issue(forFunction: boolean): Credentials {
    const secretId = `${this.prefix}${forFunction ? FUNCTION_MARK : '-c-'}${randomBytes(4).toString('hex')}`;
    return { secretId, secretKey: this.secretKey(secretId) };
  }

  /** The caller, when the signature over address, headers and every parameter is right. */
  verify(
    url: string,
    headers: IncomingHttpHeaders,
    params: Readonly<Record<string, unknown>>,
  ): Caller | undefined {
    const match = AUTHORIZATION.exec(headers.authorization ?? '');
    if (!match) return undefined;
    const [, secretId = '', date = '', signedHeaders = '', signature = ''] = match;
    if (!secretId.startsWith(this.prefix)) return undefined;
    const timestamp = String(headers['x-timestamp'] ?? '');
    const names = signedHeaders.split(';');
    const canonicalHeaders = names
      .map(
        (name) =>
          `${name}:${String(headers[name] ?? '')
            .trim()
            .toLowerCase()}\n`,
      )
      .join('');
    const [path = '', query = ''] = url.split('?');
    const canonical = [
      'post',
      `//${headers.host ?? ''}${path}`,
      query,
      canonicalHeaders,
      names.join(';'),
      payloadHash(params),
    ].join('\n');
    const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/tcb/tc3_request\n${sha256(canonical)}`;
    const expected = createHmac('sha256', this.signingKey(secretId, date)).update(text).digest();
    if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return undefined;
    return { secretId, isFunction: secretId.includes(FUNCTION_MARK) };
  }

  private secretKey(secretId: string): string {
    return createHmac('sha256', this.seed).update(secretId).digest('hex');
  }

  private signingKey(secretId: string, date: string): Buffer {
    const known = this.signingKeys.get(`${secretId}/${date}`);
    if (known) return known;
    const forDate = createHmac('sha256', `TC3${this.secretKey(secretId)}`)
      .update(date)
      .digest();
    const forService = createHmac('sha256', forDate).update('tcb').digest();
    const key = createHmac('sha256', forService).update('tc3_request').digest();
    if (this.signingKeys.size > 1_000) this.signingKeys.clear();
    this.signingKeys.set(`${secretId}/${date}`, key);
    return key;
  }
}

/** The SDK hashes every parameter that is not empty, sorted by its lower-case name. */
function payloadHash(params: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(params)
    .map(([name, value]) => [
      encodeURIComponent(name.toLowerCase().trim()),
      (typeof value === 'string' ? value : JSON.stringify(value)).trim(),
    ])
    .sort(([a = ''], [b = '']) => a.localeCompare(b));
  const hash = createHash('sha256');
  for (const [name = '', value = ''] of pairs)
    if (value !== '') hash.update(`&${name}=`).update(value).update('\r\n');
  return hash.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
