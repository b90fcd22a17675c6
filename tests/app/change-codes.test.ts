import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCode, retireCode } from '../../cloudfunctions/core/app/codes/change-codes';
import type { CodeRepository } from '../../cloudfunctions/core/app/codes/code-ports';
import type { Call, OfficerCaller } from '../../cloudfunctions/core/app/ports';
import { numberOfPlace } from '../../cloudfunctions/core/domain/codes/code';
import type { StoredCode } from '../../cloudfunctions/core/domain/codes/explain-code';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';

const ANKANG = '410325100001';
const station = { kind: 'station' as const, placeId: ANKANG, title: '老城联络站' };

/** A repository in which the first so many numbers that are asked for are taken. */
function callWhere(taken: number): {
  call: Call<OfficerCaller>;
  tried: string[];
  stored: Map<string, StoredCode>;
} {
  const stored = new Map<string, StoredCode>();
  const tried: string[] = [];
  const isTaken = (id: string): boolean => tried.push(id) <= taken;
  const codes: CodeRepository = {
    find: (id) => Promise.resolve(stored.get(id) ?? null),
    list: () => Promise.resolve([...stored.values()]),
    create: (code) => {
      if (isTaken(code.id)) return Promise.resolve('taken');
      stored.set(code.id, code);
      return Promise.resolve('created');
    },
    retire: (code, successor) => {
      if (successor !== null && isTaken(successor.id)) return Promise.resolve('taken');
      for (const each of [code, successor]) if (each !== null) stored.set(each.id, each);
      return Promise.resolve('retired');
    },
  };
  const county = countyOfContent();
  const ports = {
    codes,
    county: () => Promise.resolve(county),
    clock: { now: () => '2026-03-10T02:00:00.000Z' },
    digest: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
  const caller = { kind: 'officer', account: { id: 's03', name: '', grants: [{ role: 'staff' }] } };
  return {
    call: { ports, caller, requestId: 'request-1', fingerprint: '' } as unknown as Call<OfficerCaller>,
    tried,
    stored,
  };
}

describe('the number of a new code', () => {
  test('is drawn anew while it is taken, always another and always of the same place', async () => {
    const { call, tried } = callWhere(5);
    const made = await createCode(station, call);
    expect(made.ok && made.value.id).toBe(tried[5]);
    expect(new Set(tried).size).toBe(6);
    expect(tried.every((id) => id.startsWith(`${ANKANG}2`))).toBe(true);
  });

  test('follows from the request alone, so that a retry comes to the same', async () => {
    const [one, other] = [callWhere(2), callWhere(2)];
    await createCode(station, one.call);
    await createCode(station, other.call);
    expect(one.tried).toEqual(other.tried);
  });

  test('that cannot be had is an end told in words', async () => {
    const { call } = callWhere(100);
    expect(await createCode(station, call)).toMatchObject({
      ok: false,
      refusal: { code: 'UNAVAILABLE', message: '这个地点的同类二维码太多了，请先停用不用的。' },
    });
  });

  test('of a successor is drawn the same way; a place gets a board beside its own number', async () => {
    const { call, tried, stored } = callWhere(3);
    const codeId = numberOfPlace(ANKANG) ?? '';
    const answer = await retireCode({ codeId, reason: '换地方', replacement: { address: ' 汽车站 ' } }, call);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        retired: { id: codeId, retired: { reason: '换地方', replacedBy: tried[3] } },
        replacement: { id: tried[3], kind: 'board', address: '汽车站', retired: null },
      },
    });
    expect(stored.get(codeId)?.successorAddress).toBe('汽车站');
  });
});
