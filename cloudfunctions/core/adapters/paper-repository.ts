import type { PaperRepository, PaperRow, PaperWrite, StoredPaper } from '../app/papers/paper-ports';
import type { Paper } from '../domain/papers/paper';
import { atMost, GONE, oneOf, type DocumentStore, type Fields } from './document-store';

export const PAPERS = 'papers';
/** How far each year's series has come: one small document a year. */
const SERIES = 'paperSeries';
/** A county issues a few hundred a year. */
const MOST_A_YEAR = 1_000;
/** How often and how long a place of the series is tried for while others take theirs. */
const TRIES = 40;
const LONGEST_PAUSE_MS = 120;

/** Papers in a collection of their own; the series moves in one transaction with the paper that takes its next place. */
export function paperRepository(store: DocumentStore, countyId: string): PaperRepository {
  const inTurn = oneAfterAnother();
  return {
    async insert({ paper, index }) {
      const document = {
        _id: paper.id,
        countyId,
        version: 1,
        told: [],
        ...stored({ paper, index }, undefined),
      };
      return (await store.insert(PAPERS, document)) === null;
    },

    async find(paperId) {
      const document = await store.get(PAPERS, paperId);
      return document?.['countyId'] === countyId ? storedOf(document) : null;
    },

    async save(write, expected) {
      const where = { _id: write.paper.id, version: expected };
      return (await store.change(PAPERS, where, { ...stored(write, GONE), version: expected + 1 })) === 1;
    },

    issue: (paperId, expected, year, numbered) =>
      inTurn(async () => {
        for (let attempt = 0; attempt < TRIES; attempt += 1) {
          const taken = await takePlace(store, { countyId, paperId, expected, year, numbered });
          if (taken !== 'conflict') return taken;
          await pause(attempt);
        }
        return 'busy';
      }),

    remove: async (paperId, expected) =>
      (await store.remove(PAPERS, { _id: paperId, version: expected })) === 1,

    async listYear(year) {
      const page = { orderBy: [['order', 'desc'] as [string, 'desc']], limit: MOST_A_YEAR, fields: ['row'] };
      return (await store.find(PAPERS, { countyId, year }, page)).map(rowOf);
    },

    async listByLeads(leadIds) {
      if (leadIds.length === 0) return [];
      const page = { limit: MOST_A_YEAR, fields: ['row'] };
      return (await store.find(PAPERS, { countyId, leadIds: oneOf(leadIds) }, page)).map(rowOf);
    },

    async listYears() {
      const series = await store.find(SERIES, { countyId }, { limit: MOST_A_YEAR });
      return series.map(({ year }) => Number(year)).sort((a, b) => b - a);
    },

    listDue: (now, limit) => listUntil(store, 'nextDueAt', now, limit),
    listUntold: (now, limit) => listUntil(store, 'untoldSince', now, limit),

    async settleTold(paperId, version, told, nextDueAt) {
      await store.change(PAPERS, { _id: paperId, version }, { told, nextDueAt: nextDueAt ?? GONE });
    },

    async settleUntold(paperId, version) {
      await store.change(PAPERS, { _id: paperId, version }, { 'paper.untold': [], untoldSince: GONE });
    },
  };
}

async function listUntil(
  store: DocumentStore,
  field: string,
  now: string,
  limit: number,
): Promise<StoredPaper[]> {
  const documents = await store.find(PAPERS, { [field]: atMost(now) }, { orderBy: [[field, 'asc']], limit });
  return documents.map(storedOf);
}

/** What a write puts into the document; `none` stands where the paper waits for nothing. */
function stored({ paper, index }: PaperWrite, none: typeof GONE | undefined): Fields {
  const { year, order, leadIds, nextDueAt, untoldSince, row } = index;
  return { paper, year, order, leadIds, row, nextDueAt: nextDueAt ?? none, untoldSince: untoldSince ?? none };
}

const storedOf = (document: Fields): StoredPaper => ({
  paper: document['paper'] as Paper,
  version: Number(document['version']),
  told: (document['told'] ?? []) as string[],
});
const rowOf = (document: Fields): PaperRow => document['row'] as PaperRow;

interface Taking {
  countyId: string;
  paperId: string;
  expected: number;
  year: number;
  numbered: (place: number) => PaperWrite;
}

/** One try: the series read, moved on and the paper written, by document id alone. */
async function takePlace(
  store: DocumentStore,
  { countyId, paperId, expected, year, numbered }: Taking,
): Promise<'issued' | 'stale' | 'conflict'> {
  const seriesId = `${countyId}-${year}`;
  try {
    return await store.transact(async (transaction): Promise<'issued' | 'stale'> => {
      const paper = await transaction.get(PAPERS, paperId);
      if (paper?.['version'] !== expected) return 'stale';
      const series = await transaction.get(SERIES, seriesId);
      const place = Number(series?.['last'] ?? 0) + 1;
      await transaction.put(SERIES, seriesId, { countyId, year, last: place });
      const fields = stored(numbered(place), GONE);
      await transaction.change(PAPERS, paperId, { ...fields, version: expected + 1 });
      return 'issued';
    });
  } catch (error) {
    // Two that begin a year at once may both insert its series; the slower one begins again.
    if (/E11000/.test(String((error as { message?: unknown }).message))) return 'conflict';
    throw error;
  }
}

/** A little longer each time, and never two in step. */
const pause = (attempt: number): Promise<void> =>
  new Promise((wake) =>
    setTimeout(wake, Math.random() * Math.min(LONGEST_PAUSE_MS, 8 * 2 ** Math.min(attempt, 5))),
  );

/** Within one process nobody races for the series: each waits for the one before. */
function oneAfterAnother(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
