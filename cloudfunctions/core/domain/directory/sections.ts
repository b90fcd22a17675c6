import type { DirectoryEntries, DirectorySection } from '@contract/directory-desk';
import type { County } from '../county';

type EntriesOf = { [S in DirectorySection]: (county: County) => DirectoryEntries[S][] };
type PutInto = { [S in DirectorySection]: (county: County, entries: DirectoryEntries[S][]) => County };

/** Leaves out what is not set, so that an entry read and written again is the same entry. */
const tidy = <Entry extends object>(entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined && value !== false && value !== ''),
  ) as Entry;

const READ: EntriesOf = {
  townships: ({ townships }) =>
    townships.map(({ id, name, shortName, sound, ordinary, retired }) => ({
      id,
      name,
      shortName,
      ...tidy({ sound, ordinary, retired }),
    })),
  villages: ({ townships }) =>
    townships.flatMap(({ id: townshipId, villages }) =>
      villages.map(({ id, name, sound, ordinary, retired }) => ({
        id,
        townshipId,
        name,
        ...tidy({ sound, ordinary, retired }),
      })),
    ),
  committees: ({ committees }) => committees,
  sectors: ({ sectors }) => sectors,
  units: ({ units }) => units,
  stations: ({ stations }) => stations ?? [],
  terms: ({ terms }) => terms ?? [],
  categories: ({ categories }) => categories,
  templates: ({ templates }) => templates,
  calendars: ({ holidays, workingWeekends }) => {
    const of = (days: readonly string[], year: string) => days.filter((day) => day.startsWith(year));
    const years = new Set([...holidays, ...workingWeekends].map((day) => day.slice(0, 4)));
    return [...years].sort().map((id) => ({
      id,
      holidays: of(holidays, id),
      workingWeekends: of(workingWeekends, id),
    }));
  },
  leadership: ({ leadership }) =>
    LEADERS.map((id) => ({
      id,
      accountId: leadership[id]?.accountId ?? null,
      name: leadership[id]?.name ?? '',
    })),
  policy: ({ policy }) => [{ id: 'policy', ...policy }],
  codes: ({ codes }) => [
    {
      id: 'codes',
      h5Address: codes?.h5Address ?? '',
      deskPhone: codes?.deskPhone ?? '',
      wechat: codes?.wechat ?? false,
    },
  ],
};

/** The offices above the townships. */
export const LEADERS = ['secretaryGeneral', 'chair'] as const;

const PUT: PutInto = {
  townships: (county, entries) => ({
    ...county,
    townships: entries.map(({ id, name, shortName, sound, ordinary, retired }) => {
      const before = county.townships.find((township) => township.id === id);
      const kept = { villages: before?.villages ?? [], liaison: before?.liaison ?? null };
      const own = { id, name, shortName, ...tidy({ sound, ordinary, retired }) };
      return { ...own, ...kept, convener: before?.convener ?? null };
    }),
  }),
  villages: (county, entries) => ({
    ...county,
    townships: county.townships.map((township) => ({
      ...township,
      villages: entries
        .filter(({ townshipId }) => townshipId === township.id)
        .map(({ id, name, sound, ordinary, retired }) => ({
          id,
          name,
          ...tidy({ sound, ordinary, retired }),
        })),
    })),
  }),
  committees: (county, committees) => ({ ...county, committees }),
  sectors: (county, sectors) => ({ ...county, sectors }),
  units: (county, units) => ({ ...county, units }),
  stations: (county, stations) => ({ ...county, stations }),
  terms: (county, terms) => ({ ...county, terms }),
  categories: (county, categories) => ({ ...county, categories }),
  templates: (county, templates) => ({ ...county, templates }),
  calendars: (county, years) => ({
    ...county,
    holidays: years.flatMap(({ holidays }) => holidays).sort(),
    workingWeekends: years.flatMap(({ workingWeekends }) => workingWeekends).sort(),
  }),
  leadership: (county, entries) => {
    const holder = (id: (typeof LEADERS)[number]) => {
      const entry = entries.find((one) => one.id === id);
      return entry?.accountId ? { accountId: entry.accountId, name: entry.name } : null;
    };
    return {
      ...county,
      leadership: { secretaryGeneral: holder('secretaryGeneral'), chair: holder('chair') },
    };
  },
  policy: (county, [entry]) => {
    if (entry === undefined) return county;
    const { id: _, ...policy } = entry;
    return { ...county, policy };
  },
  codes: (county, [entry]) => {
    if (entry === undefined) return county;
    const { h5Address, deskPhone, wechat } = entry;
    return { ...county, codes: { h5Address: h5Address || null, deskPhone: deskPhone || null, wechat } };
  },
};

/** Every entry of a part, in the county's own order. */
export function entriesOf<S extends DirectorySection>(county: County, section: S): DirectoryEntries[S][] {
  const read: (of: County) => DirectoryEntries[S][] = READ[section];
  return read(county);
}

/** The county with these as the entries of a part, in this order. */
export function withEntries<S extends DirectorySection>(
  county: County,
  section: S,
  entries: DirectoryEntries[S][],
): County {
  const write: (of: County, entries: DirectoryEntries[S][]) => County = PUT[section];
  return write(county, entries);
}
