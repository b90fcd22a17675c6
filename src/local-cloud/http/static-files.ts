import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.ttf', '.txt', '.wasm']);
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const LARGEST_CACHED = 4 * 1024 * 1024;

interface Prepared {
  readonly changedAt: number;
  readonly plain: Buffer;
  readonly etag: string;
  readonly policy: string;
  readonly encoded: Map<'br' | 'gzip', Buffer>;
}

/** One built web app: its files, its index.html for whatever other page is asked for, compressed once and kept. */
export class StaticFiles {
  private readonly prepared = new Map<string, Prepared>();

  constructor(
    private readonly folder: string,
    /** `app`: it has addresses of its own below its root. `root`: it has one, and is led there. */
    private readonly elsewhere: 'app' | 'root',
  ) {}

  /** Answers from the folder; false when there is nothing for this address. */
  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const wanted = safePath(this.folder, path);
    if (wanted === undefined) return false;
    const found = await this.existing(wanted);
    if (found === undefined && !isNavigation(request)) return false;
    const file = found ?? (await this.existing(this.folder));
    if (file === undefined) return false;
    if (found === undefined && this.elsewhere === 'root') {
      // The app says itself that it has no such page.
      response.writeHead(302, { location: `/#${request.url ?? '/'}`, 'content-length': 0 }).end();
    } else await this.send(request, response, file);
    return true;
  }

  private async existing(path: string): Promise<string | undefined> {
    const info = await stat(path).catch(() => undefined);
    if (info?.isFile()) return path;
    if (!info?.isDirectory()) return undefined;
    const index = join(path, 'index.html');
    return (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
  }

  private async send(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
    const prepared = await this.prepare(file);
    const extension = extname(file);
    response.setHeader('etag', prepared.etag);
    response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
    response.setHeader(
      'cache-control',
      HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.setHeader('vary', 'accept-encoding');
    secure(response, prepared.policy);
    if (request.headers['if-none-match'] === prepared.etag) {
      response.writeHead(304).end();
      return;
    }
    // What is too large to be kept would be compressed anew for everybody who asks.
    const isKept = prepared.plain.length <= LARGEST_CACHED;
    const encoding = isKept && COMPRESSIBLE.has(extension) ? acceptedEncoding(request) : undefined;
    const bytes = encoding ? await compressed(prepared, encoding) : prepared.plain;
    if (encoding) response.setHeader('content-encoding', encoding);
    response.writeHead(200, { 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  private async prepare(file: string): Promise<Prepared> {
    const { mtimeMs } = await stat(file);
    const known = this.prepared.get(file);
    if (known?.changedAt === mtimeMs) return known;
    const plain = await readFile(file);
    const prepared: Prepared = {
      changedAt: mtimeMs,
      plain,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`,
      policy: contentPolicy(file.endsWith('.html') ? plain.toString('utf8') : ''),
      encoded: new Map(),
    };
    if (plain.length <= LARGEST_CACHED) this.prepared.set(file, prepared);
    return prepared;
  }
}

/** The headers that keep a page to itself. */
function secure(response: ServerResponse, policy: string): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
}

/** Only what comes from here may run; the inline scripts of the built page are named by their hashes. */
function contentPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script ?? '')
        .digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function safePath(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const full = normalize(join(folder, decoded));
  return full === folder || full.startsWith(folder + sep) ? full : undefined;
}

function isNavigation(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

function acceptedEncoding(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

async function compressed(prepared: Prepared, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = prepared.encoded.get(encoding);
  if (known) return known;
  const bytes =
    encoding === 'br'
      ? await promisify(brotliCompress)(prepared.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : await promisify(gzip)(prepared.plain);
  prepared.encoded.set(encoding, bytes);
  return bytes;
}
