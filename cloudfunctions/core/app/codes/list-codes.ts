import type { CodeItem, WechatCodeState } from '@contract/codes';
import type { OutputOf } from '@contract/actions';
import { codesOfPlaces } from '../../domain/codes/code';
import type { StoredCode } from '../../domain/codes/explain-code';
import { findPlace, type County, type CountyTownship } from '../../domain/county';
import { townshipsOfCodes } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Counts } from '../../domain/statistics/tally';
import type { Call, OfficerCaller, Ports } from '../ports';
import { readCounts } from '../statistics/read-counts';
import type { CodePictures } from './code-ports';

/** Whole townships until a page holds so many codes. */
const PAGE = 120;

/** What is known of codes beside their numbers. */
export interface CodeFacts {
  county: County;
  stored: ReadonlyMap<string, StoredCode>;
  pictures: CodePictures;
  /** How many leads came by each; null for those who may not read it. */
  counts: Counts | null;
}

/** The codes the caller may print, township by township: FORBIDDEN for those who have nothing to do with codes. */
export async function listCodes(
  { cursor }: { cursor?: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listCodes'>>> {
  const reach = townshipsOfCodes(caller.account.grants);
  if (reach === null) return refuse('FORBIDDEN');
  const facts = await readFacts(ports, reach === 'all');
  const townships = facts.county.townships.filter(({ id }) => reach === 'all' || reach.includes(id));
  const from = cursor === undefined ? 0 : townships.findIndex(({ id }) => id === cursor);
  if (from < 0) return refuse('NOT_FOUND');
  const items: CodeItem[] = [];
  let next = from;
  for (; next < townships.length && (next === from || items.length < PAGE); next += 1) {
    items.push(...codesIn(townships[next], facts));
  }
  return done({
    items,
    nextCursor: townships[next]?.id ?? null,
    settings: settingsOf(facts),
  });
}

/** Everything about the county's codes: three database calls, however many there are. */
export async function readFacts(ports: Ports, withCounts: boolean): Promise<CodeFacts> {
  const [county, stored, pictures, counted] = await Promise.all([
    ports.county(),
    ports.codes.list(),
    ports.codePictures.read(),
    withCounts ? readCounts(['k'], ports) : null,
  ]);
  return {
    county,
    stored: new Map(stored.map((code) => [code.id, code])),
    pictures,
    counts: counted?.counts ?? null,
  };
}

/** A township's codes: each place's own, and behind it what was made there. */
export function codesIn(township: CountyTownship | undefined, facts: CodeFacts): CodeItem[] {
  if (township === undefined) return [];
  const own = codesOfPlaces({ ...facts.county, townships: [township] });
  const made = [...facts.stored.values()].filter(({ kind }) => isMade(kind));
  const places = [township.id, ...township.villages.map(({ id }) => id)];
  return places.flatMap((placeId) => [
    ...own
      .filter((code) => code.placeId === placeId)
      .map((code) => itemOf(facts.stored.get(code.id) ?? unstored(code, facts.county.id), facts)),
    ...made.filter((code) => code.placeId === placeId).map((code) => itemOf(code, facts)),
  ]);
}

const isMade = (kind: StoredCode['kind']): boolean =>
  kind === 'board' || kind === 'station' || kind === 'event';

/** A place's own code before anything happened to it. */
export const unstored = (
  { id, kind, placeId }: Pick<StoredCode, 'id' | 'kind' | 'placeId'>,
  countyId: string,
): StoredCode => ({
  id,
  countyId,
  kind,
  placeId,
  title: '',
  address: '',
  createdAt: null,
  validFrom: null,
  validUntil: null,
  retired: null,
  successorAddress: null,
});

/** One code as the panel shows it. */
export function itemOf(code: StoredCode, { county, pictures, counts }: Omit<CodeFacts, 'stored'>): CodeItem {
  const place = findPlace(county, code.placeId);
  const { id, kind, placeId, title, address, createdAt, validFrom, validUntil, retired } = code;
  return {
    id,
    kind,
    placeId,
    placeName: place?.name ?? '',
    townshipId: place?.township.id ?? '',
    title,
    address,
    createdAt,
    validFrom,
    validUntil,
    retired,
    received: counts === null ? null : (counts[`k:${id}`] ?? 0),
    wechat: pictureState(id, pictures),
  };
}

function pictureState(id: string, { files, waiting }: CodePictures): WechatCodeState {
  if (files[id] !== undefined) return 'ready';
  return waiting.includes(id) ? 'waiting' : 'none';
}

const settingsOf = ({ county, pictures }: CodeFacts): OutputOf<'panel.listCodes'>['settings'] => ({
  h5Address: county.codes?.h5Address ?? null,
  deskPhone: county.codes?.deskPhone ?? null,
  wechat: {
    isSetUp: county.codes?.wechat ?? false,
    waiting: pictures.waiting.length,
    ready: Object.keys(pictures.files).length,
    problem: pictures.problem,
  },
});
