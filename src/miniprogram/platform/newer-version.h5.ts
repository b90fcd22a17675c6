import { TAKE_OVER } from './worker-scope.h5';

/** Longer than that nobody waits for one step. */
const STEP_MS = 6_000;

/** The newest worker begins to answer; nothing where it takes too long. */
export async function letTakeOver(worker: ServiceWorker): Promise<void> {
  const { serviceWorker } = navigator;
  const begun = new Promise<void>((resolve) => {
    const ask = (): void => {
      if (worker.state === 'installed') worker.postMessage(TAKE_OVER);
      else if (worker.state === 'redundant') resolve();
    };
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    worker.addEventListener('statechange', ask);
    ask();
  });
  await inTime(begun);
}

/**
 * Opens a page whose script is gone in the version that is out by now; false where this is that one, or where nobody
 * knows. Only ever after a tap: what was typed is kept on the device with every letter.
 */
export async function openInNewerVersion(address: string): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    await takeNewest();
    const ours = document.querySelector<HTMLScriptElement>('script[src*="js/app."]')?.src ?? '';
    const newest = await inTime(fetch('./index.html', { cache: 'no-cache' }));
    if (newest?.ok !== true || (await newest.text()).includes(ours.slice(ours.lastIndexOf('/'))))
      return false;
  } catch {
    return false;
  }
  history.replaceState(null, '', `#${address}`);
  location.reload();
  return true;
}

async function takeNewest(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active) return;
  await inTime(registration.update());
  const newest = registration.waiting ?? registration.installing;
  if (newest) await letTakeOver(newest);
}

/** What a step came to; undefined where it took too long. */
export function inTime<Answer>(step: Promise<Answer>, ms = STEP_MS): Promise<Answer | undefined> {
  return Promise.race([step, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms))]);
}
