import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUp, startTestCloud, type TestCloud } from '../support/test-cloud';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import type { County, WechatTemplate } from '../../cloudfunctions/core/domain/county';
import wechatTemplates from '../../cloudfunctions/setup/content/wechat-templates.json';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const TOOL = join(root, 'dist/setup/index.js');
const TEMPLATES = wechatTemplates as WechatTemplate[];
const PATH = { PATH: process.env['PATH'] ?? '' };

describe("the operator's tool without an environment", () => {
  const COMMANDS = [
    ['county'],
    ['bind-code', 'somebody'],
    ['refresh'],
    ['retention', '--dry-run'],
    ['export-corrections', '--out', 'corrections.jsonl'],
    ['archive', 'archive'],
    ['restore', 'archive'],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(COMMANDS)(
    '%s says in one sentence what is missing, and leaves nothing behind',
    async (...asked) => {
      const outcome = run(process.execPath, [TOOL, ...asked], { cwd: folder, env: PATH });
      await expect(outcome).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^没有说是哪个环境，什么都没有做。.*TCB_ENV=.*\n$/) as string,
      });
      expect([existsSync(join(folder, 'archive')), existsSync(join(folder, 'corrections.jsonl'))]).toEqual([
        false,
        false,
      ]);
    },
  );
});

describe('setting up a county', () => {
  let cloud: TestCloud;
  let said: string;
  /** As on the computer of an operator: nothing says that this is a function in the cloud. */
  const asOperator = async (...what: string[]) => {
    const env = { ...PATH, ...cloud.env, TENCENTCLOUD_RUNENV: '' };
    return (await run(process.execPath, [TOOL, ...what], { cwd: root, env })).stdout;
  };
  const directory = async () => (await cloud.documents('directories'))[0];
  const county = async () => (await directory())?.['county'] as County;

  beforeAll(async () => {
    cloud = await startTestCloud({ content: 'nothing' });
    said = await asOperator('county');
  });
  afterAll(() => cloud.stop());

  test('works from a computer outside the cloud', () => {
    expect(said).toMatch(/19 个乡镇单位[^]*管理员绑定码（只显示这一次）：\d{10}/);
  });

  test('begins with nobody but the first administrator: made-up people hold no office and no telephone rings', async () => {
    expect((await cloud.documents('accounts')).map(({ _id }) => _id)).toEqual(['first-administrator']);
    const { townships, terms, stations, leadership, codes } = await county();
    expect(townships.filter(({ liaison, convener }) => liaison ?? convener)).toEqual([]);
    expect({ terms, stations, leadership, codes }).toEqual({
      terms: [],
      stations: [],
      leadership: { secretaryGeneral: null, chair: null },
      codes: undefined,
    });
    expect(JSON.stringify(await county())).not.toContain('1000379');
  });

  test("run again it renews the templates of WeChat's messages and nothing else, seen by whoever edits just now", async () => {
    const before = await county();
    expect(await asOperator('county')).toContain('没有改动');
    const fields = { number: 'character_string1', status: 'phrase2', note: 'thing3', date: 'date4' };
    const store = new DocumentStore(cloud.sdk().database());
    const stale = { ...before, wechatTemplates: [{ id: 'of-last-year', fields }] };
    await store.change('directories', { _id: before.id }, { county: stale });
    expect(await asOperator('county')).toContain(`只更新了微信消息模板：${TEMPLATES.length} 个`);
    expect(await directory()).toMatchObject({ version: 2, county: before });
    expect((await county()).wechatTemplates).toEqual(TEMPLATES);
  });

  test('with the demonstration people only when it is asked for', async () => {
    expect(await setUp(cloud, 'county', '--with-demo-people')).toContain('虚构的人员：');
    expect((await cloud.documents('accounts')).length).toBeGreaterThan(100);
  });
});
