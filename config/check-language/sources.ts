import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Text } from './measure';
import { importsOf, textsOfModule } from './texts';

const LABELS = 'types/contract/labels-zh.ts';
/** Where the cloud writes words for residents. A folder stands for every module in it. */
const CLOUD = [
  'cloudfunctions/core/domain/lead/next-step.ts',
  'cloudfunctions/core/domain/lead/story-for-residents.ts',
  'cloudfunctions/core/domain/lead/holder.ts',
  'cloudfunctions/core/domain/deadlines/day-in-words.ts',
  'cloudfunctions/core/domain/codes/explain-code.ts',
  'cloudfunctions/core/app/lead/messages.ts',
  'cloudfunctions/core/app/lead/cosign-lead.ts',
  'cloudfunctions/core/app/lead/evidence.ts',
  'cloudfunctions/core/app/lead/on-behalf-input.ts',
  'cloudfunctions/core/app/lead/prepare-upload.ts',
  'cloudfunctions/core/app/lead/submit-lead.ts',
  'cloudfunctions/core/app/web',
  'cloudfunctions/core/api/serve.ts',
  'cloudfunctions/core/app/resident',
];
/** Not for residents though their pages can reach it: a demonstration's switch between people. */
const NOT_FOR_RESIDENTS = ['demo-identity'];

/** Every text a resident can read: pages and what they import, the cloud's sentences, the county's own texts. */
export function residentTexts(root: string): Map<string, Text[]> {
  const pages = reachableFrom(modulesIn(join(root, 'src/miniprogram/pages')), root);
  const cloud = CLOUD.flatMap((path) => modulesIn(join(root, path)));
  const labels = new Set([...pages, ...cloud].flatMap(importsOf).flatMap(namesOfLabels));
  return new Map([
    ['页面', pages.flatMap((path) => textsOfModule(root, path))],
    ['名称和说明', textsOfModule(root, join(root, LABELS), labels)],
    ['云端的话', cloud.flatMap((path) => textsOfModule(root, path))],
    ['县里的模板', contentTexts(root)],
  ]);
}

const namesOfLabels = ({ from, names }: { from: string; names: string[] }): string[] =>
  from === '@contract/labels-zh' ? names : [];

function modulesIn(path: string): string[] {
  if (!existsSync(path)) throw new Error(`没有 ${path}，请改 config/check-language/sources.ts。`);
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(path, name));
}

/** These modules and all they import, without the staff pages and without the labels, which are taken by name. */
function reachableFrom(entries: readonly string[], root: string): string[] {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path) || NOT_FOR_RESIDENTS.some((name) => path?.includes(name))) continue;
    found.add(path);
    for (const { from } of importsOf(path)) {
      const next = resolveImport(from, path, root);
      if (next !== null && !next.endsWith(LABELS)) waiting.push(next);
    }
  }
  return [...found].sort();
}

function resolveImport(from: string, path: string, root: string): string | null {
  const base = from.startsWith('.')
    ? resolve(dirname(path), from)
    : from.startsWith('@contract/')
      ? join(root, 'types/contract', from.slice('@contract/'.length))
      : from.startsWith('@shared/')
        ? join(root, 'src/shared', from.slice('@shared/'.length))
        : null;
  if (base === null) return null;
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((file) => existsSync(file)) ?? null;
}

/** What a county edits itself: texts to begin an answer with, and the hints at the right door. */
function contentTexts(root: string): Text[] {
  const read = (name: string, field: 'text' | 'sentence'): Text[] => {
    const file = `cloudfunctions/setup/content/${name}`;
    const entries = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>[];
    return entries.map((entry, index) => ({ text: entry[field] ?? '', file, line: index + 1 }));
  };
  return [...read('templates.json', 'text'), ...read('out-of-scope.json', 'sentence')];
}
