import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import schema from '../../config/database.json';

const read = (file: string) => readFileSync(file, 'utf8');
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());

const PAGES = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  ...['docs', 'cloudfunctions'].flatMap(filesUnder).filter((file) => file.endsWith('.md')),
];
/** Everything between backticks, without code blocks. */
const codeIn = (page: string): string[] =>
  [...page.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
/** The cells of each row of the tables under a heading. */
const rowsUnder = (page: string, heading: string): string[][] =>
  (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split('|').slice(1, -1));

describe.each(PAGES)('%s', (file) => {
  const page = read(file);

  test('links only to files that are there', () => {
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '');
    const relative = links
      .filter((to) => !/^(https?:|#|mailto:)/.test(to))
      .map((to) => to.split('#')[0] ?? '');
    expect(relative.filter((to) => !existsSync(join(dirname(file), to)))).toEqual([]);
  });

  test('names only files and folders that are there', () => {
    const paths = codeIn(page)
      .flatMap((code) => code.split(/\s+/))
      .filter((word) => /^(src|cloudfunctions|config|tests|types|docs|\.ci)\/[\w./-]+$/.test(word));
    const isThere = (path: string) =>
      ['', '.ts', '.tsx'].some((ending) => existsSync(path.replace(/\/$/, '') + ending));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});

describe('the decision records', () => {
  const folder = 'docs/decisions';
  const records = readdirSync(folder).filter((file) => /^\d{4}-/.test(file));

  test.each(records)('%s begins with its number', (record) => {
    expect(read(join(folder, record))).toMatch(new RegExp(`^# ${record.slice(0, 4)} `));
  });

  test('stand in the index in their order', () => {
    const listed = [...read(join(folder, 'README.md')).matchAll(/\((\d{4}-[\w-]+\.md)\)/g)].map(
      ([, to]) => to,
    );
    expect(listed).toEqual([...records].sort());
  });
});

describe('the page on deployment', () => {
  const page = read('docs/deploy.md');
  /** What runs in the cloud, on the operator's computer or as the local cloud; not the tools of building and testing. */
  const RUNNING = [
    ...filesUnder('cloudfunctions').filter((file) => file.endsWith('.ts')),
    'src/local-cloud/settings.ts',
    'src/local-cloud/local-cloud.ts',
    'config/start.mjs',
    'config/deploy-database.mjs',
  ];
  const NAME = '[A-Z][A-Z_]{2,}';
  function variablesRead(file: string): string[] {
    const code = read(file);
    const single = new RegExp(
      `(?:process\\.env|environment)(?:\\.|\\[')(${NAME})|\\(environment, '(${NAME})'`,
      'g',
    );
    const several = new RegExp(`const \\{([^}]+)\\} = process\\.env`, 'g');
    return [
      ...[...code.matchAll(single)].map(([, one, other]) => one ?? other ?? ''),
      ...[...code.matchAll(several)].flatMap(([, names = '']) => names.match(new RegExp(NAME, 'g')) ?? []),
    ];
  }

  test('names every variable of the environment that is read, and none that is not', () => {
    const wanted = new Set(RUNNING.flatMap(variablesRead));
    const named = rowsUnder(page, '环境变量').flatMap(([cell = '']) => codeIn(cell));
    expect(wanted.size).toBeGreaterThan(10);
    expect([...new Set(named)].sort()).toEqual([...wanted].sort());
  });

  test('describes each function as its manifest does', () => {
    const rows = rowsUnder(page, '函数')
      .slice(1)
      .map((cells) => cells.map((cell) => cell.trim()));
    const described = rows.map(([name, , , how, timeout, memory]) => [
      name,
      how?.slice(0, 7),
      timeout,
      memory,
    ]);
    const WAYS = { client: '', http: 'HTTP 访问', timer: '`config' };
    const folders = rows.map(([name = '']) => name.replaceAll('`', ''));
    expect([...folders].sort()).toEqual(readdirSync('dist/cloudfunctions').sort());
    const manifests = folders.map((name) => {
      const manifest = JSON.parse(read(`cloudfunctions/${name}/config.json`)) as {
        access: keyof typeof WAYS;
        timeout: number;
        memorySize: number;
      };
      return [`\`${name}\``, WAYS[manifest.access], `${manifest.timeout} 秒`, `${manifest.memorySize} MB`];
    });
    expect(described).toEqual(manifests);
  });

  test('says how many indexes the leads have, so that an operator can see that none is missing', () => {
    expect(page).toContain(`\`leads\` 有 ${schema.collections.leads.indexes.length} 个索引`);
  });
});
