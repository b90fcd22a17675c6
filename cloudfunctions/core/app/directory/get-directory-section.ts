import type { InputOf, OutputOf } from '@contract/actions';
import { chinaDate } from '../../domain/deadlines/working-days';
import { coverageOf } from '../../domain/directory/coverage';
import { entriesOf } from '../../domain/directory/sections';
import { countyOn } from '../../domain/directory/terms';
import { done, refuse, type Result } from '../../domain/result';
import type { StoredChange } from '../directory-port';
import type { Call, OfficerCaller } from '../ports';
import { everybody, mayDo } from './reading';

const ENTRIES = 400;
const PEOPLE = 200;
const CHANGES = 20;

/** One part of the directory, entry by entry, as it is stored now, with the version an edit must name. */
export async function getDirectorySection(
  { section, from = 0 }: InputOf<'panel.getDirectorySection'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getDirectorySection'>>> {
  if (!mayDo('getDirectorySection', call)) return refuse('FORBIDDEN');
  const { county, version } = await call.ports.directory.read();
  const entries = entriesOf(county, section);
  const items = entries.slice(from, from + ENTRIES);
  return done({ version, items, next: from + ENTRIES < entries.length ? from + ENTRIES : null });
}

/** Everybody with an account, in pages. */
export async function listPeople(
  { from = '' }: InputOf<'panel.listPeople'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listPeople'>>> {
  if (!mayDo('listPeople', call)) return refuse('FORBIDDEN');
  const items = await call.ports.directory.people(from, PEOPLE);
  return done({ items, next: items.length < PEOPLE ? null : (items.at(-1)?.id ?? null) });
}

/** Who and what is missing today, and where each gap is closed. */
export async function getCoverage(
  _input: unknown,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getCoverage'>>> {
  if (!mayDo('getCoverage', call)) return refuse('FORBIDDEN');
  const asOf = call.ports.clock.now();
  const today = chinaDate(asOf);
  const [{ county }, people, codes] = await Promise.all([
    call.ports.directory.read(),
    everybody(call.ports),
    call.ports.codes.list(),
  ]);
  const lines = coverageOf(countyOn(county, today), people, today, codes);
  const townships = county.townships.filter(({ retired }) => !retired).length;
  return done({ lines, asOf, townships, people: people.filter(({ active }) => active).length });
}

/** What was saved, newest first: of everything, of one part, or of one entry. */
export async function listDirectoryChanges(
  { section, entryId, before }: InputOf<'panel.listDirectoryChanges'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listDirectoryChanges'>>> {
  if (!mayDo('listDirectoryChanges', call)) return refuse('FORBIDDEN');
  const key = section === undefined ? 'all' : entryId === undefined ? section : `${section}:${entryId}`;
  const stored = await call.ports.directory.changes(key, before ?? null, CHANGES);
  const items = stored.map((change) => shortened(change, section, entryId));
  return done({ items, next: stored.length < CHANGES ? null : (stored.at(-1)?.version ?? null) });
}

/** A save of hundreds of entries tells the first of them, and first what was asked for. */
function shortened(
  { changes, ...change }: StoredChange & { id: string },
  section: string | undefined,
  entryId: string | undefined,
) {
  const isAsked = (one: StoredChange['changes'][number]): boolean =>
    one.section === section && (entryId === undefined || one.id === entryId);
  const inOrder = [...changes.filter(isAsked), ...changes.filter((one) => !isAsked(one))];
  return { ...change, changes: inOrder.slice(0, 20), changeCount: changes.length };
}
