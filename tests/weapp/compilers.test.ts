import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWithWechatCi } from '../../config/check-weapp/code-quality';
import { compileMarkup, compileStyles } from '../../config/check-weapp/compilers';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/miniprogram');
const TMP = join(ROOT, '.tmp');

let copy: string;
beforeEach(() => {
  mkdirSync(TMP, { recursive: true });
  copy = mkdtempSync(join(TMP, 'weapp-'));
  cpSync(BUILT, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

describe("WeChat's own compilers", () => {
  test('take all markup and all styles of the built mini-program', () => {
    expect(compileMarkup(BUILT)).toMatchObject({ ran: true });
    expect(compileStyles(BUILT)).toMatchObject({ ran: true });
  });

  test('refuse broken markup with its file and line', () => {
    appendFileSync(join(copy, 'pages/home/index.wxml'), '\n<view wx:if="{{a}}"><text></view>');
    expect(() => compileMarkup(copy)).toThrow(/pages\/home\/index\.wxml:\d+/);
  });

  test('refuse a selector that WXSS does not know', () => {
    writeFileSync(join(copy, 'app.wxss'), '.frame > * { color: red }');
    expect(() => compileStyles(copy)).toThrow(/app\.wxss/);
  });
});

describe("WeChat's CI", () => {
  test('builds the mini-program and finds nothing wrong with it', () => {
    const { error, compiledFiles, findings } = checkWithWechatCi(BUILT, TMP);
    expect(error).toBeNull();
    expect(compiledFiles).toContain('staff/pages/queue/index.wxml');
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
  });

  test('refuses an app that names a page which is not there', () => {
    writeFileSync(
      join(copy, 'app.json'),
      JSON.stringify({ pages: ['pages/home/index', 'pages/nowhere/index'] }),
    );
    expect(checkWithWechatCi(copy, TMP).error).toMatch(/nowhere/);
  });
});
