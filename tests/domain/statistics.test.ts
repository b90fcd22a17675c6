import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRIES, LEAD_STATUSES } from '@contract/lead';
import { DIMENSIONS, MEASURES, type Statistics } from '@contract/statistics';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { demoLeads } from '../../cloudfunctions/setup/demo-leads';
import type { LeadContent as DemoLead } from '../../cloudfunctions/setup/content/types';
import type { County } from '../../cloudfunctions/core/domain/county';
import type { Lead } from '../../cloudfunctions/core/domain/lead/lead';
import { isPrivate } from '../../cloudfunctions/core/domain/lead/lifecycle';
import { ownerOf, routeFor } from '../../cloudfunctions/core/domain/routing/route-lead';
import {
  keysOfFilter,
  queueKeysOf,
  type KeyedFilter,
} from '../../cloudfunctions/core/domain/statistics/queue-keys';
import {
  codeFiguresOf,
  partsOfCodes,
  partsOfFigures,
  statisticsOf,
} from '../../cloudfunctions/core/domain/statistics/statistics-of';
import {
  addCounts,
  difference,
  partOf,
  type Counts,
} from '../../cloudfunctions/core/domain/statistics/tally';
import { CLERK, COUNTY, FACTS, hoursLater, inState, sha256, type Step } from '../support/builders';
import { withCodes, type WholeStatistics } from '../support/figures';
import { RARITY } from '../support/rarity';
import { stateOf } from '../support/given-when-then';

const keysOf = (leads: readonly Lead[]) => leads.map((lead) => new Set(queueKeysOf(lead)));
const countsOf = (leads: readonly Lead[]): Counts =>
  leads.reduce<Counts>((counts, lead) => addCounts(counts, difference([], queueKeysOf(lead))), {});

/** The length of the list that the panel opens: the leads carrying every key of the filter. */
function lengthOfList(leads: readonly Set<string>[], filter: KeyedFilter, scope: string | null): number {
  const wanted = keysOfFilter(filter, scope);
  return leads.filter((keys) => wanted.every((key) => keys.has(key))).length;
}

type Figures = WholeStatistics<Pick<Statistics, 'funnel' | 'tables'>>;
const allFiguresOf = (counts: Counts, county: County): Figures =>
  withCodes(statisticsOf(counts, county, hoursLater(0)), codeFiguresOf(counts, county, hoursLater(0)));
/** What a committee's list holds is said by its sectors' keys. */
const KEYED = DIMENSIONS.filter((dimension) => dimension !== 'committee');

/** Every figure of the statistics page, with the filter that a click on it opens. */
function figuresOf({ funnel, tables }: Figures): { figure: number; filter: KeyedFilter }[] {
  const inFunnel = MEASURES.map((measure) => ({
    figure: funnel[measure],
    filter: { measure } as KeyedFilter,
  }));
  const inTables = KEYED.flatMap((dimension) =>
    tables[dimension].flatMap(({ id, counts }) =>
      MEASURES.map((measure) => ({
        figure: counts[measure],
        filter: { measure, dimension, dimensionId: id },
      })),
    ),
  );
  return [...inFunnel, ...inTables];
}

function expectEveryFigureToOpenItsList(leads: readonly Lead[], county: County): number {
  const statistics = allFiguresOf(countsOf(leads), county);
  const keys = keysOf(leads);
  const wrong = figuresOf(statistics).filter(
    ({ figure, filter }) => lengthOfList(keys, filter, null) !== figure,
  );
  expect(wrong).toEqual([]);
  // Each table tells of every lead once.
  for (const dimension of DIMENSIONS) {
    const received = statistics.tables[dimension].reduce((sum, { counts }) => sum + counts.received, 0);
    expect(received, dimension).toBe(leads.length);
  }
  return figuresOf(statistics).length;
}

/** A private lead stands under no place. */
const townshipIdOf = (lead: Lead): string => (isPrivate(lead) ? 'none' : (lead.route?.townshipId ?? 'none'));

const publish: Step = 'LeadPublished';
const anyLead: fc.Arbitrary<Lead> = fc
  .record({
    status: fc.constantFrom(...LEAD_STATUSES),
    category: fc.constantFrom(...COUNTY.categories),
    townshipId: fc.constantFrom(null, ...COUNTY.townships.map(({ id }) => id)),
    entry: fc.constantFrom(...ENTRIES),
    codeId: fc.constantFrom(undefined, '4103251000012', '41032510000120016'),
    unitId: fc.constantFrom(...COUNTY.units.map(({ id }) => id)),
    hours: fc.nat(24 * 200),
    isPublished: fc.boolean(),
  })
  .map(({ status, category, townshipId, entry, codeId, unitId, hours, isPublished }) => {
    const route = { ...FACTS.LeadRouted.route, ...routeFor(category, townshipId, COUNTY) };
    const log = inState(status, {
      submitted: { entry, ...(codeId === undefined ? {} : { codeId }) },
      routed: { route, owner: ownerOf(route, COUNTY) },
    }).map((event) => ({
      ...event,
      ...(event.type === 'LeadHandedOver' ? { unitId } : {}),
      ...(event.type === 'LeadSubmitted' ? { at: hoursLater(hours) } : {}),
    }));
    const published =
      isPublished && status === 'closed'
        ? [{ ...FACTS[publish as 'LeadPublished'], at: hoursLater(hours), by: CLERK }]
        : [];
    const lead = stateOf([...log, ...published]);
    if (lead === null) throw new Error('no lead');
    return lead;
  });

describe('every number of the statistics page', () => {
  it('opens a list of exactly its length', () => {
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 40, size: 'max' }), (leads) => {
        expectEveryFigureToOpenItsList(leads, COUNTY);
      }),
      { numRuns: 150 },
    );
  });

  it('is what somebody counts by hand', () => {
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 30 }), (leads) => {
        const { funnel, tables } = statisticsOf(countsOf(leads), COUNTY, hoursLater(0));
        const count = (is: (lead: Lead) => boolean) => leads.filter(is).length;
        expect(funnel).toEqual({
          received: leads.length,
          adopted: count(({ adoption }) => adoption === 'adopted'),
          declined: count(({ adoption }) => adoption === 'declined'),
          resolved: count(({ resolution }) => resolution === 'resolved'),
          unresolvable: count(({ resolution }) => resolution === 'unresolvable'),
          outOfScope: count(({ outOfScope }) => outOfScope !== null),
          published: count((lead) => lead.published !== null && !isPrivate(lead)),
        });
        for (const { id, counts } of tables.township) {
          const there = (lead: Lead) => townshipIdOf(lead) === id;
          expect(counts.received).toBe(count(there));
          expect(counts.adopted).toBe(count((lead) => there(lead) && lead.adoption === 'adopted'));
        }
        for (const { id, counts } of tables.status)
          expect(counts.received).toBe(count(({ status }) => status === id));
      }),
      { numRuns: 150 },
    );
  });

  it('never tells under which place, sector or unit a private lead stands, and counts it all the same', () => {
    const route = { ...FACTS.LeadRouted.route, private: true };
    const lead = stateOf(inState('routed', { routed: { route, owner: { kind: 'countyDesk' } } }));
    if (lead === null) throw new Error('no lead');
    const { townshipId, sectorId } = route;
    expect([townshipId, sectorId].includes(null)).toBe(false);
    const keys = queueKeysOf(lead);
    expect(keys.filter((key) => /(^|\|)[tgu]:(?!none$)/.test(key))).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(['all', 't:none', 'g:none', 'u:none', 's:routed|t:none']));
    expect(keys).toContain(`c:${route.categoryId}`);
    expectEveryFigureToOpenItsList([lead], COUNTY);
  });

  it('is nothing where there is nothing, and no row stands empty', () => {
    const { funnel, tables } = allFiguresOf({}, COUNTY);
    expect(Object.values(funnel)).toEqual(MEASURES.map(() => 0));
    for (const dimension of DIMENSIONS) expect(tables[dimension]).toEqual([]);
  });

  it('counts a month as the month it was in China', () => {
    const lead = stateOf(inState('routed').map((event) => ({ ...event, at: '2026-03-31T16:30:00.000Z' })));
    const { tables } = statisticsOf(countsOf(lead ? [lead] : []), COUNTY, hoursLater(0));
    expect(tables.month.map(({ id }) => id)).toEqual(['2026-04']);
  });
});

describe('every list of somebody', () => {
  const scope = fc.constantFrom(
    'in:t:t-east',
    'in:t:t-west',
    'in:g:g-economy',
    'in:u:u-transport',
    'in:u:u-housing',
  );
  const filter: fc.Arbitrary<KeyedFilter> = fc
    .record(
      {
        status: fc.constantFrom(...LEAD_STATUSES),
        measure: fc.constantFrom(...MEASURES),
        place: fc.constantFrom<Pick<KeyedFilter, 'dimension' | 'dimensionId'>>(
          { dimension: 'township', dimensionId: 't-east' },
          { dimension: 'unit', dimensionId: 'u-transport' },
          { dimension: 'category', dimensionId: 'discipline' },
          { dimension: 'entry', dimensionId: 'home' },
          { dimension: 'sector', dimensionId: 'none' },
        ),
      },
      { requiredKeys: [] },
    )
    .map(({ place, ...rest }) => ({ ...rest, ...place }));

  it('holds just the leads that are theirs and answer to the filter, told a second way', () => {
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 30 }), scope, filter, (leads, own, wanted) => {
        const isOwn = (lead: Lead): boolean => {
          const [, kind, id] = own.split(':');
          if (isPrivate(lead) || lead.route === null) return false;
          if (kind === 't') return lead.route.townshipId === id;
          if (kind === 'g') return lead.route.sectorId === id;
          return (
            lead.handOver?.unitId === id || (lead.handOver?.supportingUnitIds.includes(id ?? '') ?? false)
          );
        };
        const measured = (lead: Lead): boolean => {
          switch (wanted.measure) {
            case undefined:
            case 'received':
              return true;
            case 'adopted':
            case 'declined':
              return lead.adoption === wanted.measure;
            case 'resolved':
            case 'unresolvable':
              return lead.resolution === wanted.measure;
            case 'outOfScope':
              return lead.outOfScope !== null;
            case 'published':
              return lead.published !== null && !isPrivate(lead);
          }
        };
        const placed = (lead: Lead): boolean => {
          const isHidden = isPrivate(lead);
          const of = {
            township: townshipIdOf(lead),
            category: lead.route?.categoryId ?? 'none',
            sector: isHidden ? 'none' : (lead.route?.sectorId ?? 'none'),
            unit: isHidden ? 'none' : (lead.handOver?.unitId ?? 'none'),
            entry: lead.entry as string,
            code: isHidden ? 'none' : (lead.codeId ?? 'none'),
            month: '',
            status: lead.status as string,
          };
          return wanted.dimension === undefined || of[wanted.dimension] === wanted.dimensionId;
        };
        const answers = (lead: Lead) =>
          (wanted.status === undefined || lead.status === wanted.status) && measured(lead) && placed(lead);
        const keys = keysOf(leads);
        expect(lengthOfList(keys, wanted, null)).toBe(leads.filter(answers).length);
        expect(lengthOfList(keys, wanted, own)).toBe(
          leads.filter((lead) => answers(lead) && isOwn(lead)).length,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('the tally', () => {
  it('keeps every key of every lead in one part, and knows which', () => {
    const parts = new Set([
      'base',
      'd',
      't',
      'c',
      'g',
      'u',
      'o',
      'e',
      'k',
      's',
      'f',
      'w',
      'v',
      'in:t',
      'in:g',
      'in:u',
    ]);
    fc.assert(
      fc.property(anyLead, (lead) => queueKeysOf(lead).every((key) => parts.has(partOf(key)))),
      { numRuns: 200 },
    );
  });

  it('counts codes, of all time and of a month, in parts that the statistics page does not read', () => {
    fc.assert(
      fc.property(anyLead, (lead) => {
        const counted = Object.keys(difference([], queueKeysOf(lead)));
        const [month = ''] = counted.flatMap((key) => (key.startsWith('o:') ? [key.slice(2)] : []));
        const ofCodes = counted.filter((key) => /(^|[|/])k:/.test(key));
        expect(ofCodes.length).toBeGreaterThan(lead.splitFrom === null ? 1 : -1);
        const parts = [...partsOfCodes(null), ...partsOfCodes(month || '2026-03')];
        for (const key of counted)
          expect([key, parts.includes(partOf(key))]).toEqual([key, ofCodes.includes(key)]);
        const page = [...partsOfFigures(null), ...partsOfFigures(month || '2026-03')];
        expect(page.filter((part) => parts.includes(part))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in whatever order changes are counted, and forgets what fell to zero', () => {
    const keys = fc.uniqueArray(fc.constantFrom('all', 's:routed', 's:closed', 't:a', 'm:adopted'));
    fc.assert(
      fc.property(keys, keys, keys, (a, b, c) => {
        const changes = [difference([], a), difference(a, b), difference(b, c)];
        const forward = changes.reduce(addCounts, {});
        expect([...changes].reverse().reduce(addCounts, {})).toEqual(forward);
        expect(forward).toEqual(difference([], c));
        expect(addCounts(forward, difference(c, []))).toEqual({});
        expect(difference(c, c)).toEqual({});
      }),
    );
  });
});

describe('the demonstration of 嵩县', () => {
  const folder = resolve(import.meta.dirname, '../../cloudfunctions/setup/content/leads');
  const contents = readdirSync(folder)
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DemoLead[]);
  const county = countyOfContent();

  it('is 380 received, 60 adopted, 28 resolved, and every number opens its list', () => {
    const leads = demoLeads(contents, {
      readCategory: null,
      rarity: RARITY,
      county,
      clerk: CLERK,
      now: Date.parse('2026-03-10T02:00:00Z'),
      digest: sha256,
    }).map(({ record }) => record.lead);
    expect(statisticsOf(countsOf(leads), county, hoursLater(0)).funnel).toMatchObject({
      received: 380,
      adopted: 60,
      resolved: 28,
    });
    expect(expectEveryFigureToOpenItsList(leads, county)).toBeGreaterThan(300);
  }, 60_000);
});
