import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerLeadView, Receipt } from '@contract/lead-views';
import { ask, must, refusalOf, type Person } from '../support/call';
import { ANKANG_CODE, DISCIPLINE_TEXT, LAMP_TEXT, officer, resident, TIANHU } from '../support/county';
import { setUp, startTestCloud, type TestCloud } from '../support/test-cloud';

/** The county's words and the classifier see several things in it. */
const UNSURE_TEXT = '学校门口烧烤摊油烟大，垃圾没人清，我叫李小明，电话13987650042。';
const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const clerk = officer('clerk');

let cloud: TestCloud;
let scratch: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  scratch = mkdtempSync(join(tmpdir(), 'unsure-routing-'));
});
afterAll(async () => {
  await cloud.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const submit = (text: string, who = 'somebody'): Promise<Receipt> =>
  must(cloud, resident(who), 'resident.submitLead', { text, scene: ANKANG_CODE });
const read = (leadId: string, by: Person = clerk): Promise<OfficerLeadView> =>
  must(cloud, by, 'staff.getLead', { leadId });

describe('a lead the rules are not sure of', () => {
  it('waits in a list of its own until staff say what it is, and every number equals its list', async () => {
    const { leadId } = await submit(UNSURE_TEXT);
    await submit(LAMP_TEXT);
    const waiting = await must(cloud, clerk, 'staff.listQueue', { mark: 'toConfirm' });
    expect(waiting.items.map(({ id }) => id)).toEqual([leadId]);
    const figures = () => must(cloud, clerk, 'staff.getQueueFigures', { mark: 'toConfirm' });
    expect(await figures()).toMatchObject({ total: 1, markCounts: { toConfirm: 1 } });

    const lead = await read(leadId);
    expect(lead.allowed).toContain('confirmRoute');
    expect(lead.route?.candidates).toHaveLength(3);
    const second = lead.route?.candidates[1]?.categoryId ?? '';
    const on = { leadId, version: lead.version };
    expect(
      await refusalOf(cloud, clerk, 'staff.confirmRoute', { ...on, categoryId: 'ethnic-religion' }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'categoryId' });
    const asked = { ...on, categoryId: second };
    const confirmed = await must(cloud, clerk, 'staff.confirmRoute', asked, 'confirm-it-once');
    expect(confirmed.route).toMatchObject({ categoryId: second, rule: 'staff', certain: true });
    expect(confirmed.route?.candidates).toEqual(lead.route?.candidates);
    expect(confirmed.history?.at(-1)?.text).toMatch(/^确认类别：/);
    // The same tap again changes nothing.
    const again = await must(cloud, clerk, 'staff.confirmRoute', asked, 'confirm-it-once');
    expect(again.version).toBe(confirmed.version);
    expect(again.allowed).not.toContain('confirmRoute');
    const after = await must(cloud, clerk, 'staff.listQueue', { mark: 'toConfirm' });
    expect(after.items).toEqual([]);
    expect(await figures()).toMatchObject({ total: 0, markCounts: { toConfirm: 0 } });
  });

  it('may be confirmed as what it stands as, which is an event too', async () => {
    const { leadId } = await submit(UNSURE_TEXT);
    const { version, route } = await read(leadId);
    const input = { leadId, version, categoryId: route?.categoryId ?? '' };
    const confirmed = await must(cloud, clerk, 'staff.confirmRoute', input);
    expect(confirmed.version).toBe(version + 1);
    expect(confirmed.route).toMatchObject({ categoryId: route?.categoryId, certain: true });
  });

  it('is confirmed by committee staff alone', async () => {
    const { leadId } = await submit(UNSURE_TEXT);
    const { version, route } = await read(leadId);
    for (const name of ['liaison', 'convener', 'leader', 'administrator'] as const) {
      const input = { leadId, version, categoryId: route?.categoryId ?? '' };
      expect(await refusalOf(cloud, officer(name), 'staff.confirmRoute', input), name).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('explains itself, then as now, and again the same', async () => {
    const { leadId } = await submit(LAMP_TEXT);
    const first = await must(cloud, clerk, 'staff.explainRoute', { leadId });
    expect(first).toMatchObject({ differs: false, since: null });
    expect(first.then).toEqual(first.today);
    expect(first.then.reasons.join('')).toMatch(/群众说到.*「路灯/);
    const input = { leadId, version: 1, categoryId: 'transport', townshipId: TIANHU, reason: '归交通。' };
    await must(cloud, clerk, 'staff.rerouteLead', input);
    const later = await must(cloud, clerk, 'staff.explainRoute', { leadId });
    expect(later.then).toEqual(first.then);
    expect(later.since).toMatch(/^工作人员改为「交通运输」，地点改为田湖镇/);
    expect(await must(cloud, clerk, 'staff.explainRoute', { leadId })).toEqual(later);
  });
});

describe('words that are still being written', () => {
  it('are told the right door before they are sent, danger by its own number', async () => {
    const draft = (text: string) => must(cloud, resident('writer'), 'resident.readDraft', { text });
    expect(await draft('山上着火了')).toMatchObject({ elsewhere: { kind: 'emergency', door: 'fire' } });
    expect(await draft('请不起律师怎么办')).toMatchObject({ elsewhere: { door: 'legalAid' } });
    expect(await draft(LAMP_TEXT)).toMatchObject({ elsewhere: null });
    expect(await draft('')).toMatchObject({ elsewhere: null });
  });
});

describe('a report against an official', () => {
  it('stands in the list of private matters of committee staff, and nobody else may ask for it', async () => {
    const { leadId } = await submit(DISCIPLINE_TEXT, 'secret');
    const list = await must(cloud, clerk, 'staff.listQueue', { mark: 'private' });
    expect(list.items.map(({ id }) => id)).toEqual([leadId]);
    expect(await must(cloud, clerk, 'staff.getQueueFigures', { mark: 'private' })).toMatchObject({
      total: 1,
      markCounts: { private: 1 },
    });
    for (const name of ['leader', 'administrator', 'liaison', 'convener', 'member', 'housing'] as const) {
      for (const action of ['staff.listQueue', 'staff.getQueueFigures'] as const) {
        const answer = await ask(cloud, officer(name), action, { mark: 'private' });
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      }
      const all = await must(cloud, officer(name), 'staff.getQueueFigures', {});
      expect(all.markCounts, name).not.toHaveProperty('private');
      expect(await refusalOf(cloud, officer(name), 'staff.getLead', { leadId }), name).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await refusalOf(cloud, officer(name), 'staff.explainRoute', { leadId }), name).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});

describe('what staff corrected', () => {
  it('is exported without people and private matters, and the trainer learns from it', async () => {
    const { leadId } = await submit(DISCIPLINE_TEXT, 'secret');
    const on = { leadId, version: 1, reason: '看过了。' };
    await must(cloud, clerk, 'staff.rerouteLead', { ...on, categoryId: 'transport' });
    const file = join(scratch, 'corrections.jsonl');
    await setUp(cloud, 'export-corrections', '--out', file);
    const written = readFileSync(file, 'utf8');
    const rows = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows)
      expect(Object.keys(row).sort()).toEqual(['form', 'id', 'label', 'text', 'time', 'title']);
    expect(rows.map(({ label }) => label)).toContain('交通运输');
    expect(written).not.toMatch(/13987650042|李小明|贪污/);

    const labels = [
      '城乡建设',
      '劳动和社会保障',
      '教育文体',
      '商贸旅游',
      '环境保护',
      '卫生计生',
      '交通运输',
      '其他',
    ];
    const words = [
      '路灯小区',
      '工资社保',
      '学校老师',
      '市场价格',
      '污水垃圾',
      '医院医生',
      '公交车站',
      '户口证明',
    ];
    const base = Array.from({ length: 240 }, (_, index) => ({
      title: '',
      text: `${words[index % 8] ?? ''}的事第${index}回说了，${words[index % 8] ?? ''}还是没有人管，盼着早点办。`,
      label: labels[index % 8],
      form: 'raw',
    }));
    const train = join(scratch, 'base.jsonl');
    writeFileSync(train, base.map((row) => JSON.stringify(row)).join('\n'));
    const out = join(scratch, 'weights.bin');
    const tool = ['--import', 'tsx', 'config/routing/train.ts'];
    await run(process.execPath, [...tool, '--train', train, '--train', file, '--out', out], { cwd: root });
    expect(statSync(out).size).toBeGreaterThan(100);
  });
});

describe('damaged weights', () => {
  it.each(['resident', 'staff', 'panel'])('stop %s at its start, in a sentence with a code', async (name) => {
    const folder = join(scratch, name);
    cpSync(join(root, 'dist/cloudfunctions', name), folder, { recursive: true });
    const start = () =>
      run(process.execPath, ['-e', `require(${JSON.stringify(folder)})`], {
        env: { ...process.env, TENCENTCLOUD_RUNENV: '', TCB_ENV: 'test', ...cloud.env },
      });
    await start();
    const weights = join(folder, 'routing-weights.bin');
    const bytes = readFileSync(weights);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(weights, bytes);
    const SENTENCE = /\[ROUTING_WEIGHTS_DAMAGED\] 分类模型文件损坏（校验和不符），云函数不启动。/;
    await expect(start()).rejects.toMatchObject({ stderr: expect.stringMatching(SENTENCE) as string });
    rmSync(weights);
    await expect(start()).rejects.toMatchObject({
      stderr: expect.stringMatching(/\[ROUTING_WEIGHTS_DAMAGED\] .*读不到文件/) as string,
    });
    copyFileSync(join(root, 'cloudfunctions/core/adapters/routing-weights.bin'), weights);
    await start();
  });
});
