import { expect, test } from 'vitest';
import type { LeadRecord, LeadWrite, Ports } from '../../cloudfunctions/core/app/ports';
import { eraseFromLead } from '../../cloudfunctions/core/app/privacy/erase-lead';
import {
  CONTENT,
  COUNTY,
  draw,
  FACTS,
  history,
  hoursLater,
  OTHER_LEAD,
  recordOf,
  sha256,
  SYSTEM,
} from '../support/builders';

const PART = { leadId: 'L-part', number: '260310-000002' };
const whole = recordOf(history([{ ...FACTS.LeadSplit, part: PART }]));
const splitFrom = { leadId: whole.lead.id, number: whole.lead.number };
const split = recordOf(history([], { submitted: { splitFrom } }));
const part: LeadRecord = { ...split, lead: { ...split.lead, id: PART.leadId } };

/** Erases the photos of each lead in turn; which files were taken away with each. */
async function takenWith(...records: LeadRecord[]): Promise<string[][]> {
  const stored = new Map(records.map((record) => [record.lead.id, record]));
  const taken: string[][] = [];
  const ports = {
    clock: { now: () => hoursLater(24) },
    digest: sha256,
    random: { token: draw },
    county: () => Promise.resolve(COUNTY),
    files: {
      remove: (files: { fileId: string }[]) =>
        Promise.resolve(void taken.push(files.map(({ fileId }) => fileId))),
    },
    leads: {
      find: (id: string) => Promise.resolve(stored.get(id) ?? null),
      save: ({ record }: LeadWrite) => Promise.resolve(stored.set(record.lead.id, record).size > 0),
    },
  } as unknown as Ports;
  const erasing = { parts: ['media'], because: 'kept long enough', pseudonym: 'gone:x', by: SYSTEM } as const;
  for (const record of records) await eraseFromLead(record, erasing, ports);
  return taken;
}
const PHOTOS = CONTENT.evidence.map(({ fileId }) => fileId);

test('the photos that a lead shares with what was split off stay until the last of the two lets go of them', async () => {
  expect(await takenWith(whole, part)).toEqual([[], PHOTOS]);
  expect(await takenWith(part, whole)).toEqual([[], PHOTOS]);
});

test('the photos of a lead that shares them with nobody go at once, also where the other one is not there', async () => {
  expect(await takenWith(recordOf(history([])))).toEqual([PHOTOS]);
  const orphan = recordOf(history([], { submitted: { splitFrom: OTHER_LEAD } }));
  expect(await takenWith(orphan)).toEqual([PHOTOS]);
});
