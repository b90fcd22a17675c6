import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CodeQuality {
  /** What WeChat's build refused, in its words; null when it built. */
  error: string | null;
  compiledFiles: string[];
  findings: { name: string; passed: boolean; text: string }[];
}

const MINUTES = 60_000;

/** WeChat's own build and quality check, offline, with a throwaway key. Throws when the check itself did not run. */
export function checkWithWechatCi(root: string, tmp: string): CodeQuality {
  mkdirSync(tmp, { recursive: true });
  const work = mkdtempSync(join(tmp, 'wechat-ci-'));
  try {
    const script = join(dirname(fileURLToPath(import.meta.url)), 'wechat-ci.mjs');
    const run = spawnSync(process.execPath, [script, root, work], {
      cwd: work,
      encoding: 'utf8',
      timeout: 3 * MINUTES,
    });
    const result = join(work, 'result.json');
    if (!existsSync(result))
      throw new Error(`miniprogram-ci 没有跑完：\n${run.stdout}\n${run.stderr}`.slice(0, 2000));
    return JSON.parse(readFileSync(result, 'utf8')) as CodeQuality;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
