import { describe, expect, it } from 'vitest';
import { LEAD_STATUSES, type LeadStatus } from '@contract/lead';
import { strangerReads } from '../../cloudfunctions/core/domain/permissions/stranger';
import { ROUTE } from '../support/builders';

/** What a resident may know of somebody else's lead, written by hand and not taken from the code. */
const TABLE: Record<LeadStatus, [unpublished: string | null, published: string | null]> = {
  submitted: ['outline', 'published'],
  routed: ['outline', 'published'],
  accepted: ['outline', 'published'],
  awaitingSupplement: ['outline', 'published'],
  adopted: ['outline', 'published'],
  inProgress: ['outline', 'published'],
  reopened: ['outline', 'published'],
  resolved: ['outline', 'published'],
  unresolvable: ['outline', 'published'],
  closed: ['outline', 'published'],
  outOfScope: [null, 'published'],
  declined: [null, 'published'],
  merged: [null, null],
  withdrawn: [null, null],
};
const PUBLISHED = { title: '路灯亮了', text: '修好了', at: '2026-03-12T02:00:00.000Z' };
const privateRoute = { ...ROUTE, private: true };

describe('a stranger', () => {
  it.each(LEAD_STATUSES)('of a lead that is %s reads what the table says', (status) => {
    const [unpublished, published] = TABLE[status];
    expect(strangerReads({ status, route: ROUTE, published: null })).toBe(unpublished);
    expect(strangerReads({ status, route: ROUTE, published: PUBLISHED })).toBe(published);
  });

  it.each(LEAD_STATUSES)('of a private matter that is %s knows nothing, published or not', (status) => {
    for (const published of [null, PUBLISHED])
      expect(strangerReads({ status, route: privateRoute, published })).toBeNull();
  });
});
