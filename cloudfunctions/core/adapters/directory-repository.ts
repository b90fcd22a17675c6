import { createHash } from 'node:crypto';
import type { DirectoryPerson } from '@contract/directory-desk';
import type {
  DirectoryRepository,
  DirectorySave,
  PersonWrite,
  SaveOutcome,
  StoredChange,
  StoredDirectory,
} from '../app/directory-port';
import type { County } from '../domain/county';
import { administers } from '../domain/directory/people';
import { GONE, greater, less, type DocumentStore, type Fields, type Transaction } from './document-store';

const DIRECTORIES = 'directories';
const CHANGES = 'directoryChanges';
const ACCOUNTS = 'accounts';
/** The version of a directory that was set up and never edited. */
const FIRST_VERSION = 1;

/** The county as it is kept now, with its version. Throws when it was never set up. */
export async function readDirectory(store: DocumentStore, countyId: string): Promise<StoredDirectory> {
  const document = await store.get(DIRECTORIES, countyId);
  if (document === null) throw new Error(`还没有 ${countyId} 这个县的名录，请先运行 setup county。`);
  return { county: document['county'] as County, version: versionOf(document) };
}

/**
 * The directory with its history: a save is one transaction over the directory, the people it writes and the record of
 * the change, by their ids. `forget` is called once the county has changed.
 */
export function directoryRepository(
  store: DocumentStore,
  countyId: string,
  forget: () => void,
): DirectoryRepository {
  return {
    read: () => readDirectory(store, countyId),

    async save(save) {
      const outcome = await store.transact((transaction) => write(transaction, countyId, save));
      if (outcome === 'conflict') return { kind: 'stale' };
      if (outcome.kind === 'saved') forget();
      return outcome;
    },

    async changes(entryKey, before, limit) {
      const where = { countyId, entryKeys: entryKey, ...(before === null ? {} : { version: less(before) }) };
      const documents = await store.find(CHANGES, where, { orderBy: [['version', 'desc']], limit });
      return documents.map((document) => ({
        id: String(document['_id']),
        ...(document['change'] as StoredChange),
      }));
    },

    async people(after, limit) {
      const where = { countyId, _id: greater(after) };
      const documents = await store.find(ACCOUNTS, where, { orderBy: [['_id', 'asc']], limit });
      return documents.map(personOf);
    },

    async person(id) {
      const document = await store.get(ACCOUNTS, id);
      return document === null || document['countyId'] !== countyId ? null : personOf(document);
    },
  };
}

const versionOf = (document: Fields): number => Number(document['version'] ?? FIRST_VERSION);

async function write(
  transaction: Transaction,
  countyId: string,
  { county, expected, people, peopleReadAfter, administrators, change, asked }: DirectorySave,
): Promise<SaveOutcome> {
  const id = `${countyId}-${createHash('sha256').update(`${change.by.accountId}\n${asked.requestId}`).digest('hex').slice(0, 24)}`;
  const earlier = await transaction.get(CHANGES, id);
  if (earlier !== null) {
    const { version } = earlier['change'] as StoredChange;
    return earlier['fingerprint'] === asked.fingerprint ? { kind: 'again', version } : { kind: 'reused' };
  }
  const directory = await transaction.get(DIRECTORIES, countyId);
  if (directory === null || versionOf(directory) !== expected) return { kind: 'stale' };
  if (administrators !== undefined && !(await hasAdministrator(transaction, administrators, people)))
    return { kind: 'lastAdministrator' };
  const toCheck = peopleReadAfter ? [] : people;
  for (const person of toCheck) if (!(await isFresh(transaction, person))) return { kind: 'stale' };
  const version = expected + 1;
  for (const person of people) await writePerson(transaction, countyId, person);
  await transaction.change(DIRECTORIES, countyId, { version, ...(county === null ? {} : { county }) });
  const keys = change.changes.flatMap(({ section, id: entry }) => [section, `${section}:${entry}`]);
  await transaction.put(CHANGES, id, {
    _id: id,
    countyId,
    fingerprint: asked.fingerprint,
    entryKeys: [...new Set(['all', ...keys])],
    version,
    change: { ...change, version },
  });
  return { kind: 'saved', version };
}

async function hasAdministrator(
  transaction: Transaction,
  others: readonly string[],
  people: readonly PersonWrite[],
): Promise<boolean> {
  if (people.some(({ person }) => administers(person))) return true;
  const written = new Set(people.map(({ person }) => person.id));
  for (const id of others) {
    if (written.has(id)) continue;
    const document = await transaction.get(ACCOUNTS, id);
    if (document !== null && administers(personOf(document))) return true;
  }
  return false;
}

async function isFresh(transaction: Transaction, { person, expected }: PersonWrite): Promise<boolean> {
  const document = await transaction.get(ACCOUNTS, person.id);
  return document === null ? expected === 0 : expected === versionOf(document);
}

async function writePerson(
  transaction: Transaction,
  countyId: string,
  { person, expected, binding }: PersonWrite,
): Promise<void> {
  const { id, name, post, grid, grants, active } = person;
  const fields = { countyId, name, post, grid, grants, active, version: expected + 1 };
  const code =
    binding === 'keep'
      ? {}
      : binding === 'none'
        ? { openid: GONE, bindCodeHash: GONE }
        : { bindCodeHash: binding.bindCodeHash };
  if (expected > 0) return transaction.change(ACCOUNTS, id, { ...fields, ...code });
  const first = binding === 'keep' || binding === 'none' ? {} : { bindCodeHash: binding.bindCodeHash };
  return transaction.put(ACCOUNTS, id, { ...fields, ...first });
}

function personOf(document: Fields): DirectoryPerson {
  return {
    id: String(document['_id']),
    version: versionOf(document),
    name: String(document['name']),
    post: String(document['post'] ?? ''),
    grid: String(document['grid'] ?? ''),
    grants: document['grants'] as DirectoryPerson['grants'],
    active: document['active'] !== false,
    binding:
      document['openid'] !== undefined
        ? 'bound'
        : document['bindCodeHash'] !== undefined
          ? 'waiting'
          : 'none',
  };
}
