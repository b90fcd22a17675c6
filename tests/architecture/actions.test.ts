import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { OFFICER_COMMANDS, RESIDENT_COMMANDS } from '@contract/commands';
import { ERROR_CODES } from '@contract/envelope';
import * as labels from '@contract/labels-zh';
import { DESK_ACTIONS } from '../../cloudfunctions/core/api/desk-actions';
import { PANEL_OFFICER_ACTIONS, STAFF_OFFICER_ACTIONS } from '../../cloudfunctions/core/api/officer-actions';
import { RESIDENT_ACTIONS } from '../../cloudfunctions/core/api/resident-actions';
import { PERMISSIONS } from '../../cloudfunctions/core/domain/permissions/permissions';

/** The contract's action names exist only as types, so the compiler is asked for them. */
function actionsOfTheContract(): string[] {
  const file = resolve('types/contract/actions.ts');
  const program = ts.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const actions = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Actions');
  if (!actions) throw new Error('types/contract/actions.ts exports no Actions');
  return checker
    .getDeclaredTypeOfSymbol(actions)
    .getProperties()
    .map(({ name }) => name)
    .sort();
}

const tables: Record<string, { schema: v.GenericSchema; writes: boolean }> = {
  ...RESIDENT_ACTIONS,
  ...STAFF_OFFICER_ACTIONS,
  ...PANEL_OFFICER_ACTIONS,
  ...DESK_ACTIONS,
};

/** Signing in and out is answered in the entry itself, where the token is known. */
const inEntries = ['resident', 'staff', 'panel'].flatMap((entry) => {
  const code = readFileSync(`cloudfunctions/${entry}/index.ts`, 'utf8');
  return [...code.matchAll(/^\s*'([a-z]+\.\w+)': \{ schema/gm)].map(([, name]) => name ?? '');
});

const isQuestion = (name: string) => /\.(get|list|track|prepare|read|find|check|explain)[A-Z]/.test(name);

describe('every action of the contract', () => {
  const actions = actionsOfTheContract();

  test('is answered by exactly one handler, and nothing else is', () => {
    expect(actions.length).toBeGreaterThan(60);
    expect([...Object.keys(tables), ...inEntries].sort()).toEqual(actions);
  });

  test('begins with the name of the function that answers it', () => {
    expect(new Set(actions.map((name) => name.split('.')[0]))).toEqual(
      new Set(['resident', 'staff', 'panel']),
    );
  });
});

describe('the actions', () => {
  const entries = Object.entries(tables);

  test.each(entries)('%s refuses a field it does not know', (_name, { schema }) => {
    const { issues = [] } = v.safeParse(schema, { unheardOf: 1 });
    expect(issues.map((issue) => v.getDotPath(issue))).toContain('unheardOf');
  });

  test.each(entries)('%s refuses a database operator in any of its fields', (_name, { schema }) => {
    const fields = Object.keys((schema as unknown as { entries: Record<string, unknown> }).entries);
    const tried = fields.map((field) => {
      const { issues = [] } = v.safeParse(schema, { [field]: { $ne: null } });
      return issues.some((issue) => v.getDotPath(issue)?.startsWith(field)) ? [] : [field];
    });
    expect(tried.flat()).toEqual([]);
  });

  test('need a request id exactly when they change something', () => {
    expect(entries.filter(([name, { writes }]) => writes === isQuestion(name)).map(([name]) => name)).toEqual(
      [],
    );
  });
});

describe('the permission table', () => {
  const allowed = new Set(Object.values(PERMISSIONS).flatMap((row) => Object.keys(row)));
  const verbs = Object.keys(PANEL_OFFICER_ACTIONS).map((name) => name.replace('panel.', ''));

  test('gives every officer action to somebody, and names no other', () => {
    const desk = Object.keys(DESK_ACTIONS).map((name) => name.replace('panel.', ''));
    expect([...allowed].sort()).toEqual([...verbs, ...desk].sort());
  });

  test('offers the same verbs on the staff pages as in the panel', () => {
    expect(
      Object.keys(STAFF_OFFICER_ACTIONS)
        .map((name) => name.replace('staff.', ''))
        .sort(),
    ).toEqual(verbs.sort());
  });
});

describe('the Chinese words', () => {
  const chinese = /[\u4e00-\u9fff]/;

  test('exist for every command and every refusal', () => {
    expect(Object.keys(labels.COMMAND_LABELS).sort()).toEqual(
      [...RESIDENT_COMMANDS, ...OFFICER_COMMANDS].sort(),
    );
    expect(Object.keys(labels.ERROR_SENTENCES).sort()).toEqual([...ERROR_CODES].sort());
  });

  test.each(Object.entries(labels))('%s are all Chinese, and no two mean the same', (_name, map) => {
    const words = Object.values(map);
    expect(words.filter((word) => typeof word !== 'string' || !chinese.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});
