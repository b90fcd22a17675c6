import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMemoryCloud } from './answers';
import { checkWithWechatCi } from './code-quality';
import { compileMarkup, compileStyles, type Compiled } from './compilers';
import { walkSubmission } from './journey';
import { MAIN_PACKAGE_BUDGET, brokenBudgets, inKilobytes, measurePackages } from './package-size';
import { createRenderer } from './rendered';

/*
 * `npm run check:weapp`: what can be known about the mini-program without WeChat's DevTools. Builds it when stale,
 * compiles it with WeChat's own compilers, has WeChat's CI look at it, walks through a submission, holds its size.
 */

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const BUILT = join(ROOT, 'dist/miniprogram');
const problems: string[] = [];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function loudly(what: string, compiled: Compiled): void {
  if (compiled.ran) say(`✔ 微信${what}编译器：${compiled.files} 个文件`);
  else {
    say(`\n!!!! 没有检查${what}：${compiled.why}。请在 x64 的 Linux、macOS 或 Windows 上再跑一次。\n`);
    problems.push(`没有检查${what}：${compiled.why}`);
  }
}

async function attempt(what: string, check: () => void | Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    say(`✘ ${what}：${text}`);
    problems.push(`${what}：${text}`);
  }
}

async function walk(): Promise<void> {
  const markup = compileMarkup(BUILT);
  loudly(' WXML', markup);
  if (!markup.ran) return;
  const { app, routes } = await walkSubmission(BUILT, createRenderer(markup.code), createMemoryCloud());
  const largest = Math.max(...app.setDataSizes);
  say(`✔ 走完一次提交：${routes.length} 页，${app.setDataSizes.length} 次 setData，最大 ${largest} 字节`);
}

function wechatCi(): void {
  const { error, compiledFiles, findings } = checkWithWechatCi(BUILT, join(ROOT, '.tmp'));
  if (error) throw new Error(error);
  const failed = findings.filter(({ passed }) => !passed);
  if (findings.length === 0) throw new Error('没有给出任何检查结果');
  if (failed.length > 0) throw new Error(failed.map(({ name, text }) => `${name}（${text}）`).join('；'));
  say(`✔ miniprogram-ci：编译 ${compiledFiles.length} 个文件，${findings.length} 项质量检查全部通过`);
}

function sizes(): void {
  const measured = measurePackages(BUILT);
  const others = Object.entries(measured.subpackages).map(([name, bytes]) => `${name} ${inKilobytes(bytes)}`);
  say(
    `  主包 ${inKilobytes(measured.main)}（上限 ${inKilobytes(MAIN_PACKAGE_BUDGET)}），分包 ${others.join('、')}，` +
      `首页脚本 ${inKilobytes(measured.firstPageScriptGzip)}（gz）`,
  );
  const broken = brokenBudgets(measured);
  if (broken.length > 0) throw new Error(broken.join('；'));
}

async function main(): Promise<void> {
  // Loaded here because tsx runs this file as CommonJS, which cannot require that module.
  const { ensureBuilt } = await import('../fresh-builds.mjs');
  await ensureBuilt(['weapp']);
  await attempt('页面', walk);
  await attempt('样式', () => loudly(' WXSS', compileStyles(BUILT)));
  await attempt('miniprogram-ci', wechatCi);
  await attempt('大小', sizes);
  say(problems.length === 0 ? '小程序检查通过' : `小程序检查发现 ${problems.length} 个问题`);
  process.exit(problems.length === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
