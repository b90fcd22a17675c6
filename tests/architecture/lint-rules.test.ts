import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

/** The project's rules on code that exists only here, so those that need types are left out. */
const eslint = new ESLint({
  overrideConfigFile: 'config/eslint.config.mjs',
  overrideConfig: tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'],
});

async function objections(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  use(${index});`).join('\n');
const domain = 'cloudfunctions/core/domain/lead/a.ts';
const app = 'cloudfunctions/core/app/a.ts';
const adapter = 'cloudfunctions/core/adapters/a.ts';

const refused: [why: string, file: string, code: string, rule: string][] = [
  ['the clock, in the domain', domain, 'export const at = Date.now();', 'no-restricted-syntax'],
  ['today, in a use case', app, 'export const at = new Date();', 'no-restricted-syntax'],
  ['chance, in the domain', domain, 'export const n = Math.random();', 'no-restricted-syntax'],
  ['a random id, in a use case', app, 'export const id = crypto.randomUUID();', 'no-restricted-syntax'],
  [
    'a default that swallows the rest',
    domain,
    "switch (kind) { case 'a': go(); break; default: break; }",
    'no-restricted-syntax',
  ],
  ['the document wrapped in data', adapter, 'await doc.update({ data: { a: 1 } });', 'no-restricted-syntax'],
  ['any', app, 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['a non-null assertion', app, 'export const x = y!;', '@typescript-eslint/no-non-null-assertion'],
  ['a default export', 'src/shared/a.ts', 'export default 1;', 'no-restricted-exports'],
  ['a file in camel case', 'src/shared/myFile.ts', 'export const x = 1;', 'zhitong/kebab-case-paths'],
  ['the console, in a function', app, "console.info('x');", 'no-console'],
  [
    'what a resident wrote, in a log',
    adapter,
    'log.info({ text: lead.text });',
    'zhitong/no-personal-fields-in-logs',
  ],
  ['a whole lead, in a log', adapter, 'log.info(lead);', 'zhitong/no-personal-fields-in-logs'],
  [
    'an openid, in a log sentence',
    adapter,
    'log.info(`from ${openid}`);',
    'zhitong/no-personal-fields-in-logs',
  ],
  ['a TODO that no issue knows', app, '// TODO later', 'zhitong/honest-comments'],
  ['a rule switched off without a reason', app, '/* eslint-disable eqeqeq */', 'zhitong/honest-comments'],
  [
    'an exported function nobody introduced',
    app,
    'export function go(): void {}',
    'zhitong/documented-exports',
  ],
  ['a long file', app, lines(301), 'max-lines'],
  ['a long function', app, `function go(): void {\n${lines(61)}\n}\ngo();`, 'zhitong/max-lines-per-function'],
  [
    'a hook under a condition',
    'src/admin/a.tsx',
    'function Page({ on }: { on: boolean }) { if (on) { useState(1); } return null; }\nuse(Page);',
    'react-hooks/rules-of-hooks',
  ],
];

const allowed: [why: string, file: string, code: string][] = [
  ['a date made from a value', domain, 'export const at = new Date(0);'],
  [
    'a default that hands on the rest',
    domain,
    "switch (kind) { case 'a': go(); break; default: rest(kind); }",
  ],
  ['the id of a lead, in a log', adapter, 'log.info({ id: lead.id, code: error.name });'],
  ['a TODO with its issue', app, '// TODO #12: as soon as the calendar is there'],
  ['a page by default export', 'src/miniprogram/pages/home/index.tsx', 'export default 1;'],
  ['a long chapter of tests', 'tests/app/a.test.ts', `describe('x', () => {\n${lines(70)}\n});`],
  ['an introduced function', app, '/** Goes; refuses nothing. */\nexport function go(): void {}'],
];

describe('lint', () => {
  test.each(refused)('refuses %s', async (_why, file, code, rule) => {
    expect(await objections(file, code)).toContain(rule);
  });

  test.each(allowed)('allows %s', async (_why, file, code) => {
    expect(await objections(file, code)).toEqual([]);
  });

  test.each([app, 'src/admin/main.tsx', 'src/local-cloud/index.ts', 'tests/app/a.test.ts'])(
    'checks promises and switches by type in %s',
    async (file) => {
      const project = new ESLint({ overrideConfigFile: 'config/eslint.config.mjs' });
      const { rules } = (await project.calculateConfigForFile(file)) as { rules: Record<string, [number]> };
      expect(rules['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
      expect(rules['@typescript-eslint/switch-exhaustiveness-check']?.[0]).toBe(2);
    },
  );
});
