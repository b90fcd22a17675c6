import { readdirSync, readFileSync } from 'node:fs';

/** A figure over rounds: the median stands for it, the range shows how noisy the machine was. */
export interface Figure {
  median: number;
  least: number;
  most: number;
  rounds: number;
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median and range of one value per round. */
export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN, rounds: sorted.length };
}

/** The ratio of two contenders, round by round, so that a slow moment of the machine hits both sides. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Figure {
  return figureOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

const TICK_MS = 10;

/** CPU milliseconds that a process and its children have used so far; null where the system does not tell (Linux only). */
export function cpuOf(pid: number): number | null {
  try {
    const family = [pid, ...childrenOf(pid)];
    return family.reduce((sum, member) => sum + ticksOf(member), 0) * TICK_MS;
  } catch {
    return null;
  }
}

/** Resident memory of one process in MB, now and at its highest; null where the system does not tell. */
export function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (field: string): number =>
      Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => fieldsOf(candidate)?.[1] === String(pid));
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return fields ? Number(fields[11]) + Number(fields[12]) : 0;
}

/** Fields of /proc/<pid>/stat from the state on: the name before them may contain anything. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
