import { describe, expect, it } from 'vitest';
import { ANONYMITIES } from '@contract/lead';
import type { LeadRecord } from '../../cloudfunctions/core/app/ports';
import { busyLead, PEOPLE, shownTo, tracesOfResident } from '../support/people';

const VOICE = 'voice-of-zhang';
const WORDS = '桥头那盏灯，黑了半个月。';

/** The lead with a recording and a video in it, in which the resident can be heard. */
function spoken(record: LeadRecord): LeadRecord {
  const { content } = record;
  const transcript = { text: WORDS, by: { kind: 'resident' as const }, at: record.lead.submittedAt };
  return {
    ...record,
    content: {
      ...content,
      evidence: [
        ...content.evidence,
        { fileId: `cloud://${VOICE}-1`, kind: 'voice' },
        { fileId: `cloud://${VOICE}-2`, kind: 'video' },
      ],
      voice: { seconds: 9, transcript },
      point: { latitude: 34.1346, longitude: 112.0834 },
    },
  };
}

describe.each(ANONYMITIES)('a voice, where the resident chose %s', (anonymity) => {
  it.each(Object.entries(PEOPLE))(
    'is heard by %s exactly where the contact may be known',
    async (_who, grants) => {
      const view = await shownTo(grants, spoken(busyLead(anonymity)));
      if (view === null) return expect(view).toBeNull();
      const knowsWho = tracesOfResident(view).includes('maskedPhone');
      expect(JSON.stringify(view).includes(VOICE)).toBe(knowsWho);
      // What was said is read by all who read the lead.
      expect(view.voice?.transcript?.text).toBe(WORDS);
      return undefined;
    },
  );
});

it('a pinned spot is for those who go there or send somebody, never for members and leaders', async () => {
  const seen = await Promise.all(
    Object.entries(PEOPLE).map(async ([who, grants]) => {
      const view = await shownTo(grants, spoken(busyLead('open')));
      return view?.point ? [`${view.audience}`] : [`no: ${view?.audience ?? who}`];
    }),
  );
  expect(new Set(seen.flat().filter((each) => !each.startsWith('no')))).toEqual(
    new Set(['committee', 'liaison', 'unit']),
  );
  expect(seen.flat()).toContain('no: member');
  expect(seen.flat()).toContain('no: leader');
});
