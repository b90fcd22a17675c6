import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { leadRepository } from '../../cloudfunctions/core/adapters/lead-repository';
import { shippedRarity } from '../../cloudfunctions/core/adapters/shipped-rarity';
import { earlierLeads } from '../../cloudfunctions/core/app/lead/similar-rows';
import { startLocalCloud } from '../support/local-cloud';
import { dice } from './dice';
import { county, fill } from './fill';
import { cpuOf, quantile } from './measure';
import { demonstrationSet, submissionText } from './stories';

/** What looking for earlier leads costs, in milliseconds. CPU where nothing else is said. */
export interface DuplicateLookup {
  rows: number;
  /** Reading the table of common pairs, once a process. */
  tableLoad: number;
  /** In the function: fingerprint, SDK, comparing the candidates. */
  inFunction: number;
  /** Of that, what the SDK takes for any one query: asked for a single document that is not there. */
  bareQuery: number;
  /** In the local cloud: finding and sending them; null where the system does not tell. */
  inCloud: number | null;
  /** From asking to the answer, by the clock: the median and the slowest of a hundred. */
  wall: { median: number; p99: number };
  /** How many leads one look-up compared. */
  candidates: number;
}

const LOOKUPS = 200;
const WARM_UP = 100;
const TABLE = resolve(import.meta.dirname, '../../cloudfunctions/core/adapters/rarity-table.bin');

/** Fills a cloud of its own with so many leads and looks for earlier ones, through the SDK and the code of the functions. */
export async function measureDuplicateLookup(
  rows: number,
  say: (done: number) => void = () => undefined,
): Promise<DuplicateLookup> {
  const dataDir = mkdtempSync(join(tmpdir(), 'duplicate-lookup-'));
  try {
    await fill(dataDir, rows, say);
    const cloud = await startLocalCloud({ dataDir });
    try {
      const leads = leadRepository(new DocumentStore(cloud.sdk().database()), county.id);
      const { pid } = (await cloud.control('/_local/health')) as { pid: number };
      return { rows, ...(await measure(leads, pid)) };
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  leads: ReturnType<typeof leadRepository>,
  cloudPid: number,
): Promise<Omit<DuplicateLookup, 'rows'>> {
  const before = performance.now();
  const rarity = shippedRarity(TABLE);
  rarity();
  const tableLoad = performance.now() - before;
  let candidates = 0;
  const ports = {
    rarity,
    county: () => Promise.resolve(county),
    leads: {
      ...leads,
      findSimilar: async (...asked: Parameters<typeof leads.findSimilar>) => {
        const found = await leads.findSimilar(...asked);
        candidates += found.length;
        return found;
      },
    },
  };
  const set = demonstrationSet();
  const chance = dice(7);
  const lookUp = async (): Promise<number> => {
    const { text, placeId } = submissionText(set, chance);
    const start = performance.now();
    await earlierLeads({ text, placeId, townshipId: null }, ports, () => true);
    return performance.now() - start;
  };
  for (let round = 0; round < WARM_UP; round += 1) await lookUp();
  candidates = 0;
  const bareBefore = process.cpuUsage();
  for (let round = 0; round < LOOKUPS; round += 1) await leads.find('nowhere');
  const bare = process.cpuUsage(bareBefore);
  const cloudBefore = cpuOf(cloudPid);
  const ownBefore = process.cpuUsage();
  const walls: number[] = [];
  for (let round = 0; round < LOOKUPS; round += 1) walls.push(await lookUp());
  const own = process.cpuUsage(ownBefore);
  const cloudAfter = cpuOf(cloudPid);
  return {
    tableLoad,
    inFunction: (own.user + own.system) / 1000 / LOOKUPS,
    bareQuery: (bare.user + bare.system) / 1000 / LOOKUPS,
    inCloud: cloudBefore === null || cloudAfter === null ? null : (cloudAfter - cloudBefore) / LOOKUPS,
    wall: { median: quantile(walls, 0.5), p99: quantile(walls, 0.99) },
    candidates: candidates / LOOKUPS,
  };
}
