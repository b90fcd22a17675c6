import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { CloudError } from '../engine/values';
import { ENV_ID } from '../runner/functions';
import { readUploadForm } from './upload-form';

const LARGEST_FILE = 20 * 1024 * 1024;
const BUCKET = 'local-bucket';
const FILE_ID = `cloud://${ENV_ID}.${BUCKET}/`;
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,99}$/u;

/** Types a browser may show in place; everything else is only ever downloaded. */
const INLINE: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
};

/** Cloud storage in a folder: uploads and downloads only by signed addresses of limited life. */
export class FileStore {
  private readonly key = randomBytes(32);
  private readonly folder: string;

  constructor(
    dataDir: string,
    private readonly origin: () => string,
  ) {
    this.folder = resolve(dataDir, 'files');
  }

  /** The id under which a path is stored; refuses paths the cloud would not take. */
  fileId(path: string): string {
    this.locate(path);
    return FILE_ID + path;
  }

  /** The path behind an id, or undefined for ids of another environment. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(FILE_ID) ? fileId.slice(FILE_ID.length) : undefined;
  }

  /** An address to PUT one file to, and the signature its `authorization` header must carry. */
  uploadTicket(path: string): { url: string; authorization: string } {
    this.locate(path);
    const expires = Date.now() + 15 * 60_000;
    return {
      url: `${this.origin()}/_files/${encodePath(path)}?e=${expires}`,
      authorization: this.sign('PUT', path, expires),
    };
  }

  /** An address from which one file can be read for `seconds`. */
  downloadUrl(path: string, seconds: number): string {
    const expires = Date.now() + seconds * 1000;
    return `${this.origin()}/_files/${encodePath(path)}?e=${expires}&sign=${this.sign('GET', path, expires)}`;
  }

  async exists(path: string): Promise<boolean> {
    const info = await stat(this.locate(path)).catch(() => undefined);
    return info?.isFile() === true;
  }

  async remove(path: string): Promise<void> {
    await rm(this.locate(path), { force: true });
  }

  /** `PUT` (the SDK), `POST` (a form of the mini-program) and `GET` on /_files/… */
  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = decodeURIComponent(url.pathname.slice('/_files/'.length));
    const expires = Number(url.searchParams.get('e'));
    try {
      if (request.method === 'PUT') {
        this.verify('PUT', path, expires, String(request.headers.authorization ?? ''));
        await this.receive(request as AsyncIterable<Buffer>, path);
        response.writeHead(200, { 'content-length': 0 }).end();
      } else if (request.method === 'POST') {
        const { key, signature, bytes } = await readUploadForm(request, LARGEST_FILE);
        this.verify('PUT', path, expires, signature);
        if (key !== path) throw new CloudError('AccessDenied', '表单里的路径和地址不一致');
        await this.receive([bytes], path);
        response.writeHead(204).end();
      } else if (request.method === 'GET' || request.method === 'HEAD') {
        this.verify('GET', path, expires, url.searchParams.get('sign') ?? '');
        await this.deliver(request, response, path);
      } else refuse(response, 405, 'MethodNotAllowed', 'method not allowed');
    } catch (error) {
      request.resume();
      if (!(error instanceof CloudError)) throw error;
      refuse(response, error.code === 'EntityTooLarge' ? 413 : 403, error.code, error.message);
    }
  }

  private async receive(content: AsyncIterable<Buffer> | Iterable<Buffer>, path: string): Promise<void> {
    const target = this.locate(path);
    await mkdir(dirname(target), { recursive: true });
    const part = `${target}.${randomBytes(6).toString('hex')}.part`;
    const file = await open(part, 'w');
    let length = 0;
    try {
      for await (const chunk of content) {
        length += chunk.length;
        if (length > LARGEST_FILE) throw new CloudError('EntityTooLarge', '文件超过 20 MB');
        await file.write(chunk);
      }
      await file.sync();
      await file.close();
      await rename(part, target);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  }

  private async deliver(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const target = this.locate(path);
    const info = await stat(target).catch(() => undefined);
    if (!info?.isFile()) return refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    const type = INLINE[extname(path).toLowerCase()];
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': type ? 'inline' : 'attachment',
      'content-length': info.size,
      'cache-control': 'private, max-age=300',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(target)
        .on('error', () => response.destroy())
        .pipe(response);
  }

  private locate(path: string): string {
    const segments = path.split('/');
    if (path.length > 400 || !segments.every((segment) => SEGMENT.test(segment)) || path.endsWith('.part')) {
      throw new CloudError('INVALID_PARAM', '文件路径只能由文字、数字、_ - . 和 / 组成');
    }
    const full = join(this.folder, ...segments);
    if (!full.startsWith(this.folder + sep)) throw new CloudError('INVALID_PARAM', '文件路径无效');
    return full;
  }

  private sign(method: string, path: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${method}\n${path}\n${expires}`).digest('hex');
  }

  private verify(method: string, path: string, expires: number, signature: string): void {
    const expected = Buffer.from(this.sign(method, path, expires));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new CloudError('SignatureDoesNotMatch', '签名不正确');
    }
    if (!(expires > Date.now())) throw new CloudError('AccessDenied', '链接已过期');
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Object storage refuses in XML, which is what the SDK looks for. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const body = `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message><Resource>-</Resource><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, {
    'content-type': 'application/xml; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
