import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { projects } from './test-projects.mjs';

const root = resolve(import.meta.dirname, '..');

/** The browser unpacks itself into TMPDIR and reuses what lies there: a folder of the project, never committed. */
const tmp = resolve(root, '.tmp');
mkdirSync(tmp, { recursive: true });

/** Fuzzed tests take as long as their many cases do. */
const fuzzing = process.env.FUZZ !== undefined;

export default defineConfig({
  root,
  // Vite's own cache belongs beside the packages, not in a folder named after one project.
  cacheDir: resolve(root, 'node_modules/.cache/vitest'),
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    alias: [
      { find: /^@contract\//, replacement: `${root}/types/contract/` },
      { find: /^@shared\//, replacement: `${root}/src/shared/` },
      { find: /^fast-check$/, replacement: `${root}/config/fuzz/fast-check.mjs` },
      { find: /^fast-check-itself$/, replacement: fileURLToPath(import.meta.resolve('fast-check')) },
    ],
  },
  test: {
    env: { TZ: 'Asia/Shanghai', TMPDIR: tmp },
    // A test that is left focused would silence all the others.
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    projects: projects.map(
      ({ name, include, exclude, environment, workers, timeout, order }): TestProjectInlineConfiguration => ({
        extends: true,
        test: {
          name,
          include,
          exclude,
          environment,
          maxWorkers: workers,
          testTimeout: fuzzing ? 600_000 : timeout,
          hookTimeout: timeout,
          // What is waited for may take its time on a busy machine; a second is no rule of the product.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: order },
          globalSetup: order > 0 ? ['config/fresh-builds-before-tests.mts'] : [],
        },
      }),
    ),
  },
});
