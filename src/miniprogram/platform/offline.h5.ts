import { inTime, letTakeOver } from './newer-version.h5';

/** Pages that fetch nothing ahead are surely done by then, on the slowest net. */
const SURELY_DONE_MS = 20_000;
const WORKER = './sw.js';
/** Longer than that nothing a page needs is held back. */
const SURE_MS = 2_000;

let begun = false;
let sure: Promise<unknown> = Promise.resolve();

/**
 * Keeps the first pages on the phone, so that they open without a signal. Asked for once the page at hand can be used:
 * what is still on its way to it comes first. Where a browser has no such thing the pages open with a signal only.
 */
export function keepPages(): void {
  if (begun || !('serviceWorker' in navigator)) return;
  begun = true;
  void keepNow().catch(withdrawIfGone);
}

/** Rejects where the file of the worker cannot be had: one that is kept already does not say so until it is asked. */
async function keepNow(): Promise<void> {
  const isNew = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register(WORKER);
  if (!isNew) await registration.update();
}

/** At the launch of the app: a version that came since the last visit begins now, before anything was touched. */
export function beginOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(keepPages, SURELY_DONE_MS);
  sure = inTime(
    beginWithNewest().catch(() => undefined),
    SURE_MS,
  );
}

/**
 * Resolves once it is sure which version the page is of, after two seconds at the latest. What a page asks before that
 * would be asked twice; and a browser that is asked something just as it puts the old version off starts it anew, and
 * keeps it for minutes.
 */
export const versionIsSure = (): Promise<unknown> => sure;

async function beginWithNewest(): Promise<void> {
  let isTouched = false;
  const touch = (): void => {
    isTouched = true;
  };
  for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, touch, { once: true });
  const registration = await navigator.serviceWorker.getRegistration();
  const newest = registration?.waiting;
  const before = navigator.serviceWorker.controller;
  if (!newest || before === null) return;
  await isLoaded();
  if (isTouched) return;
  await letTakeOver(newest);
  // Whoever was quicker keeps the page as it is; what it lacks is opened in the new version later.
  if (!isTouched && navigator.serviceWorker.controller !== before) location.reload();
}

/** Resolves once the page has every file it began with. */
function isLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else addEventListener('load', () => resolve(), { once: true });
  });
}

/** The county took the file away: then the worker goes too, and what it kept. A server that is only down says nothing. */
async function withdrawIfGone(): Promise<void> {
  try {
    const answer = await fetch(WORKER, { cache: 'no-store' });
    const isThere = answer.ok && (answer.headers.get('content-type') ?? '').includes('javascript');
    const isGone = answer.status === 404 || answer.status === 410 || (answer.ok && !isThere);
    if (!isGone) return;
    const registration = await navigator.serviceWorker.getRegistration();
    if ((await registration?.unregister()) !== true) return;
    for (const name of await caches.keys()) if (name.startsWith('workbox-')) await caches.delete(name);
  } catch {
    // No signal: what is kept is kept for this.
  }
}
