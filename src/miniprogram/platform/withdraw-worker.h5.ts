import type { WorkerScope } from './worker-scope.h5';

declare const self: WorkerScope;

/* Served in place of sw.js it takes the worker back: what was kept is thrown away, the next page comes from the net. */
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  const forget = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith('workbox-')) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(forget());
});
