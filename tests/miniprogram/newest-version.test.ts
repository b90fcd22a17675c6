// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginOffline, versionIsSure } from '../../src/miniprogram/platform/offline.h5';
import { TAKE_OVER } from '../../src/miniprogram/platform/worker-scope.h5';

/** A browser in which a page was just opened by the worker of before; what of the newest it knows is said by each test. */
class Workers extends EventTarget {
  controller: object | null = { version: 'before' };
  waiting: EventTarget | null = null;
  readonly asked: unknown[] = [];

  getRegistration = (): Promise<unknown> => Promise.resolve({ waiting: this.waiting });

  /** A newer worker that was fetched whole. */
  fetched(): void {
    this.waiting = Object.assign(new EventTarget(), {
      state: 'installed',
      postMessage: (words: unknown) => this.asked.push(words),
    });
  }
  /** The browser lets it begin. */
  lets(): void {
    this.controller = { version: 'newest' };
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let workers: Workers;
const reload = vi.fn<() => void>();
beforeEach(() => {
  vi.useFakeTimers();
  workers = new Workers();
  vi.stubGlobal('location', Object.assign(new URL('https://county.example/'), { reload }));
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reload.mockClear();
});
const opened = async (): Promise<void> => {
  beginOffline();
  await vi.advanceTimersByTimeAsync(0);
};
const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('a page that is opened begins in the version that was fetched meanwhile', async () => {
  workers.fetched();
  await opened();
  expect(workers.asked).toEqual([TAKE_OVER]);
  expect(reload).not.toHaveBeenCalled();
  workers.lets();
  await later(0);
  expect(reload).toHaveBeenCalledOnce();
});

it('a page that somebody touched meanwhile stays as it is', async () => {
  workers.fetched();
  await opened();
  dispatchEvent(new Event('pointerdown'));
  workers.lets();
  await later(0);
  expect(reload).not.toHaveBeenCalled();
});

it('a browser that does not let it begin in time is waited for no longer: the page stays as it is', async () => {
  workers.fetched();
  await opened();
  await later(7_000);
  workers.lets();
  await later(0);
  expect(reload).not.toHaveBeenCalled();
});

it('without a newer version nothing is asked', async () => {
  await opened();
  expect(workers.asked).toEqual([]);
  expect(reload).not.toHaveBeenCalled();
});

it('nothing a page needs is asked while its version is changed, and nothing is held back longer than two seconds', async () => {
  const isHeld = async (): Promise<boolean> =>
    (await Promise.race([versionIsSure().then(() => 'sure'), later(0).then(() => 'held')])) === 'held';
  await opened();
  expect(await isHeld()).toBe(false);
  workers.fetched();
  await opened();
  expect(await isHeld()).toBe(true);
  await later(2_000);
  expect(await isHeld()).toBe(false);
});
