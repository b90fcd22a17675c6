import { expect, test } from 'vitest';
import { DOSSIER_LEADS_MAX } from '@contract/dossiers';
import { startDossier } from '../../cloudfunctions/core/app/dossiers/change-dossier';
import type { Call, OfficerCaller } from '../../cloudfunctions/core/app/ports';
import { sha256 } from '../support/builders';

test('a hot issue of more leads than a dossier takes begins none, and says so: nothing is left out in silence', async () => {
  const ofIssue = Array.from({ length: DOSSIER_LEADS_MAX + 1 }, (_, at) => ({ lead: { id: `l-${at}` } }));
  const ports = {
    digest: sha256,
    dossiers: { find: () => Promise.resolve(null) },
    issues: { leadsOf: () => Promise.resolve(ofIssue) },
  };
  const account = { id: 'a-clerk', name: '李静', grants: [{ role: 'staff' }] };
  const call = { ports, caller: { kind: 'officer', account }, requestId: 'r-begin', fingerprint: 'f-b' };
  const asked = { title: '路灯', issueId: 'i-1' };
  expect(await startDossier(asked, call as unknown as Call<OfficerCaller>)).toMatchObject({
    ok: false,
    refusal: { code: 'INVALID_INPUT', message: expect.stringContaining('最多放 40 条') as string },
  });
});
