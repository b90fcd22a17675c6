import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pages WeChat knows of the county's mini-program; null while none was built here. */
export type PublishedPages = () => readonly string[] | null;

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
}

/** Reads them from the built mini-program: what is built here stands for what is published. */
export function publishedPages(staticDir: string): PublishedPages {
  const file = join(staticDir, 'miniprogram/app.json');
  return () => {
    if (!existsSync(file)) return null;
    const app = JSON.parse(readFileSync(file, 'utf8')) as AppJson;
    const parts = app.subPackages ?? app.subpackages ?? [];
    return [...app.pages, ...parts.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))];
  };
}
