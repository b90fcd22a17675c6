import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Grant } from '@contract/directory';
import { serve, type Door } from '../../cloudfunctions/core/api/serve';
import type { Call, OfficerCaller, Ports } from '../../cloudfunctions/core/app/ports';
import { done } from '../../cloudfunctions/core/domain/result';
import { sha256 } from '../support/builders';

test('a request is the same when it comes again though what its author may do has changed meanwhile', async () => {
  const seen: string[] = [];
  const run = (_input: unknown, { fingerprint }: Call<OfficerCaller>) => {
    seen.push(fingerprint);
    return Promise.resolve(done({}));
  };
  const asked = (id: string, grants: Grant[]) => {
    const door: Door = {
      actions: { 'panel.savePerson': { schema: v.object({}), writes: true, run } },
      identify: () => Promise.resolve(done({ kind: 'officer', account: { id, name: '李静', grants } })),
    };
    const request = { action: 'panel.savePerson', input: {}, requestId: 'the-same-request' };
    const ports = { digest: sha256, log: { info: () => undefined, error: () => undefined } };
    return serve(request, [door], ports as unknown as Ports);
  };
  await asked('s05', [{ role: 'administrator' }]);
  await asked('s05', [{ role: 'administrator' }, { role: 'leader' }]);
  await asked('s06', [{ role: 'administrator' }]);
  const [first, again, somebodyElse] = seen;
  expect(again).toBe(first);
  expect(somebodyElse).not.toBe(first);
});
