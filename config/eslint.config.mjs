/** Style is prettier's business; here stand only rules that keep bugs, leaks and sprawl out. */
import { resolve } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { zhitong } from './eslint-rules.mjs';

const root = resolve(import.meta.dirname, '..');
const typescript = ['**/*.{ts,tsx,mts}'];
const tests = ['tests/**'];
const withReact = ['src/{miniprogram,admin}/**/*.{ts,tsx}', 'tests/**/*.tsx'];

/** Content, not code: its length says nothing about its design. */
const content = ['cloudfunctions/setup/content/**', '**/content/**/*.ts'];

const exported = (...kinds) => Object.fromEntries(kinds.map((kind) => [kind, true]));
const namedExportsOnly = [
  'error',
  { restrictDefaultExports: exported('direct', 'named', 'defaultFrom', 'namedFrom') },
];

const noClockNoChance = [
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    '时间来自 clock 端口，不用 Date.now()',
  ],
  ["NewExpression[callee.name='Date'][arguments.length=0]", '时间来自 clock 端口，不用 new Date()'],
  ["CallExpression[callee.name='Date']", '时间来自 clock 端口，不用 Date()'],
  ["MemberExpression[object.name='performance']", '时间来自 clock 端口，不用 performance'],
  ["MemberExpression[object.name='Math'][property.name='random']", '随机数来自端口，不用 Math.random'],
  [
    'CallExpression[callee.property.name=/^(randomUUID|randomBytes|randomInt|getRandomValues)$/]',
    '随机数来自端口',
  ],
  ['ImportSpecifier[imported.name=/^(randomUUID|randomBytes|randomInt|webcrypto)$/]', '随机数来自端口'],
].map(([selector, message]) => ({ selector, message }));

/** A default may hand the rest on to a function whose type names what is left; it may not swallow it. */
const noSilentDefault = {
  selector: 'SwitchCase[test=null]:not(:has(CallExpression)):not(:has(ThrowStatement))',
  message: 'default 不能悄悄吞掉没有列出的情形：把剩下的交给一个类型上穷尽的函数，或列全各个 case',
};

const cloudBaseTraps = [
  {
    selector:
      "CallExpression[callee.property.name=/^(update|set|add)$/] > ObjectExpression.arguments > Property[key.name='data']",
    message: 'node-sdk 的 update/set/add 直接收文档；{ data: … } 会写出一个名为 data 的字段',
  },
];

/** On a screen 「」 stand around what is named or cited; “” are for papers, and for what people wrote themselves. */
const quotesOfScreens = [
  'Literal[value=/[“”]/]',
  'TemplateElement[value.raw=/[“”]/]',
  'JSXText[value=/[“”]/]',
].map((selector) => ({ selector, message: '屏幕上的引号用「」' }));

const personalFields = [
  ...[
    'text',
    'words',
    'contact',
    'phone',
    'mobile',
    'openid',
    'OPENID',
    'unionid',
    'name',
    'realName',
    'displayName',
  ],
  ...[
    'address',
    'placeNote',
    'idCard',
    'token',
    'trackingCode',
    'input',
    'body',
    'lead',
    'caller',
    'evidence',
  ],
];

export default tseslint.config(
  { ignores: ['dist/**', '.data/**', '.tmp/**', '.swc/**', 'coverage/**', '**/*.d.ts', '**/*.d.mts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs,js}'],
    plugins: { zhitong },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-exports': namedExportsOnly,
      'max-lines': ['error', { max: 300 }],
      'zhitong/max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'zhitong/kebab-case-paths': 'error',
      'zhitong/honest-comments': 'error',
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
    },
  },
  { files: withReact, ...reactHooksRules() },
  {
    files: ['cloudfunctions/core/{domain,app}/**'],
    rules: { 'no-restricted-syntax': ['error', noSilentDefault, ...noClockNoChance] },
  },
  {
    files: ['src/{shared,miniprogram,admin}/**'],
    rules: { 'no-restricted-syntax': ['error', ...quotesOfScreens] },
  },
  {
    files: ['cloudfunctions/core/adapters/**'],
    rules: { 'no-restricted-syntax': ['error', ...cloudBaseTraps] },
  },
  {
    files: ['cloudfunctions/{core,resident,staff,panel,jobs}/**', 'src/{shared,miniprogram,admin}/**'],
    rules: {
      'no-console': 'error',
      'zhitong/no-personal-fields-in-logs': ['error', { fields: personalFields }],
    },
  },
  {
    files: ['src/local-cloud/**'],
    rules: {
      'zhitong/no-personal-fields-in-logs': ['error', { fields: ['contact', 'phone', 'openid'] }],
    },
  },
  // The one place that writes log lines: everybody else goes through it.
  { files: ['cloudfunctions/core/adapters/log.ts'], rules: { 'no-console': 'off' } },
  {
    files: [
      'cloudfunctions/core/{domain,app,api,adapters}/**/*.ts',
      'src/shared/**/*.ts',
      'types/contract/**/*.ts',
    ],
    plugins: { zhitong },
    rules: { 'zhitong/documented-exports': 'error' },
  },
  { files: tests, rules: { 'max-lines': ['error', { max: 500 }] } },
  { files: content, rules: { 'max-lines': 'off', 'zhitong/max-lines-per-function': 'off' } },
  {
    // Taro loads pages, the app and its configuration by default export; so do the tools their configuration.
    files: [
      'src/miniprogram/app.{ts,tsx}',
      'src/miniprogram/**/pages/**/*.{ts,tsx}',
      '**/*.config.{ts,mts,mjs,cjs}',
      'config/**',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
);

function reactHooksRules() {
  return {
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  };
}
