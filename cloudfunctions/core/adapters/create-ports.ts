import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Ports } from '../app/ports';
import type { County } from '../domain/county';
import { accountRepository, signInRepository } from './account-repository';
import { categoryReader } from './category-reader';
import { openCloudApp, type CloudApp } from './cloud-app';
import { DocumentStore } from './document-store';
import { fileStore } from './file-store';
import { issueRepository } from './issue-repository';
import { leadRepository } from './lead-repository';
import { log } from './log';
import { missRepository, noticeRepository } from './notice-repository';
import { reminderRepository } from './reminder-repository';
import { timerMemory } from './timer-memory';
import { shippedModel } from './shipped-model';
import { readerRepository, viewRepository } from './reader-repository';
import { shippedRarity } from './shipped-rarity';
import { tallyRepository } from './tally-repository';
import { wechat } from './wechat';

/** The directory is read again after this time; a change in the panel reaches every function by then. */
const COUNTY_MS = 60_000;

/** Everything outside, on the real SDK. Throws when the county was never set up. */
export function createPorts(app: CloudApp = openCloudApp()): Ports {
  const countyId = process.env['COUNTY_ID'] ?? '410325';
  const store = new DocumentStore(app.database());
  return {
    clock: { now: () => new Date().toISOString() },
    random: {
      digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
      token: () => randomBytes(24).toString('base64url'),
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    county: countyReader(store, countyId),
    readCategory: categoryReader(),
    replyModel: shippedModel('reply-weights.bin'),
    rarity: shippedRarity(),
    leads: leadRepository(store, countyId),
    issues: issueRepository(store, countyId),
    tally: tallyRepository(store, countyId),
    accounts: accountRepository(store),
    signIn: signInRepository(store),
    notices: noticeRepository(store),
    reminders: reminderRepository(store),
    wechat: wechat(app),
    misses: missRepository(store),
    timer: timerMemory(store, countyId),
    readers: readerRepository(store),
    views: viewRepository(store),
    files: fileStore(app),
    log,
  };
}

function countyReader(store: DocumentStore, countyId: string): () => Promise<County> {
  let known: { county: Promise<County>; until: number } | null = null;
  return () => {
    if (known && known.until > performance.now()) return known.county;
    const county = readCounty(store, countyId);
    known = { county, until: performance.now() + COUNTY_MS };
    county.catch(() => (known = null));
    return county;
  };
}

async function readCounty(store: DocumentStore, countyId: string): Promise<County> {
  const document = await store.get('directories', countyId);
  if (document === null) throw new Error(`county ${countyId} was never set up: run the setup tool first`);
  return document['county'] as County;
}
