import { describe, expect, it } from 'vitest';
import { LEADER_FIELDS } from '@contract/lead-views';
import { history, PRIVATE_MATTER, recordOf } from '../support/builders';
import {
  busyLead,
  fieldsOf,
  offers,
  officersNamedIn,
  PEOPLE,
  shownTo,
  tracesOfResident,
} from '../support/people';

describe('a leader', () => {
  it('reads the matter and its course: exactly the leader’s fields', async () => {
    const view = await shownTo(PEOPLE.leader, busyLead());
    expect(fieldsOf(view)).toEqual([...LEADER_FIELDS].sort());
    expect(view?.audience).toBe('leader');
  });
  it('reads of no person on either side, however open the resident was', async () => {
    for (const record of [busyLead('open'), recordOf(history())]) {
      const view = await shownTo(PEOPLE.leader, record);
      expect(tracesOfResident(view)).toEqual([]);
      expect(officersNamedIn(view)).toEqual([]);
    }
  });
  it('reads which office has it', async () => {
    expect((await shownTo(PEOPLE.leader, recordOf(history())))?.ownerName).toBe('东河联络员');
    expect((await shownTo(PEOPLE.leader, busyLead()))?.ownerName).toBe('县交通运输局');
  });
  it('sees no photograph and no reply that was not released', async () => {
    const view = await shownTo(PEOPLE.leader, busyLead());
    expect(view?.releasedReply).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/photo-1|已经铺好/);
  });
  it('does not find a report against an official', async () => {
    expect(await shownTo(PEOPLE.leader, recordOf(history([], PRIVATE_MATTER)))).toBeNull();
  });
  it('changes nothing', () => {
    expect(offers(PEOPLE.leader)).toEqual({});
  });
});
