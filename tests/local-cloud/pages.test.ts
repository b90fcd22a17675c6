import { request } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalCloud } from '../support/local-cloud';
import { startBareCloud } from './fixture-cloud';

const built = mkdtempSync(join(tmpdir(), 'built-'));
let cloud: LocalCloud;

beforeAll(async () => {
  for (const app of ['h5', 'admin']) {
    mkdirSync(join(built, app, 'js'), { recursive: true });
    writeFileSync(
      join(built, app, 'index.html'),
      `<html><script>var app='${app}'</script><script src="js/app.js"></script></html>`,
    );
    writeFileSync(join(built, app, 'sw.js'), '// keeps the first pages');
    writeFileSync(join(built, app, 'js/app.1a2b3c4d.js'), `// ${app} ${'x'.repeat(5_000)}`);
  }
  writeFileSync(join(built, 'secret.txt'), 'secret');
  cloud = await startBareCloud({ env: { STATIC_DIR: built } });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(built, { recursive: true, force: true });
});

const page = (path: string) => fetch(cloud.url + path, { headers: { accept: 'text/html' } });

/** A request exactly as written: fetch would tidy the path and the host up. */
function rawRequest(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: cloud.port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the resident app stands at / alone, the panel at /admin/ for all of its page addresses', async () => {
  expect(await (await page('/')).text()).toContain("app='h5'");
  const old = await fetch(`${cloud.url}/pages/lead?id=1`, {
    headers: { accept: 'text/html' },
    redirect: 'manual',
  });
  expect([old.status, old.headers.get('location')]).toEqual([302, '/#/pages/lead?id=1']);
  expect(await (await page('/admin')).text()).toContain("app='admin'");
  expect(await (await page('/admin/leads/7')).text()).toContain("app='admin'");
  expect((await fetch(`${cloud.url}/js/missing.js`)).status).toBe(404);
});

test('files with a hash are kept for a year and travel compressed', async () => {
  const file = await fetch(`${cloud.url}/js/app.1a2b3c4d.js`, { headers: { 'accept-encoding': 'br' } });
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect(file.headers.get('content-encoding')).toBe('br');
  expect(Number(file.headers.get('content-length'))).toBeLessThan(500);
  expect(await file.text()).toContain('h5');
  const etag = String(file.headers.get('etag'));
  expect(
    (await fetch(`${cloud.url}/js/app.1a2b3c4d.js`, { headers: { 'if-none-match': etag } })).status,
  ).toBe(304);
  expect((await page('/')).headers.get('cache-control')).toBe('no-cache');
});

test('the page and its service worker are asked for anew every time: a new version is seen at once', async () => {
  for (const path of ['/', '/index.html', '/sw.js'])
    expect((await fetch(cloud.url + path)).headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(`${cloud.url}/sw.js`)).headers.get('content-type')).toContain('text/javascript');
});

test('pages may run only their own scripts and stand in no frame', async () => {
  const policy = String((await page('/')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/js/..%5c..%5csecret.txt',
  '/admin/../../secret.txt',
  '/%00',
])('%s leads nowhere', async (path) => {
  const { status, body } = await rawRequest(path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

test('other host names are refused, localhost is led to the one address', async () => {
  expect((await rawRequest('/', { host: 'evil.example' })).status).toBe(403);
  expect((await rawRequest('/', { host: `localhost:${cloud.port}`, accept: 'text/html' })).status).toBe(307);
});

test('demonstration identities appear when the seeding tool has left them', async () => {
  expect((await fetch(`${cloud.url}/demo/identities`)).status).toBe(404);
  writeFileSync(join(cloud.dataDir, 'demo-identities.json'), '[{"name":"居民"}]');
  expect(await (await fetch(`${cloud.url}/demo/identities`)).json()).toEqual([{ name: '居民' }]);
});

test('health is open, the rest of /_local needs the secret', async () => {
  expect(await (await fetch(`${cloud.url}/_local/health`)).json()).toMatchObject({ ok: true });
  expect((await fetch(`${cloud.url}/_local/sent-messages`)).status).toBe(403);
});
