import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '../../../dist');
const HASHED = /\.([0-9a-f]{8})\.(js|css)(\.LICENSE\.txt)?$/;

/** Puts the built web apps into a folder, as a county would put them on its server. */
export function deploy(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const app of ['h5', 'admin']) cpSync(join(BUILT, app), join(folder, app), { recursive: true });
}

/** Puts a later version in its place: every file under another name, the earlier ones gone from the server. */
export function deployNext(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  deploy(folder);
  const h5 = join(folder, 'h5');
  const names = ['js', 'css'].flatMap((kind) => readdirSync(join(h5, kind)).map((name) => join(kind, name)));
  const hashes = new Set(names.flatMap((name) => HASHED.exec(name)?.[1] ?? []));
  const renamed = (text: string): string =>
    [...hashes].reduce((all, hash) => all.replaceAll(hash, nextOf(hash)), text);
  for (const name of names) {
    const text = readFileSync(join(h5, name), 'utf8');
    rmSync(join(h5, name));
    writeFileSync(join(h5, renamed(name)), renamed(text));
  }
  for (const name of ['index.html', 'sw.js']) {
    const text = readFileSync(join(h5, name), 'utf8').replace(
      '<title>直通</title>',
      '<title>直通（新）</title>',
    );
    // The page has another content now, and so another mark in the worker's list.
    writeFileSync(join(h5, name), renamed(text).replace(/("revision":")[0-9a-f]/, '$1x'));
  }
}

const nextOf = (hash: string): string => [...hash].reverse().join('').replace(/^./, 'x');
