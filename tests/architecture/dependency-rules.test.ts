import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();
const house = join(root, '.tmp', `house-${process.pid}`);

interface Violation {
  from: string;
  rule: { name: string };
}

function violationsIn(folder: string, places: string[]): Violation[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', join(root, 'config/dependency-cruiser.cjs'), '--output-type', 'json', ...places],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations;
}

const core = 'cloudfunctions/core';

/** A house built wrongly on purpose: file, what it imports, the rule that must object. */
const wrongImports: [file: string, imported: string, rule: string][] = [
  ['src/shared/a.ts', '../../cloudfunctions/core/domain/lead/lead', 'src-not-to-functions'],
  ['src/local-cloud/a.ts', '../../cloudfunctions/resident/index', 'src-not-to-functions'],
  [`${core}/adapters/a.ts`, '../../../src/shared/client', 'functions-not-to-src'],
  ['types/contract/a.ts', 'dayjs', 'contract-stands-alone'],
  [`${core}/domain/lead/a.ts`, 'dayjs', 'domain-is-pure'],
  [`${core}/domain/lead/b.ts`, 'node:crypto', 'domain-is-pure'],
  [`${core}/domain/lead/c.ts`, '../../app/ports', 'domain-is-pure'],
  [`${core}/app/a.ts`, 'dayjs', 'app-has-one-door'],
  [`${core}/app/b.ts`, '../adapters/store', 'app-has-one-door'],
  [`${core}/api/a.ts`, '../adapters/store', 'api-not-to-adapters'],
  [`${core}/adapters/b.ts`, '../api/serve', 'adapters-not-to-api'],
  [`${core}/api/b.ts`, '../../resident/index', 'core-not-to-entries'],
  ['cloudfunctions/staff/a.ts', '../resident/index', 'entry-not-to-entry'],
  [`${core}/api/c.ts`, '@cloudbase/node-sdk', 'sdk-only-in-adapters'],
  ['src/admin/a.ts', 'valibot', 'schemas-only-in-api'],
  ['src/admin/b.ts', '@tarojs/taro', 'taro-only-in-miniprogram'],
  ['src/miniprogram/a.ts', 'tdesign-react', 'panel-library-only-in-admin'],
  [`${core}/adapters/c.ts`, 'libsql', 'engine-only-in-local-cloud'],
  ['src/shared/b.ts', 'react', 'shared-stays-small'],
  ['src/miniprogram/b.ts', '../admin/main', 'miniprogram-not-to-others'],
  ['src/admin/c.ts', '../miniprogram/app', 'admin-not-to-others'],
  ['src/local-cloud/b.ts', '../admin/main', 'local-cloud-not-to-others'],
  ['src/miniprogram/pages/home/a.ts', '../../staff/pages/queue/index', 'main-package-not-to-staff'],
  ['src/admin/features/leads/a.ts', '../statistics/chart', 'feature-not-to-feature'],
  [`${core}/api/d.ts`, '../../../tests/support/builders', 'shipped-not-to-tests'],
  ['src/miniprogram/c.ts', 'fast-check', 'shipped-not-to-dev-packages'],
  ['src/admin/d.ts', './not-there', 'everything-resolves'],
  ['src/admin/circle.ts', './round', 'no-circles'],
];

/** The same house built as drawn. */
const rightImports: [file: string, imported: string][] = [
  [`${core}/domain/lead/decide.ts`, './lead'],
  [`${core}/domain/lead/labels.ts`, '../../../../types/contract/lead'],
  [`${core}/app/submit-lead.ts`, '../domain/lead/lead'],
  [`${core}/app/adopt-lead.ts`, './ports'],
  [`${core}/api/schemas.ts`, 'valibot'],
  [`${core}/adapters/leads.ts`, '@cloudbase/node-sdk'],
  ['cloudfunctions/panel/index.ts', '../core/adapters/store'],
  ['cloudfunctions/jobs/index.ts', '../core/api/serve'],
  ['src/shared/when.ts', 'dayjs'],
  ['src/miniprogram/staff/pages/lead/index.tsx', '../../../app'],
  ['src/admin/features/leads/table.tsx', 'tdesign-react'],
];

/** What the imports above point at. */
const standing: [file: string, imported?: string][] = [
  [`${core}/domain/lead/lead.ts`],
  [`${core}/app/ports.ts`],
  [`${core}/adapters/store.ts`],
  [`${core}/api/serve.ts`],
  ['cloudfunctions/resident/index.ts'],
  ['types/contract/lead.ts'],
  ['src/shared/client.ts'],
  ['src/admin/main.tsx'],
  ['src/admin/round.ts', './circle'],
  ['src/admin/features/statistics/chart.ts'],
  ['src/miniprogram/app.ts'],
  ['src/miniprogram/staff/pages/queue/index.ts'],
  ['tests/support/builders.ts'],
];

/** Files that nothing leads to. */
const dead: [file: string, rule: string][] = [
  [`${core}/adapters/d.ts`, 'no-dead-functions'],
  ['src/miniprogram/components/a.tsx', 'no-dead-pages'],
  ['src/admin/components/a.tsx', 'no-dead-panel'],
  ['src/shared/lonely.ts', 'no-orphans'],
];

describe('the dependency rules', () => {
  let found: Violation[] = [];

  beforeAll(() => {
    const files = [...wrongImports, ...rightImports, ...standing, ...dead.map(([file]) => [file] as const)];
    for (const [file, imported] of files) {
      const path = join(house, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, imported === undefined ? 'export {};\n' : `import '${imported}';\nexport {};\n`);
    }
    for (const name of ['package.json', 'tsconfig.json']) {
      copyFileSync(join(root, name), join(house, name));
    }
    found = violationsIn(house, ['src', 'cloudfunctions', 'types', 'tests']);
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test.each(wrongImports)('%s may not import %s (%s)', (file, _imported, rule) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(rightImports)('%s may import %s', (file) => {
    // Nothing in the made-up house leads to it, which is another rule's business.
    const objections = found.filter(({ from, rule }) => from === file && !rule.name.startsWith('no-dead-'));
    expect(objections).toEqual([]);
  });

  test.each(dead)('%s may not lie about unused (%s)', (file, rule) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test('a file that an entry leads to is not dead', () => {
    const rules = found.filter(({ from }) => from === `${core}/api/serve.ts`).map(({ rule }) => rule.name);
    expect(rules).not.toContain('no-dead-functions');
  });

  test('hold everywhere in this project', () => {
    const broken = violationsIn(root, ['src', 'cloudfunctions', 'types', 'tests']);
    expect(broken.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});
