import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { DESK_ACTIONS } from '../../cloudfunctions/core/api/desk-actions';

const SOURCE = 'cloudfunctions';
const BUILT = 'dist/cloudfunctions';
const NOT_FUNCTIONS = ['core', 'setup'];
const BUNDLE_BUDGET = 1.2 * 1024 * 1024;

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
const read = (file: string) => readFileSync(file, 'utf8');

const functions = foldersIn(SOURCE).filter((name) => !NOT_FUNCTIONS.includes(name));
const codeOf = (name: string) => filesIn(join(BUILT, name)).filter((file) => /\.[cm]?js$/.test(file));

/** Sentences that stand only in the demonstration leads. */
function demonstrationSentences(): string[] {
  const folder = join(SOURCE, 'setup/content/leads');
  return filesIn(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => [...read(file).matchAll(/"text": ?"([^"\\]{12,})"/g)].map(([, text]) => text ?? ''));
}

/** Constructors that reach for `this` before their `super()`: what esbuild makes of arrow functions in them. */
function thisBeforeSuper(code: string): string[] {
  const found: string[] = [];
  const sharesThis = (node: ts.Node): boolean =>
    !ts.isFunctionExpression(node) && !ts.isFunctionDeclaration(node) && !ts.isClassLike(node);
  const firstOf = (body: ts.Node, is: (node: ts.Node) => boolean): number => {
    if (is(body)) return body.getStart();
    if (!sharesThis(body)) return Infinity;
    const starts: number[] = [];
    ts.forEachChild(body, (child) => void starts.push(firstOf(child, is)));
    return Math.min(Infinity, ...starts);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isConstructorDeclaration(node) && node.body && node.parent.heritageClauses) {
      const self = firstOf(node.body, ({ kind }) => kind === ts.SyntaxKind.ThisKeyword);
      const parent = firstOf(node.body, ({ kind }) => kind === ts.SyntaxKind.SuperKeyword);
      if (self < parent) found.push(code.slice(node.pos, node.pos + 80));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true));
  return found;
}

describe('the functions', () => {
  test('are one for each kind of caller', () => {
    expect(functions).toEqual(['jobs', 'panel', 'resident', 'staff', 'web']);
  });

  test.each(functions)('%s has an entry and a manifest', (name) => {
    expect(existsSync(join(SOURCE, name, 'index.ts'))).toBe(true);
    expect(() => JSON.parse(read(join(SOURCE, name, 'config.json'))) as unknown).not.toThrow();
  });

  test('are deployed all, and nothing else is', () => {
    const project = JSON.parse(read('project.config.json')) as { cloudfunctionRoot: string };
    expect(project.cloudfunctionRoot).toBe(`${BUILT}/`);
    expect(foldersIn(BUILT)).toEqual(functions);
  });

  test.each(functions)('%s is one small bundle with its manifest beside it', (name) => {
    const code = codeOf(name);
    expect(code.map((file) => file.replace(`${BUILT}/${name}/`, ''))).toContain('index.js');
    expect(code.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThanOrEqual(BUNDLE_BUDGET);
    expect(JSON.parse(read(join(BUILT, name, 'config.json')))).toEqual(
      JSON.parse(read(join(SOURCE, name, 'config.json'))),
    );
  });

  test.each(functions)('%s carries nothing made for tests or demonstrations', (name) => {
    const sentences = demonstrationSentences();
    expect(sentences.length).toBeGreaterThan(0);
    for (const file of codeOf(name)) {
      const text = read(file);
      expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
      expect(text).not.toMatch(/vitest|fast-check|x-demo-openid|node_modules\/mingo|node_modules\/libsql/);
    }
  });

  test.each(functions)(
    '%s is plain ASCII where the loader reads bytes, and its Chinese is still read',
    (name) => {
      const own = codeOf(name).filter((file) => !file.endsWith('later.js') && !file.endsWith('index.js'));
      expect(own.length).toBeGreaterThan(0);
      for (const file of own) expect([file, /[^\x00-\x7f]/.exec(read(file))?.[0]]).toEqual([file, undefined]);
      expect(own.some((file) => /\/[^/\n]*\\u[0-9a-f]{4}[^/\n]*\/u/.test(read(file)))).toBe(true);
    },
  );

  test.each(functions)('%s can load every part of the SDK that was put off until it is used', (name) => {
    const folder = resolve(BUILT, name);
    const later = createRequire(join(folder, 'index.js'))('./later.js') as Record<string, () => unknown>;
    const wanted = [
      ...read(join(folder, 'bundle.js')).matchAll(/require\("\.\/later\.js"\)(?:\.|\[")([\w-]+)/g),
    ];
    expect(wanted.map(([, part]) => part).sort()).toEqual(Object.keys(later).sort());
    for (const load of Object.values(later)) expect(['object', 'function']).toContain(typeof load());
  });

  test.each(functions)('%s has no class that would fail when somebody makes one', (name) => {
    const bundle = read(join(BUILT, name, 'bundle.js'));
    expect(thisBeforeSuper('class A extends B { constructor() { var me = this; super(); } }')).toHaveLength(
      1,
    );
    expect(thisBeforeSuper('class A extends B { constructor() { super(); var me = this; } }')).toEqual([]);
    expect(thisBeforeSuper(bundle)).toEqual([]);
  });

  test('the panel reads what the desk alone does when the first of it is asked for', () => {
    const folder = resolve(BUILT, 'panel');
    const part = createRequire(join(folder, 'index.js'))('./desk-actions.js') as { DESK_ACTIONS: object };
    expect(Object.keys(part.DESK_ACTIONS)).toEqual(Object.keys(DESK_ACTIONS));
    const bundle = read(join(folder, 'bundle.js'));
    expect(bundle).toContain('require("./desk-actions.js")');
    expect(Object.keys(DESK_ACTIONS).filter((action) => bundle.includes(action))).toEqual([]);
  });

  test.each(['resident', 'staff', 'panel', 'web'])('%s carries the weights it reads texts with', (name) => {
    const weights = 'routing-weights.bin';
    const built = readFileSync(join(BUILT, name, weights));
    expect(built.equals(readFileSync(join(SOURCE, 'core/adapters', weights)))).toBe(true);
  });

  test('the timer is the only trigger, and only of jobs', () => {
    const triggers = functions.map((name) => {
      const manifest = JSON.parse(read(join(SOURCE, name, 'config.json'))) as {
        triggers?: { type: string }[];
      };
      return [name, (manifest.triggers ?? []).map(({ type }) => type)];
    });
    expect(triggers.filter(([, types]) => types?.length !== 0)).toEqual([['jobs', ['timer']]]);
  });
});

describe('the contract', () => {
  const files = readdirSync('types/contract').map((file) => join('types/contract', file));

  // `point` is a spot on the map; `points` would be something to collect.
  test('has no field for sign-in counts, points, rankings, dwell time or clicks', () => {
    const field =
      /^\s*['"]?(\w*(points|score|ranking?|leaderboard|checkIns?|attendance|dwell|clicks?|pageViews?))['"]?\??:/gim;
    const found = files.flatMap((file) =>
      [...read(file).matchAll(field)].map(([, name]) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});
