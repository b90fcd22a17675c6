import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { LocalCloud } from './local-cloud';
import type { Person } from './call';

/** A browser with a token of its own, as the page makes one. */
export const browser = (): Person & { device: string } => ({ device: randomBytes(32).toString('base64url') });

export interface WebAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** One HTTP call of the function for browsers, with whatever headers, from whichever address of this machine. */
export function visit(
  cloud: LocalCloud,
  call: { method?: string; body?: string; headers?: Record<string, string>; from?: string; path?: string },
): Promise<WebAnswer> {
  const { method = 'POST', body = '', headers = {}, from = '127.0.0.1', path = '/web' } = call;
  return new Promise((resolve, reject) => {
    const sent = request(
      cloud.url + path,
      { method, localAddress: from, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
