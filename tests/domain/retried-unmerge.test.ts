import { expect, it } from 'vitest';
import { unmergeLead } from '../../cloudfunctions/core/app/lead/merge-lead';
import type { Call, OfficerCaller, Ports } from '../../cloudfunctions/core/app/ports';
import { history, recordOf } from '../support/builders';
import { READING_PORTS } from '../support/reading-ports';
import { PEOPLE } from '../support/people';

const record = recordOf(history(['LeadMerged', 'LeadUnmerged']));
const callAgain = (requestId: string): Call<OfficerCaller> => ({
  caller: { kind: 'officer', account: { id: 'a-clerk', name: '李静', grants: [...PEOPLE.clerk] } },
  requestId,
  fingerprint: 'f',
  ports: { ...READING_PORTS, leads: { find: () => Promise.resolve(record) } } as unknown as Ports,
});
const input = { leadId: 'L-1', version: record.version, reason: '不是同一条路' };

it('an unmerge whose answer was lost, asked again, is told what it did', async () => {
  expect(await unmergeLead(input, callAgain('r-1'))).toMatchObject({ ok: true, value: { status: 'routed' } });
});

it('a new unmerge of a lead that stands alone is refused', async () => {
  expect(await unmergeLead(input, callAgain('r-2'))).toMatchObject({
    ok: false,
    refusal: { code: 'WRONG_STATE', message: expect.stringMatching(/没有并案/) as string },
  });
});
