import { describe, expect, it } from 'vitest';
import {
  COUNTY,
  EAST,
  FACTS,
  history,
  hoursLater,
  indexOfRecord,
  PRIVATE_MATTER,
  recordOf,
  RESIDENT,
  ROUTE,
  SYSTEM,
  WEST,
} from '../support/builders';
import { given, stateOf } from '../support/given-when-then';

const stillNotFixed = { ...FACTS.FeedbackGiven, fixed: false, words: '还是没好' } as const;
const answeredTwice = [
  ...history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'LeadResolved']),
  { ...stillNotFixed, at: hoursLater(900), by: RESIDENT },
  { ...FACTS.LeadReopened, at: hoursLater(900), by: RESIDENT },
  { ...FACTS.LeadResolved, at: hoursLater(950), by: SYSTEM },
];
const inAYear = { at: hoursLater(24 * 365), by: SYSTEM };

describe('a resident who says for the second time that it is not fixed', () => {
  const contradicted = [
    ...answeredTwice,
    { ...stillNotFixed, at: hoursLater(951), by: RESIDENT },
    { ...FACTS.ReviewAsked, at: hoursLater(951), by: RESIDENT },
  ];
  it('is not taken for one who did not object: the lead becomes late instead of closing', () => {
    given(contradicted)
      .when({ type: 'noteDeadline' }, inAYear)
      .thenLead({ status: 'resolved', overdue: true });
  });
  it('and a silent one lets it close', () => {
    given(answeredTwice).when({ type: 'noteDeadline' }, inAYear).thenLead({ status: 'closed' });
  });
});

describe('a published lead that turns out to be a report against an official', () => {
  const published = history(['LeadAccepted', 'LeadAdopted', 'LeadPublished']);
  const shown = (events: typeof published) => indexOfRecord(recordOf(events));
  it('leaves the board with the write that makes it private', () => {
    expect(shown(published).publishedIn).toContain(COUNTY.id);
    const rerouted = { ...FACTS.LeadRerouted, route: PRIVATE_MATTER.routed?.route ?? ROUTE };
    const now = shown([...published, { ...rerouted, at: hoursLater(99), by: SYSTEM }]);
    expect(now).toMatchObject({ publishedIn: [], publishedAt: null });
  });
});

describe('who holds the lead', () => {
  it('is the committee once it is accepted: deciding is nobody else’s to be late with', () => {
    expect(stateOf(history())?.owner.kind).toBe('liaison');
    for (const events of [history(['LeadAccepted']), history(['LeadAccepted', 'LeadAdopted'])]) {
      expect(stateOf(events)?.owner).toEqual({ kind: 'countyDesk' });
    }
  });
});

describe('a lead rerouted to another township', () => {
  it('takes its place along, so that its place and its liaison agree', () => {
    const rerouted = { ...FACTS.LeadRerouted, route: { ...ROUTE, townshipId: WEST }, placeId: WEST };
    const lead = stateOf([...history(), { ...rerouted, at: hoursLater(1), by: SYSTEM }]);
    expect([lead?.placeId, lead?.route?.townshipId]).toEqual([WEST, WEST]);
    expect(EAST).not.toBe(WEST);
  });
});
