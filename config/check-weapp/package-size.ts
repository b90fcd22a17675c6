import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesUnder } from './compilers';

export const MAIN_PACKAGE_BUDGET = 1.2 * 1024 * 1024;
/** Script needed for the first page, compressed. */
const FIRST_PAGE_BUDGET = 300 * 1024;

export interface PackageSizes {
  main: number;
  /** By root. */
  subpackages: Record<string, number>;
  firstPageScriptGzip: number;
}

/** Bytes of the main package and each subpackage, and of the script that the first page needs. */
export function measurePackages(root: string): PackageSizes {
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { subPackages: { root: string }[] };
  const roots = app.subPackages.map((each) => each.root);
  const sizes: PackageSizes = {
    main: 0,
    subpackages: Object.fromEntries(roots.map((name) => [name, 0])),
    firstPageScriptGzip: 0,
  };
  for (const file of filesUnder(root, '')) {
    const bytes = statSync(join(root, file)).size;
    const inside = roots.find((name) => file.startsWith(`${name}/`));
    if (inside) sizes.subpackages[inside] = (sizes.subpackages[inside] ?? 0) + bytes;
    else sizes.main += bytes;
  }
  const shared = filesUnder(root, '.js').filter((file) => !file.includes('/'));
  for (const file of [...shared, 'pages/home/index.js']) {
    sizes.firstPageScriptGzip += gzipSync(readFileSync(join(root, file))).byteLength;
  }
  return sizes;
}

/** Which budgets are broken, one sentence each. */
export function brokenBudgets({ main, firstPageScriptGzip }: PackageSizes): string[] {
  const broken: string[] = [];
  if (main > MAIN_PACKAGE_BUDGET)
    broken.push(`主包 ${inKilobytes(main)}，超过 ${inKilobytes(MAIN_PACKAGE_BUDGET)}`);
  if (firstPageScriptGzip > FIRST_PAGE_BUDGET) {
    broken.push(`首页脚本 ${inKilobytes(firstPageScriptGzip)}（gz），超过 ${inKilobytes(FIRST_PAGE_BUDGET)}`);
  }
  return broken;
}

/** A size for people. */
export function inKilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
