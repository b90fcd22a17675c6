import { describe, expect, it } from 'vitest';
import { decide } from '../../cloudfunctions/core/domain/lead/decide';
import type { LeadEvent } from '../../cloudfunctions/core/domain/lead/events';
import { apply } from '../../cloudfunctions/core/app/lead/record';
import {
  CALENDAR,
  CLERK,
  COMMANDS,
  COUNTY,
  DESK,
  draw,
  FACTS,
  history,
  hoursLater,
  PRIVATE_MATTER,
  recordOf,
  ROUTE,
  sha256,
} from '../support/builders';

const PRIVATE = { ...ROUTE, ...PRIVATE_MATTER.routed?.route };

/** What comes of passing the lead on to a category that is private, or public. */
const reroute = (events: LeadEvent[], route: typeof ROUTE): ReturnType<typeof decide> =>
  decide(
    recordOf(events).lead,
    { ...COMMANDS.rerouteLead, route, owner: DESK },
    { at: hoursLater(30), by: CLERK, calendar: CALENDAR, policy: COUNTY.policy },
  );

describe('a public matter that turns out to be private', () => {
  it('becomes so while it stands alone', () => {
    expect(reroute(history(['LeadAccepted']), PRIVATE)).toMatchObject({ ok: true });
  });

  it('takes nobody’s public lead along: those are set apart first', () => {
    const because = { code: 'INVALID_INPUT', message: expect.stringContaining('请先撤销并案') as string };
    const taken = history(['LeadAccepted', 'LeadAbsorbed']);
    expect(reroute(taken, PRIVATE)).toMatchObject({ ok: false, refusal: because });
    expect(reroute([...taken, ...history(['LeadReleased']).slice(-1)], PRIVATE)).toMatchObject({ ok: true });
  });

  it('shows nobody’s private lead when it is found to be public', () => {
    expect(reroute(history(['LeadAccepted', 'LeadAbsorbed'], PRIVATE_MATTER), ROUTE)).toMatchObject({
      ok: false,
    });
    expect(reroute(history(['LeadAccepted', 'LeadAbsorbed'], PRIVATE_MATTER), PRIVATE)).toMatchObject({
      ok: true,
    });
  });

  it('brings no more news to who only joined in', () => {
    const cosigner = { personKey: 'somebody', at: hoursLater(3), leadId: 'L-1', number: '260310-000001' };
    const told = (events: LeadEvent[]): string[] =>
      apply(
        { ...recordOf(events), cosigners: [cosigner] } as ReturnType<typeof recordOf>,
        [{ ...FACTS.LeadResolved, at: hoursLater(50), by: CLERK }],
        { requestId: 'r', fingerprint: 'f', county: COUNTY, calendar: CALENDAR, digest: sha256, draw },
      ).record.outbox.map(({ recipientKey }) => recipientKey);
    expect(told(history(['LeadAccepted']))).toContain('somebody');
    expect(told(history(['LeadAccepted'], PRIVATE_MATTER))).not.toContain('somebody');
  });
});
