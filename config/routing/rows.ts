import { readFileSync } from 'node:fs';
import { splitTitle } from '../../cloudfunctions/core/domain/routing/ngrams';
import { Misuse } from './arguments';
import { secondReadingOf } from './second-readings';

/** The categories the labels know, in the order of the model's columns. */
export const LABELS = [
  '城乡建设',
  '劳动和社会保障',
  '教育文体',
  '商贸旅游',
  '环境保护',
  '卫生计生',
  '交通运输',
] as const;
/** The column for what belongs to none of them. */
export const OTHER = LABELS.length;

export interface Row {
  title: string;
  text: string;
  /** Column of the label; `OTHER` where the row says it is none of the seven. */
  label: number;
  /** Segmented rows teach, but the probabilities are fitted on rows as residents write them. */
  segmented: boolean;
  /** What somebody who did not know the label made of the row: a share for each column. */
  second?: readonly number[] | undefined;
}

interface RawRow {
  id?: string;
  title?: string;
  text: string;
  label: string | null;
  form?: string;
}

/** Reads labelled rows, one JSON object a line. Refuses a line that is no row, by its number. */
export function readRows(file: string): Row[] {
  return readLines<RawRow>(file).map((row, index) => {
    const label = row.label === null ? OTHER : LABELS.indexOf(row.label as (typeof LABELS)[number]);
    if (typeof row.text !== 'string' || (label < 0 && typeof row.label !== 'string')) {
      throw new Misuse(`${file} 第 ${index + 1} 条：要有 text 和 label。`);
    }
    if (row.title && typeof row.title !== 'string') {
      throw new Misuse(`${file} 第 ${index + 1} 条：title 要加引号。`);
    }
    const segmented = row.form === 'seg';
    const parts = row.title ? { title: row.title, text: row.text } : splitTitle(row.text);
    return { ...parts, label: label < 0 ? OTHER : label, segmented, second: secondReadingOf(row.id) };
  });
}

/** One JSON object a line; blank lines do not count. Refuses a file that is none and a line that is no object. */
export function readLines<T>(file: string): T[] {
  return textOf(file)
    .split('\n')
    .map((line, index) => [line, index + 1] as const)
    .filter(([line]) => line.trim() !== '')
    .map(([line, place]) => {
      const value = parsed(line);
      if (value === undefined) throw new Misuse(`${file} 第 ${place} 行不是 JSON。`);
      if (typeof value === 'object' && value !== null) return value as T;
      throw new Misuse(`${file} 第 ${place} 行要用花括号括起来。`);
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(`打不开文件 ${file}。`);
  }
}

/** Puts near-identical messages into one group, so that none is tested on its own copy. Returns a group per row. */
export function groupsOf(rows: readonly Row[]): Int32Array {
  const shingles = rows.map((row) => shinglesOf(row.title + row.text));
  const holders = new Map<number, number[]>();
  shingles.forEach((set, index) => {
    for (const shingle of set) {
      const list = holders.get(shingle);
      if (list) list.push(index);
      else holders.set(shingle, [index]);
    }
  });
  const parent = Int32Array.from(rows.keys());
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  shingles.forEach((set, index) => {
    const shared = new Map<number, number>();
    for (const shingle of set) {
      const list = holders.get(shingle) ?? [];
      if (list.length > 25) continue;
      for (const other of list) if (other < index) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      if (count < 0.25 * Math.min(set.size, shingles[other]?.size ?? 0)) continue;
      const [low, high] = [rootOf(index), rootOf(other)].sort((a, b) => a - b);
      if (low !== undefined && high !== undefined) parent[high] = low;
    }
  });
  return parent.map((_, index) => rootOf(index));
}

function shinglesOf(text: string): Set<number> {
  const plain = text.replace(/[\s\p{P}]/gu, '');
  const set = new Set<number>();
  for (let start = 0; start + 5 <= plain.length; start += 1) {
    let hash = 7;
    for (let index = start; index < start + 5; index += 1) {
      hash = Math.imul(hash ^ plain.charCodeAt(index), 0x01000193) ^ (hash >>> 13);
    }
    set.add(hash >>> 0);
  }
  return set;
}

/** The fold of a group, the same on every machine. */
export function foldOf(group: number, seed: number, folds = 5): number {
  let hash = Math.imul(group + 1 + seed * 7919, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % folds;
}
