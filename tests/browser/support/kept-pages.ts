import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Resolves once the phone keeps the first pages. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
}

/** Everything the worker keeps, in whatever cache, with its size as it travels. */
export async function keptFiles(page: Page): Promise<{ path: string; compressed: number }[]> {
  const files = await page.evaluate(async () => {
    const found: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = (await (await cache.match(request))?.text()) ?? '';
        found.push({ path: new URL(request.url).pathname, text });
      }
    }
    return found;
  });
  return files.map(({ path, text }) => ({ path, compressed: gzipSync(text).byteLength }));
}
