import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';

export interface DemoCounty {
  cloud: TestCloud;
  browser: Browser;
  close(): Promise<void>;
}

/** The demonstration county on a cloud of its own, and a browser to look at it. The caller closes both at once. */
export async function openDemoCounty(): Promise<DemoCounty> {
  const cloud = await startTestCloud({ content: 'demo' });
  try {
    const browser = await launchBrowser();
    const close = async (): Promise<void> => {
      await browser.close();
      await cloud.stop();
    };
    return { cloud, browser, close };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}
