import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 360, height: 640 };
/** The oldest that are still carried. */
export const SMALLEST_PHONE = { width: 320, height: 640 };

export interface Visitor {
  page: Page;
  /** What went wrong inside the page: uncaught errors and lines on the console. */
  faults: string[];
  leave(): Promise<void>;
}

/** What every phone has on it. */
export const PHONE_HERE = {
  viewport: SMALL_PHONE,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions;

/** A phone with nothing remembered. It keeps no pages, unless what is given says that it may. */
export async function openPhone(
  browser: Browser,
  given: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...PHONE_HERE, serviceWorkers: 'block', ...given });
  context.setDefaultTimeout(15_000);
  return context;
}

/** A person with a browser window of this size and nothing remembered. */
export async function visit(browser: Browser, viewport: { width: number; height: number }): Promise<Visitor> {
  const context = await openPhone(browser, { viewport });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults, leave: () => context.close() };
}
