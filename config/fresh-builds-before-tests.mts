import type { TestProject } from 'vitest/node';
import { ensureBuilt } from './fresh-builds.mjs';
import { projects } from './test-projects.mjs';

/** Vitest calls this once for each project it is about to run: a test never looks at yesterday's build. */
export async function setup({ name }: TestProject): Promise<void> {
  if (process.env['SKIP_BUILDS'] === '1') return;
  await ensureBuilt(projects.find((project) => project.name === name)?.builds ?? []);
}
