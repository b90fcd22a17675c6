import { expect, test } from 'vitest';
import { confirmTranscript } from '../../cloudfunctions/core/app/lead/confirm-transcript';
import { contentHashOf } from '../../cloudfunctions/core/app/lead/content-hash';
import type { Call, LeadWrite, OfficerCaller } from '../../cloudfunctions/core/app/ports';
import { COUNTY, draw, history, hoursLater, recordOf, sha256 } from '../support/builders';
import { RARITY } from '../support/rarity';

test('the hash in the log is of the very content that is kept, however the clock ticks meanwhile', async () => {
  const voice = { seconds: 23, transcript: null };
  const record = recordOf(history(['LeadAccepted'], { submitted: { awaitsTranscript: true } }), {
    text: '',
    voice,
  });
  const saved: LeadWrite[] = [];
  let ticks = 0;
  const ports = {
    clock: { now: () => hoursLater(24 + (ticks += 1)) },
    digest: sha256,
    random: { token: draw },
    rarity: () => RARITY,
    readCategory: () => null,
    county: () => Promise.resolve(COUNTY),
    files: { urls: () => Promise.resolve(new Map()) },
    leads: {
      find: () => Promise.resolve(record),
      save: (write: LeadWrite) => Promise.resolve(saved.push(write) > 0),
    },
  };
  const account = { id: 'a-clerk', name: '李静', grants: [{ role: 'staff' }] };
  const call = { ports, caller: { kind: 'officer', account }, requestId: 'r-written', fingerprint: 'f-w' };
  const asked = { leadId: record.lead.id, version: record.version, text: '路灯坏了半个月。' };
  expect(await confirmTranscript(asked, call as unknown as Call<OfficerCaller>)).toMatchObject({ ok: true });
  const [kept] = saved.map((write) => write.record);
  expect(kept?.events.at(-1)?.event).toMatchObject({
    type: 'TranscriptConfirmed',
    contentHash: kept && contentHashOf(kept.content, sha256),
  });
});
