import { findPlace, type County } from '../../domain/county';
import { fingerprintOf, gramsOf, messageOf, type Fingerprint } from '../../domain/duplicates/fingerprint';
import type { Rarity } from '../../domain/duplicates/rarity';
import {
  MOST_CANDIDATES,
  suggestEarlier,
  type Suggestion,
  type Whereabouts,
} from '../../domain/duplicates/suggest-earlier';
import type { Lead } from '../../domain/lead/lead';
import type { FoundBy, Ports, SimilarRow } from '../ports';

/** What a lead with this text is found by. */
export function foundBy(text: string, county: County, rarity: Rarity): FoundBy {
  const { keys, print } = fingerprintFor(text, county, rarity);
  return { keys, print };
}

export interface Asking extends Whereabouts {
  text: string;
  /** Only leads that stand before this one in the order. */
  before?: string;
  /** How many at most; five unless told. */
  most?: number;
}
export interface Earlier extends Suggestion {
  row: SimilarRow;
}

/** Up to five earlier leads about the same problem, of those that `mayShow` lets through: one query. */
export async function earlierLeads(
  asking: Asking,
  ports: Pick<Ports, 'county' | 'leads' | 'rarity'>,
  mayShow: (row: SimilarRow) => boolean,
): Promise<Earlier[]> {
  const county = await ports.county();
  const { askKeys, print } = fingerprintFor(asking.text, county, ports.rarity());
  if (askKeys.length === 0) return [];
  const rows = (await ports.leads.findSimilar(askKeys, MOST_CANDIDATES, asking.before)).filter(mayShow);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const candidates = rows.map((row) => ({ leadId: row.id, print: row.print, ...whereaboutsOf(row.lead) }));
  const { most } = asking;
  const query = { ...asking, print, placeNames: placeNames(asking, county) };
  return suggestEarlier(query, candidates, { most }).flatMap((suggestion) => {
    const row = byId.get(suggestion.leadId);
    return row ? [{ ...suggestion, row }] : [];
  });
}

/** Where a lead speaks of. */
export const whereaboutsOf = ({ placeId, route }: Pick<Lead, 'placeId' | 'route'>): Whereabouts => ({
  placeId,
  townshipId: route?.townshipId ?? null,
});

/** What people call the place: with and without its kind, the longer first. */
function placeNames({ placeId, townshipId }: Whereabouts, county: County): string[] {
  const place = findPlace(county, placeId) ?? findPlace(county, townshipId);
  const { township, village } = place ?? { township: null, village: null };
  const bare = (name: string): string[] => [name, name.replace(/(?:村|社区|居委会)$/, '')];
  return [
    county.name,
    ...(township ? [township.name, township.shortName] : []),
    ...(village ? bare(village.name) : []),
  ]
    .filter((name) => Array.from(name).length >= 2)
    .sort((a, b) => b.length - a.length);
}

const gramsOfNames = new WeakMap<County, ReadonlySet<number>>();

function fingerprintFor(text: string, county: County, rarity: Rarity): Fingerprint {
  let names = gramsOfNames.get(county);
  if (names === undefined) {
    names = gramsOf([county.name, ...county.townships.flatMap(({ name, shortName }) => [name, shortName])]);
    gramsOfNames.set(county, names);
  }
  return fingerprintOf(messageOf(text), rarity, names);
}
