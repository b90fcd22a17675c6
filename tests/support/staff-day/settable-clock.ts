import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '../../../dist/cloudfunctions');
const CHINA_OFFSET = '+08:00';

export interface SettableClock {
  /** The built functions, reading this clock instead of the machine's. */
  functionsDir: string;
  /** From now on the functions live at this moment, China time, and time goes on from there. */
  set(day: string, time: string): void;
  /** What the functions take for now. */
  now(): string;
  remove(): void;
}

/**
 * A copy of the built functions whose `Date` is a number of milliseconds away from the machine's. The functions
 * themselves are as deployed: only what the platform would tell them the time is, is ours.
 */
export function functionsWithClock(): SettableClock {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const functionsDir = join(folder, 'functions');
  const offsetFile = join(folder, 'offset');
  let offset = 0;
  cpSync(BUILT, functionsDir, { recursive: true });
  for (const name of readdirSync(functionsDir)) {
    const entry = join(functionsDir, name, 'index.js');
    writeFileSync(entry, `${shiftedDate(offsetFile)}\n${readFileSync(entry, 'utf8')}`);
  }
  const write = (): void => {
    // Written beside and moved: no function may read half a number.
    writeFileSync(`${offsetFile}.new`, String(offset));
    renameSync(`${offsetFile}.new`, offsetFile);
  };
  write();
  return {
    functionsDir,
    set(day, time) {
      offset = Date.parse(`${day}T${time}:00${CHINA_OFFSET}`) - Date.now();
      write();
    },
    now: () => new Date(Date.now() + offset).toISOString(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs before everything else in a function's process. */
const shiftedDate = (offsetFile: string): string => `
{
  const { readFileSync } = require('node:fs');
  const Machine = Date;
  const now = () => Machine.now() + Number(readFileSync(${JSON.stringify(offsetFile)}, 'utf8'));
  globalThis.Date = class extends Machine {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now()] : parts));
    }
    static now() {
      return now();
    }
  };
}`;
