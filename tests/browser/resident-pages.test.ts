import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { seriousViolations, stickingOut } from './support/accessibility';
import { submit } from './support/resident';
import { keepPicture } from './support/screenshots';
import { SMALL_PHONE, visit, type Visitor } from './support/visitor';

let county: DemoCounty;
let resident: Visitor;
beforeAll(async () => {
  county = await openDemoCounty();
  resident = await visit(county.browser, SMALL_PHONE);
});
afterAll(() => county.close());

const isSound = async (name: string): Promise<void> => {
  const { page, faults } = resident;
  await keepPicture(page, name, { readme: true });
  expect(await seriousViolations(page)).toEqual([]);
  expect(await stickingOut(page)).toEqual([]);
  expect(faults).toEqual([]);
};

describe('the pages of the resident app on the smallest phone', () => {
  it('home', async () => {
    await resident.page.goto(`${county.cloud.url}/`);
    await resident.page.getByText('收到', { exact: true }).first().waitFor();
    await isSound('home');
  });

  it('submit, receipt and lead', async () => {
    const { page } = resident;
    await page.locator('#go-submit').click();
    await page.locator('#text:visible').fill('村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。');
    await isSound('submit');
    await submit(page, county.cloud.url, '村口小桥的栏杆断了一个多月，老人孩子过桥都害怕。');
    await isSound('receipt');
    await page.getByText('看看办到哪一步').click();
    await page.getByText('谁能看到您').first().waitFor();
    await isSound('lead');
  });
});
