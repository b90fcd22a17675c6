import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoCounty, type DemoCounty } from './support/demo-county';
import { findLead, giveCommand, openPage, signIn } from './support/panel';
import { DESK, visit } from './support/visitor';

let county: DemoCounty;
beforeAll(async () => {
  county = await openDemoCounty();
});
afterAll(() => county.close());

describe('two people over one lead', () => {
  it('a stale save is refused, says what changed, keeps the words, and goes through once it was read', async () => {
    const { url } = county.cloud;
    const [slow, quick] = [await visit(county.browser, DESK), await visit(county.browser, DESK)];
    await signIn(slow.page, url, '政协机关');
    await signIn(quick.page, url, '政协机关');
    await openPage(slow.page, url, '/leads?status=accepted');
    const number = (await slow.page.locator('[data-row-link]').first().textContent()) ?? '';
    await findLead(slow.page, url, number);
    await slow.page.getByRole('button', { name: '不采纳', exact: true }).click();
    const form = slow.page.getByRole('dialog');
    await form.getByLabel('为什么没有采纳').fill('这条路已经列入今年的修路计划。');
    await form.getByLabel('可以去哪里').fill('到镇便民服务中心看公示。');

    await findLead(quick.page, url, number);
    await giveCommand(quick.page, { button: '备注', confirm: '记下备注', said: /备注已记下/ }, (note) =>
      note.getByLabel('备注').fill('刚和交通运输局通过电话。'),
    );

    await form.getByRole('button', { name: '不采纳，发给群众' }).click();
    await form.locator('.conflict', { hasText: '刚和交通运输局通过电话' }).waitFor();
    expect(await form.getByLabel('为什么没有采纳').inputValue()).toBe('这条路已经列入今年的修路计划。');
    await form.getByRole('button', { name: '不采纳，发给群众' }).click();
    await slow.page.locator('.toast', { hasText: '已答复群众' }).waitFor();
    expect(await slow.page.locator('.status-badge--large').textContent()).toBe('未采纳');
    expect([...slow.faults, ...quick.faults]).toEqual([]);
  });

  it('a step that is no longer possible is closed, and what was typed can still be taken along', async () => {
    const { url } = county.cloud;
    const [slow, quick] = [await visit(county.browser, DESK), await visit(county.browser, DESK)];
    await signIn(slow.page, url, '政协机关');
    await signIn(quick.page, url, '政协机关');
    await openPage(slow.page, url, '/leads?status=accepted');
    const number = (await slow.page.locator('[data-row-link]').first().textContent()) ?? '';
    await findLead(slow.page, url, number);
    await slow.page.getByRole('button', { name: '采纳', exact: true }).click();
    const form = slow.page.getByRole('dialog');
    await form.getByLabel('采纳说明').fill('先请住建局去看。');

    await findLead(quick.page, url, number);
    await giveCommand(quick.page, { button: '采纳', confirm: '采纳', said: /已采纳/ });

    await form.getByRole('button', { name: '采纳', exact: true }).click();
    await form.getByText('这一步现在不能办了').waitFor();
    expect(await form.getByLabel('采纳说明').inputValue()).toBe('先请住建局去看。');
    expect(await form.getByRole('button', { name: '采纳', exact: true }).isDisabled()).toBe(true);
  });
});
