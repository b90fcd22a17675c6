import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
  license: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface LockedPackage {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
}

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const NOT_COMMITTED = ['node_modules', 'dist', '.data', '.tmp', '.swc', 'coverage'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.name === '.git' || NOT_COMMITTED.includes(entry.name) ? [] : filesIn(path);
  });
}
const files = filesIn('.');
const textFiles = files.filter((file) =>
  /\.(tsx?|mts|[mc]?js|json|md|css|html|ya?ml|svg)$|(^|\/)\.?\w+$/.test(file),
);

const PERMISSIVE =
  /^(MIT(-0)?|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Zlib|OFL-1\.1)$/;

/** These two name no licence; they are exact dependencies of the MIT-licensed node-sdk, by the same publisher. */
const UNNAMED_PARTS_OF_THE_SDK = ['@cloudbase/signature-nodejs', '@cloudbase/wx-cloud-client-sdk'];
/** Weak copyleft that binds only changes of the package itself; a tool's binary, never in what is deployed. */
const TOOLS_ONLY = /^lightningcss(-|$)/;

function isPermissive(licence: string): boolean {
  const words = licence.replace(/[()]/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some(isPermissive);
  return words.split(' AND ').every((one) => PERMISSIVE.test(one));
}

describe('the repository', () => {
  test('pins every package to one exact version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('depends only on permissively licensed packages', () => {
    const doubtful = Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }))
      .filter(({ name }) => !TOOLS_ONLY.test(name) && !UNNAMED_PARTS_OF_THE_SDK.includes(name))
      .filter(({ license }) => license === undefined || !isPermissive(license));
    expect(doubtful).toEqual([]);
  });

  test('is under the licence it says it is', () => {
    expect(manifest.license).toBe('MIT');
    expect(read('LICENSE')).toContain('MIT License');
  });

  test('introduces itself in Chinese and in English', () => {
    expect(files.filter((file) => /^README[\w.-]*\.md$/.test(file)).length).toBeGreaterThanOrEqual(2);
  });

  test.each(files.filter((file) => file.endsWith('.md')))('names in %s only scripts that exist', (file) => {
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    const core = [...read(file).matchAll(/npm (start|test)\b/g)].map(([, name]) => name ?? '');
    expect([...named, ...core].filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });

  test('has scripts that point at files that exist', () => {
    const named = Object.values(manifest.scripts).flatMap(
      (script) => script.match(/\bconfig\/[\w./-]+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('knows no path of the machine it was written on', () => {
    const machinePath = /(^|[\s'"`(=:])\/(work|root|home\/\w+|Users\/\w+|tmp)\/\w/m;
    expect(textFiles.filter((file) => machinePath.test(read(file)))).toEqual([]);
  });

  test('commits nothing that is built, installed or collected', () => {
    const ignored = read('.gitignore').split('\n');
    expect(NOT_COMMITTED.filter((folder) => !ignored.includes(`${folder}/`))).toEqual([]);
  });

  test('lists every decision record', () => {
    const index = read('docs/decisions/README.md');
    const records = files.filter((file) => /^docs\/decisions\/\d{4}-/.test(file));
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter((file) => !index.includes(`(${file.replace('docs/decisions/', '')})`))).toEqual([]);
  });
});
