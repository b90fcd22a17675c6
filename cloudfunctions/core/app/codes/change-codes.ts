import type { CodeItem, MadeCodeKind, NewCode } from '@contract/codes';
import type { OutputOf } from '@contract/actions';
import { numberOfMade, readNumber, SERIALS } from '../../domain/codes/code';
import type { StoredCode } from '../../domain/codes/explain-code';
import { findPlace } from '../../domain/county';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, Ports } from '../ports';
import { itemOf, unstored } from './list-codes';

/** Serials are drawn from the request; a taken one is followed by the next draw. */
const DRAWS = 12;
const FULL = '这个地点的同类二维码太多了，请先停用不用的。';

/** Makes a code for a board, a station or an event. The same request makes it once; its id with other words is refused. */
export async function createCode(
  input: NewCode,
  { ports, caller, requestId, fingerprint }: Call<OfficerCaller>,
): Promise<Result<CodeItem>> {
  if (grantFor(caller.account.grants, 'createCode', null) === null) return refuse('FORBIDDEN');
  const county = await ports.county();
  const refused = whyNot(input, findPlace(county, input.placeId) !== null);
  if (refused) return refused;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const id = numberOfMade(input.placeId, input.kind, serialOf(requestId, draw, ports));
    if (id === null)
      return refuse('INVALID_INPUT', '这个地点没有区划代码，做不了二维码。', { field: 'placeId' });
    const code: StoredCode = {
      ...unstored({ id, kind: input.kind, placeId: input.placeId }, county.id),
      title: input.title?.trim() ?? '',
      address: input.address?.trim() ?? '',
      createdAt: ports.clock.now(),
      validFrom: input.validFrom ?? null,
      validUntil: input.validUntil ?? null,
    };
    const outcome = await ports.codes.create(code, { requestId, fingerprint });
    if (outcome === 'created') return done(await shown(code, ports));
    if (outcome === 'reused') return refuse('REQUEST_ID_REUSED');
    if (outcome !== 'taken') return done(await shown(outcome.same, ports));
  }
  return refuse('UNAVAILABLE', FULL);
}

function whyNot(
  { kind, title, validFrom, validUntil }: NewCode,
  isPlace: boolean,
): ReturnType<typeof refuse> | null {
  if (!isPlace) return refuse('INVALID_INPUT', '没有这个地点，请重新选一个。', { field: 'placeId' });
  if (kind !== 'board' && !title?.trim())
    return refuse('INVALID_INPUT', '请写上名称，扫码的人要看得懂。', { field: 'title' });
  if (kind === 'event' && validUntil === undefined)
    return refuse('INVALID_INPUT', '活动码要写哪一天结束。', { field: 'validUntil' });
  if (validFrom !== undefined && validUntil !== undefined && validFrom > validUntil)
    return refuse('INVALID_INPUT', '结束的日子不能早于开始的日子。', { field: 'validUntil' });
  return null;
}

/** Takes a code out of use, with a successor where one is asked for. WRONG_STATE when it is out of use already. */
export async function retireCode(
  { codeId, reason, replacement }: { codeId: string; reason: string; replacement?: { address: string } },
  { ports, caller, requestId, fingerprint }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.retireCode'>>> {
  if (grantFor(caller.account.grants, 'retireCode', null) === null) return refuse('FORBIDDEN');
  const county = await ports.county();
  const number = readNumber(codeId, county);
  if (typeof number === 'string') return refuse('NOT_FOUND', '没有这张码。');
  const stored = await ports.codes.find(codeId);
  const isMade = number.kind === 'board' || number.kind === 'station' || number.kind === 'event';
  if (stored === null && isMade) return refuse('NOT_FOUND', '没有这张码。');
  const code = stored ?? unstored(number, county.id);
  const at = stored?.retired?.at ?? ports.clock.now();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const successor = replacement
      ? successorOf(code, replacement.address.trim(), at, serialOf(requestId, draw, ports))
      : null;
    const retired: StoredCode = {
      ...code,
      retired: { at, reason: reason.trim(), replacedBy: successor?.id ?? null },
      successorAddress: successor?.address ?? null,
    };
    const outcome = await ports.codes.retire(retired, successor, { requestId, fingerprint });
    if (outcome === 'reused') return refuse('REQUEST_ID_REUSED');
    if (outcome === 'conflict') return refuse('UNAVAILABLE');
    if (outcome === 'over') return refuse('WRONG_STATE', '这张码已经停用了。');
    if (outcome === 'taken') continue;
    return answer(codeId, ports);
  }
  return refuse('UNAVAILABLE', FULL);
}

/** As it is stored now, so that a retry gives what the first one gave. */
async function answer(codeId: string, ports: Ports): Promise<Result<OutputOf<'panel.retireCode'>>> {
  const retired = await ports.codes.find(codeId);
  if (retired === null) return refuse('UNAVAILABLE');
  const next = retired.retired?.replacedBy;
  const replacement = next ? await ports.codes.find(next) : null;
  return done({
    retired: await shown(retired, ports),
    replacement: replacement && (await shown(replacement, ports)),
  });
}

/** The new code of the same place: a station stays a station, a place gets a board beside its own number. */
function successorOf(code: StoredCode, address: string, at: string, serial: number): StoredCode | null {
  const kind: MadeCodeKind = code.kind === 'station' || code.kind === 'event' ? code.kind : 'board';
  const id = numberOfMade(code.placeId, kind, serial);
  if (id === null) return null;
  return { ...code, id, kind, address, createdAt: at, retired: null, successorAddress: null };
}

const serialOf = (requestId: string, draw: number, ports: Ports): number =>
  Number.parseInt(ports.digest(`${requestId}\n${draw}`).slice(0, 8), 16) % SERIALS;

async function shown(code: StoredCode, ports: Ports): Promise<CodeItem> {
  const none = { version: 0, waiting: [], files: {}, problem: null };
  return itemOf(code, { county: await ports.county(), pictures: none, counts: {} });
}
