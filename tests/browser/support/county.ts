import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startTestCloud, type TestCloud, type TestCloudOptions } from '../../support/test-cloud';

export interface OpenCounty {
  /** Another one once it was started again. */
  cloud: TestCloud;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** A phone whose microphone and camera are played, and asked for without a question. */
export const PLAYED_MICROPHONE = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
] as const;

/** A county on a cloud of its own, and a browser with these flags to look at it. The caller closes both at once. */
export async function openCounty({
  flags = [],
  ...options
}: TestCloudOptions & { flags?: readonly string[] } = {}): Promise<OpenCounty> {
  const cloud = await startTestCloud(options);
  try {
    const browser = await launchBrowser(flags);
    const close = async (): Promise<void> => {
      await browser.close();
      await county.cloud.stop();
    };
    const county: OpenCounty = { cloud, browser, close };
    return county;
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}
