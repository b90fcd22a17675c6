import type { OnPaper, PaperCommandName, PaperView } from '@contract/papers';
import { changePaper, type PaperCommand, type PaperContext } from '../../domain/papers/change-paper';
import type { PaperActor } from '../../domain/papers/paper';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import { wasAskedBefore } from '../asked';
import type { Call, OfficerCaller } from '../ports';
import { writeOf } from './paper-index';
import type { StoredPaper } from './paper-ports';
import { presentPaper, readerOf } from './present-paper';

/** Who did it, in the role that allows it. */
export function paperActor(
  { account: { id, name, grants } }: OfficerCaller,
  verb: PaperCommandName | 'startPaper',
): PaperActor {
  return { accountId: id, name, role: grantFor(grants, verb, null)?.role ?? 'staff' };
}

/** The paper a caller may do this to, and whether this very request has done it. Drafts are nobody's but the staff's. */
export async function paperToChange(
  paperId: string,
  verb: PaperCommandName,
  call: Call<OfficerCaller>,
): Promise<Result<{ stored: StoredPaper; isDone: boolean }>> {
  const { grants } = call.caller.account;
  const reader = readerOf(grants);
  if (reader === null || grantFor(grants, verb, null) === null) return refuse('FORBIDDEN');
  const stored = await call.ports.papers.find(paperId);
  if (stored === null || (stored.paper.state === 'draft' && reader !== 'desk'))
    return refuse('NOT_FOUND', NO_PAPER);
  const before = wasAskedBefore(stored.paper.log, call);
  return before.ok ? done({ stored, isDone: before.value }) : before;
}
export const NO_PAPER = '没有这份文稿，可能已经删掉了。';
export const SOMEBODY_FASTER = '刚才有人更新了这份文稿，请刷新后再办。您写的内容还在。';

type Making = (stored: StoredPaper) => Result<PaperCommand> | Promise<Result<PaperCommand>>;

/**
 * The common path of a change: load, may, decide, one conditional write. VERSION_CONFLICT when somebody was faster; a
 * retry of the same request is answered with the paper as it stands.
 */
export async function changeStoredPaper(
  verb: PaperCommandName,
  { paperId, version }: OnPaper,
  making: Making,
  call: Call<OfficerCaller>,
): Promise<Result<PaperView>> {
  const { ports, caller } = call;
  const loaded = await paperToChange(paperId, verb, call);
  if (!loaded.ok) return loaded;
  const { stored, isDone } = loaded.value;
  if (isDone) return presentPaper(stored, caller.account, ports);
  if (stored.version !== version) return refuse('VERSION_CONFLICT', SOMEBODY_FASTER);
  const made = await making(stored);
  if (!made.ok) return made;
  const changed = changePaper(stored.paper, made.value, contextOf(verb, call));
  if (!changed.ok) return changed;
  const write = writeOf(changed.value, stored.told, await ports.county());
  if (await ports.papers.save(write, version)) {
    return presentPaper({ ...stored, paper: changed.value, version: version + 1 }, caller.account, ports);
  }
  return whoWasFaster(paperId, call);
}

/** What deciding looks at beside the paper. */
export const contextOf = (
  verb: PaperCommandName,
  { ports, caller, requestId, fingerprint }: Call<OfficerCaller>,
): PaperContext => ({ at: ports.clock.now(), by: paperActor(caller, verb), requestId, fingerprint });

/** For a write that came too late: the paper where this very request was faster, else VERSION_CONFLICT. */
export async function whoWasFaster(paperId: string, call: Call<OfficerCaller>): Promise<Result<PaperView>> {
  const stored = await call.ports.papers.find(paperId);
  if (stored === null) return refuse('NOT_FOUND', NO_PAPER);
  const wasUs = wasAskedBefore(stored.paper.log, call);
  if (!wasUs.ok) return wasUs;
  return wasUs.value
    ? presentPaper(stored, call.caller.account, call.ports)
    : refuse('VERSION_CONFLICT', SOMEBODY_FASTER);
}
