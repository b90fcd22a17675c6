import { host } from '../platform/host';

/** Things this device remembers by itself, so that they are there without a network. */

/** What was kept under a key, when it is still readable and passes the check. */
export function readJson<Data>(key: string, check: (value: unknown) => boolean): Data | null {
  const kept = host.storage.read(key);
  if (kept === null) return null;
  try {
    const value = JSON.parse(kept) as unknown;
    return check(value) ? (value as Data) : null;
  } catch {
    return null;
  }
}

/** Keeps a value; false when the device has no room left. */
export function writeJson(key: string, value: unknown): boolean {
  return host.storage.write(key, JSON.stringify(value));
}

/** A short list under a key: what was kept last stands first, each thing once, and no more than so many. */
export interface KeptList<Item> {
  readonly key: string;
  read(): Item[];
  /** What is kept under this name. */
  find(name: string): Item | undefined;
  /** Keeps the first of these versions of a thing that the device has room for; false when it has room for none. */
  keep(...versions: readonly Item[]): boolean;
  forget(name: string): void;
}

/** The list under this key, of at most so many things; `nameOf`: what makes two of them the same thing. */
export function keptList<Item>(key: string, most: number, nameOf: (item: Item) => string): KeptList<Item> {
  const read = (): Item[] => readJson<Item[]>(key, Array.isArray) ?? [];
  const without = (name: string): Item[] => read().filter((item) => nameOf(item) !== name);
  return {
    key,
    read,
    find: (name) => read().find((item) => nameOf(item) === name),
    keep: (...versions) =>
      versions.some((item) => writeJson(key, [item, ...without(nameOf(item))].slice(0, most))),
    forget: (name) => {
      if (read().some((item) => nameOf(item) === name)) writeJson(key, without(name));
    },
  };
}
