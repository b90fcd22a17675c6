import type { InputOf, OutputOf } from '@contract/actions';
import type { DirectoryPerson, EntryChange, PersonInput } from '@contract/directory-desk';
import { chinaDate } from '../../domain/deadlines/working-days';
import { administers, changesRights, whyNotPerson } from '../../domain/directory/people';
import { withoutHolder } from '../../domain/directory/terms';
import type { County } from '../../domain/county';
import { done, refuse, type Result } from '../../domain/result';
import type { PersonWrite, SaveOutcome } from '../directory-port';
import type { Call, OfficerCaller } from '../ports';
import { everybody, mayDo } from './reading';
import { answerOf, authorOf } from './save-directory';

const NOTHING: PersonInput = { name: '', post: '', grid: '', grants: [], active: true };
/** How often a save is tried again that another save of the directory ran into. */
const TRIES = 4;

/**
 * Keeps a person and what they may do; version 0 makes a new account. Suspending ends the offices the person holds.
 * Refuses to leave the county without an administrator, and a save that stands on an older version. Who changes what
 * they may do themselves has that said in the history.
 */
export async function savePerson(
  { id, version, person, why }: InputOf<'panel.savePerson'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.savePerson'>>> {
  if (!mayDo('savePerson', call)) return refuse('FORBIDDEN');
  const { county } = await call.ports.directory.read();
  const refused = whyNotPerson(person, county);
  if (refused !== null) return refuse('INVALID_INPUT', refused);
  return keep({ id, version, why, is: person, binding: 'keep' }, call);
}

/**
 * A new code for a person without WeChat, told once; the one before no longer works. Asking again gives another, and so
 * does a retry, for what was drawn before is kept nowhere.
 */
export async function giveBindCode(
  { id, version }: InputOf<'panel.giveBindCode'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.giveBindCode'>>> {
  if (!mayDo('giveBindCode', call)) return refuse('FORBIDDEN');
  const { ports } = call;
  const person = await ports.directory.person(id);
  if (person === null) return refuse('NOT_FOUND');
  if (!person.active) return refuse('WRONG_STATE', '这个人已经停用，先恢复再发绑定码。');
  if (person.binding === 'bound')
    return refuse('WRONG_STATE', '他已经绑定了微信。换手机不用再绑，换微信要先解绑。');
  for (let draw = 0; draw < TRIES; draw += 1) {
    const bindCode = ports.random.digits(10);
    const binding = { bindCodeHash: ports.digest(`bind\n${bindCode}`) };
    // A colon never stands in an id that comes from outside, so these ids are nobody else's.
    const requestId = draw === 0 ? call.requestId : `${call.requestId}:${draw}`;
    const keeping = { id, version: version + draw, why: '发绑定码', is: person, binding };
    const outcome = await save(keeping, { ...call, requestId });
    if (outcome.kind === 'again') continue;
    const kept = await answerWith(id, outcome, call);
    return kept.ok ? done({ bindCode, person: kept.value.person }) : kept;
  }
  return refuse('UNAVAILABLE');
}

/** Takes the WeChat away from an account and ends its sessions; a new code binds it again. */
export async function unbindPerson(
  { id, version, why }: InputOf<'panel.unbindPerson'>,
  call: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.unbindPerson'>>> {
  if (!mayDo('unbindPerson', call)) return refuse('FORBIDDEN');
  const person = await call.ports.directory.person(id);
  if (person === null) return refuse('NOT_FOUND');
  const kept = await keep({ id, version, why, is: person, binding: 'none' }, call);
  if (kept.ok) await call.ports.signIn.closeSessionsOf(id);
  return kept;
}

interface Keeping {
  id: string;
  version: number;
  why: string;
  is: PersonInput;
  binding: PersonWrite['binding'];
}

async function keep(
  keeping: Keeping,
  call: Call<OfficerCaller>,
): Promise<Result<{ person: DirectoryPerson }>> {
  return answerWith(keeping.id, await save(keeping, call), call);
}

async function save(keeping: Keeping, call: Call<OfficerCaller>): Promise<SaveOutcome> {
  let outcome: SaveOutcome = { kind: 'stale' };
  for (let tries = 0; tries < TRIES && outcome.kind === 'stale'; tries += 1) {
    const before = await call.ports.directory.person(keeping.id);
    outcome = await saveOnce(keeping, before, call);
    // Somebody else's save of another entry is no conflict; one of this very person is.
    if ((before?.version ?? 0) !== keeping.version) break;
  }
  return outcome;
}

async function answerWith(
  id: string,
  outcome: SaveOutcome,
  { ports }: Call<OfficerCaller>,
): Promise<Result<{ person: DirectoryPerson }>> {
  const person = await ports.directory.person(id);
  return person === null ? refuse('VERSION_CONFLICT') : answerOf(outcome, () => ({ person }));
}

async function saveOnce(
  { id, version, why, is, binding }: Keeping,
  before: DirectoryPerson | null,
  call: Call<OfficerCaller>,
): Promise<SaveOutcome> {
  const { ports } = call;
  const { county, version: expected } = await ports.directory.read();
  const at = ports.clock.now();
  const { name, post, grid, grants, active } = is;
  const person = { id, name: name.trim(), post, grid, grants, active };
  const offices = active ? renamed(county, id, person.name) : left(county, id, chinaDate(at));
  const losesRights = before !== null && administers(before) && !administers(person);
  const others = losesRights ? (await everybody(ports)).filter(administers).map((one) => one.id) : undefined;
  const changes: EntryChange[] = [
    { section: 'people', id, was: before && said(before), is: { ...said(person), ...codeWords(binding) } },
    ...termChanges(county, offices),
  ];
  return ports.directory.save({
    county: offices,
    expected,
    people: [{ person, expected: version, binding }],
    ...(others ? { administrators: others } : {}),
    change: {
      at,
      by: authorOf(call),
      why,
      ownRights: id === call.caller.account.id && changesRights(before ?? NOTHING, person),
      changes,
    },
    asked: call,
  });
}

const said = ({ name, post, grid, grants, active }: PersonInput): PersonInput => ({
  name,
  post,
  grid,
  grants,
  active,
});

/** The history says that a code was given or WeChat taken away; never which. */
const codeWords = (binding: PersonWrite['binding']): { binding?: string } =>
  binding === 'keep' ? {} : { binding: binding === 'none' ? 'none' : 'waiting' };

/** The county with the person's name where it stands beside an office; null where it is the same. */
function renamed(county: County, accountId: string, name: string): County | null {
  const terms = county.terms?.map((term) => (term.accountId === accountId ? { ...term, name } : term));
  const leader = (holder: County['leadership']['chair']) =>
    holder?.accountId === accountId ? { ...holder, name } : holder;
  const { secretaryGeneral, chair } = county.leadership;
  const leadership = { secretaryGeneral: leader(secretaryGeneral), chair: leader(chair) };
  const next = { ...county, ...(terms ? { terms } : {}), leadership };
  return JSON.stringify(next) === JSON.stringify(county) ? null : next;
}

/** The county once the person left the offices they hold; null where they hold none. */
function left(county: County, accountId: string, today: string): County | null {
  const terms = withoutHolder(county.terms ?? [], accountId, today);
  const without = (holder: County['leadership']['chair']) =>
    holder?.accountId === accountId ? null : holder;
  const { secretaryGeneral, chair } = county.leadership;
  const leadership = { secretaryGeneral: without(secretaryGeneral), chair: without(chair) };
  const next = { ...county, ...(county.terms ? { terms } : {}), leadership };
  return JSON.stringify(next) === JSON.stringify(county) ? null : next;
}

function termChanges(before: County, after: County | null): EntryChange[] {
  const was = before.terms ?? [];
  return (after === null ? [] : was).flatMap((term): EntryChange[] => {
    const is = after?.terms?.find(({ id }) => id === term.id) ?? null;
    return JSON.stringify(is) === JSON.stringify(term)
      ? []
      : [{ section: 'terms', id: term.id, was: term, is }];
  });
}
