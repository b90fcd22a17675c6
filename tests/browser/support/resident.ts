import type { Page } from 'playwright-core';

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
