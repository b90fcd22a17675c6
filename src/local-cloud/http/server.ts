import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendRefusal } from './messages';

export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export const ADDRESS = '127.0.0.1';

/** Listens on loopback only; resolves with the port, rejects with a sentence when it is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken ? new Error(`端口 ${port} 已被占用。请先停止占用它的程序，或用 PORT 另选一个端口。`) : error,
      );
    });
    server.listen(port, ADDRESS, () => resolve((server.address() as AddressInfo).port));
  });
}

/** A server that answers pages of this machine only: foreign host names and foreign origins are refused. */
export function loopbackServer(route: Route): Server {
  const server = createServer((request, response) => {
    void handle(request, response, route);
  });
  // Longer than the SDK keeps its idle connections, so that it never writes into one that is being closed.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 120_000;
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
  try {
    const host = request.headers.host ?? '';
    const { port } = request.socket.address() as AddressInfo;
    const isOurs = host === `${ADDRESS}:${port}` || host === `localhost:${port}`;
    const { origin } = request.headers;
    if (!isOurs || (origin !== undefined && request.method !== 'GET' && origin !== `http://${host}`)) {
      request.resume();
      return sendRefusal(response, 403, 'FORBIDDEN', '本地云只接受本机页面的请求');
    }
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (host !== `${ADDRESS}:${port}` && (request.headers.accept ?? '').includes('text/html')) {
      // One origin for everything: signed file addresses and the pages' policy both name 127.0.0.1.
      response.writeHead(307, { location: `http://${ADDRESS}:${port}${url.pathname}${url.search}` }).end();
      return;
    }
    await route(request, response, url);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    process.stderr.write(
      `[本地云] ${request.method} 请求失败：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    if (!response.headersSent) sendRefusal(response, 500, 'INTERNAL', '本地云内部错误');
    else response.destroy();
  }
}
