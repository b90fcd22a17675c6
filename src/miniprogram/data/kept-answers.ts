import { readJson, writeJson } from './kept';

/** Answers that were begun and not sent: what one says of a lead, kept on the device with every change. */
export const ANSWERS_KEY = 'zhitong.answers';
const ANSWERS_MAX = 20;

interface KeptAnswer {
  name: string;
  value: unknown;
}

const readAll = (): KeptAnswer[] => readJson<KeptAnswer[]>(ANSWERS_KEY, Array.isArray) ?? [];

/** What was begun under this name, over what an empty form holds. */
export function readAnswer<Data extends object>(name: string, empty: Data): Data {
  const kept = readAll().find((answer) => answer.name === name);
  return { ...empty, ...(kept?.value as Partial<Data> | undefined) };
}

/** Keeps the first of these versions that the device has room for; false when it has room for none. */
export function keepAnswer(name: string, ...versions: readonly unknown[]): boolean {
  const others = readAll().filter((answer) => answer.name !== name);
  return versions.some((value) => writeJson(ANSWERS_KEY, [{ name, value }, ...others].slice(0, ANSWERS_MAX)));
}

/** It was sent: nothing is left to be remembered. */
export function forgetAnswer(name: string): void {
  writeJson(
    ANSWERS_KEY,
    readAll().filter((answer) => answer.name !== name),
  );
}
