import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Functions } from '../runner/functions';
import { callEndpoint } from './call-endpoint';
import type { ControlEndpoints } from './control-endpoints';
import type { FileStore } from './file-store';
import { sendJsonText, sendRefusal } from './messages';
import type { Route } from './server';
import { StaticFiles } from './static-files';
import { webEndpoint } from './web-endpoint';

export interface Routing {
  readonly cloud: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly functions: Functions;
  readonly files: FileStore;
  readonly control: ControlEndpoints;
  readonly staticDir: string;
  readonly dataDir: string;
}

/** Every address of the local cloud, in the order in which they are tried. */
export function routes({ cloud, functions, files, control, staticDir, dataDir }: Routing): Route {
  const call = callEndpoint(functions);
  const web = webEndpoint(functions);
  const panel = new StaticFiles(join(staticDir, 'admin'), 'app');
  const resident = new StaticFiles(join(staticDir, 'h5'), 'root');
  return async (request, response, url) => {
    const [, first = '', second = ''] = url.pathname.split('/');
    if (first === '_cloud' && request.method === 'POST') return cloud(request, response);
    if (first === 'call') return call(request, response, second);
    if (first === '_files') return files.handle(request, response, url);
    if (first === '_local') return control.handle(request, response, second, url);
    if (url.pathname === '/demo/identities') return sendIdentities(response, dataDir);
    if (functions.config(first)?.access === 'http') return web(request, response, first, url);
    if (url.pathname === '/admin') {
      response.writeHead(308, { location: '/admin/' }).end();
      return;
    }
    const isPanel = first === 'admin';
    const path = isPanel ? url.pathname.slice('/admin'.length) : url.pathname;
    if (await (isPanel ? panel : resident).serve(request, response, path)) return;
    request.resume();
    sendRefusal(response, 404, 'NOT_FOUND', '没有这个地址');
  };
}

async function sendIdentities(response: ServerResponse, dataDir: string): Promise<void> {
  const text = await readFile(join(dataDir, 'demo-identities.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return sendRefusal(response, 404, 'NOT_FOUND', '没有演示身份');
  sendJsonText(response, 200, text);
}
