import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Ports } from '../app/ports';
import type { County } from '../domain/county';
import { chinaDate } from '../domain/deadlines/working-days';
import { countyOn } from '../domain/directory/terms';
import { accountRepository, signInRepository } from './account-repository';
import { categoryReader } from './category-reader';
import { openCloudApp, type CloudApp } from './cloud-app';
import { directoryRepository, readDirectory } from './directory-repository';
import { codePictureRepository, codeRepository } from './code-repository';
import { DocumentStore } from './document-store';
import { fileStore } from './file-store';
import { issueRepository } from './issue-repository';
import { leadRepository } from './lead-repository';
import { ledgerRepository } from './ledger-repository';
import { log } from './log';
import { missRepository, noticeRepository } from './notice-repository';
import { dossierRepository } from './dossier-repository';
import { paperRepository } from './paper-repository';
import { personalDataRepository } from './personal-data-repository';
import { reminderRepository } from './reminder-repository';
import { timerMemory } from './timer-memory';
import { shippedModel } from './shipped-model';
import { readerRepository, viewRepository } from './reader-repository';
import { shippedRarity } from './shipped-rarity';
import { tallyRepository } from './tally-repository';
import { visitRepository } from './visit-repository';
import { wechat } from './wechat';
import { wechatCodes } from './wechat-codes';

/** The directory is read again after this time; a change in the panel reaches every function by then. */
const COUNTY_MS = 60_000;

/** Everything outside, on the real SDK. Throws when the county was never set up. */
export function createPorts(app: CloudApp = openCloudApp()): Ports {
  const countyId = process.env['COUNTY_ID'] ?? '410325';
  const store = new DocumentStore(app.database());
  const clock = { now: () => new Date().toISOString() };
  const county = countyReader(store, countyId, clock);
  return {
    clock,
    random: {
      digits: (length) => Array.from({ length }, () => randomInt(10)).join(''),
      token: () => randomBytes(24).toString('base64url'),
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    county: county.read,
    directory: directoryRepository(store, countyId, county.forget),
    ledgers: ledgerRepository(store, countyId),
    readCategory: categoryReader(),
    replyModel: shippedModel('reply-weights.bin'),
    rarity: shippedRarity(),
    leads: leadRepository(store, countyId),
    issues: issueRepository(store, countyId),
    tally: tallyRepository(store, countyId),
    accounts: accountRepository(store),
    signIn: signInRepository(store),
    notices: noticeRepository(store),
    papers: paperRepository(store, countyId),
    dossiers: dossierRepository(store, countyId),
    reminders: reminderRepository(store),
    wechat: wechat(app),
    codes: codeRepository(store, countyId),
    codePictures: codePictureRepository(store, app, countyId),
    wechatCodes: wechatCodes(app),
    misses: missRepository(store),
    visits: visitRepository(store),
    personalData: personalDataRepository(store, countyId),
    timer: timerMemory(store, countyId),
    readers: readerRepository(store),
    views: viewRepository(store),
    files: fileStore(app),
    log,
  };
}

/** The directory as it stands on the day it is asked for: a term that ends at midnight has ended a minute later. */
function countyReader(store: DocumentStore, countyId: string, clock: Ports['clock']) {
  let known: { stored: Promise<County>; until: number } | null = null;
  let today: { day: string; of: County; county: County } | null = null;
  const stored = (): Promise<County> => {
    if (known && known.until > performance.now()) return known.stored;
    const county = readDirectory(store, countyId).then((kept) => kept.county);
    known = { stored: county, until: performance.now() + COUNTY_MS };
    county.catch(() => (known = null));
    return county;
  };
  return {
    async read(): Promise<County> {
      const of = await stored();
      const day = chinaDate(clock.now());
      if (today === null || today.of !== of || today.day !== day)
        today = { day, of, county: countyOn(of, day) };
      return today.county;
    },
    forget(): void {
      known = null;
    },
  };
}
