import { precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { TAKE_OVER, type WorkerScope } from './worker-scope.h5';

/** Written in by the build: config/taro-offline-worker.ts. */
declare const FILES_TO_KEEP: PrecacheEntry[];
declare const self: WorkerScope;

/*
 * The service worker: keeps the files of the first pages, so that they open without a signal, and nothing else. What is
 * not in the list is none of its business: calls of the functions, uploads, photos, /admin/ and staff pages go past it.
 */
precacheAndRoute(FILES_TO_KEEP, {
  cleanURLs: false,
  directoryIndex: 'index.html',
  // A scanned code is the address of the page and a parameter.
  ignoreURLParametersMatching: [/./],
});

// A new version waits until a page asks for it: nothing changes under a page that is open.
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});
