import type { TargetName } from './fresh-builds.mjs';

export interface TestProject {
  name: string;
  include: string[];
  exclude: string[];
  environment: 'node' | 'happy-dom';
  workers: number;
  timeout: number;
  /** Groups run one after the other, lowest first. */
  order: number;
  builds: TargetName[];
}

export const projects: TestProject[];
