import type { Page } from 'playwright-core';
import type { EarlierLead } from '@contract/similar';

/** Submits a matter from the resident app as somebody who never used it; returns what the receipt says. */
export async function submit(
  page: Page,
  url: string,
  text: string,
  { photo, phone }: { photo?: Buffer; phone?: string } = {},
): Promise<{ number: string; code: string }> {
  await page.goto(`${url}/`);
  await page.locator('#go-submit').click();
  await page.locator('#text:visible').fill(text);
  if (phone) await page.locator('#phone:visible').fill(phone);
  if (photo) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '加照片' }).click();
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo });
    await page.locator('.photo-image:visible').waitFor();
  }
  await page.locator('#send:visible').click();
  const number = (await page.locator('#receipt-number').textContent()) ?? '';
  const code = (await page.locator('#receipt-code').textContent()) ?? '';
  return { number, code };
}

/** Opens 我反映过的事, where the lead with this number has to be. */
export async function openMine(page: Page, url: string, number: string): Promise<void> {
  await page.goto(`${url}/#/pages/mine/index`);
  await page.reload();
  await page.locator('.list-row', { hasText: number }).first().waitFor();
}

/** What a neighbour said before, as it is shown to who writes the same. */
export const SAID_BEFORE: EarlierLead = {
  leadId: 'L-earlier',
  own: false,
  title: '安康社区门口的路灯坏了半个月',
  text: '安康社区门口的三盏路灯坏了，晚上看不见路，正在等配件。',
  categoryName: '城建',
  placeName: '城关镇',
  samePlace: 'village',
  month: '2026-10',
  people: 3,
  status: 'inProgress',
  cosigns: 2,
  cosign: 'possible',
};
