import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Index {
  name: string;
  keys: [field: string, direction: 1 | -1][];
}
const read = (file: string) => readFileSync(file, 'utf8');
const codeIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), code: read(join(folder, file)) }));

const { collections } = JSON.parse(read('config/database.json')) as {
  collections: Record<string, { indexes: Index[] }>;
};

describe('the database', () => {
  test('declares every collection the repositories use, and no other', () => {
    const adapters = codeIn('cloudfunctions/core/adapters').map(({ code }) => code);
    const constants = adapters.flatMap((code) => [...code.matchAll(/const [A-Z]+ = '(\w+)';/g)]);
    const spelledOut = adapters.flatMap((code) => [
      ...code.matchAll(/(?:collection|get|find|insert|change|count|remove)\(\s*'(\w+)'/g),
    ]);
    const used = new Set([...constants, ...spelledOut].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(collections).sort());
  });

  test.each(Object.entries(collections))('keeps the indexes of %s few and distinct', (_name, { indexes }) => {
    const keys = indexes.map((index) => JSON.stringify(index.keys));
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
    expect(new Set(keys).size).toBe(indexes.length);
    expect(indexes.length).toBeLessThanOrEqual(20);
  });

  test('serves every query by an index: the cloud of the tests refuses a scan, and no test turns that off', () => {
    expect(read('tests/support/local-cloud.ts')).toContain("STRICT_INDEXES: '1'");
    const lenient = codeIn('tests').filter(({ code }) => /STRICT_INDEXES['"]?\]?\s*[:=]\s*['"]0/.test(code));
    expect(lenient.map(({ file }) => file).filter((file) => !file.startsWith('tests/local-cloud/'))).toEqual(
      [],
    );
  });
});
