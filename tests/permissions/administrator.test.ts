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

describe('an administrator', () => {
  it('reads no more of a lead than a leader does', async () => {
    const view = await shownTo(PEOPLE.administrator, busyLead('open'));
    expect(fieldsOf(view)).toEqual([...LEADER_FIELDS].sort());
    expect(tracesOfResident(view)).toEqual([]);
    expect(officersNamedIn(view)).toEqual([]);
  });
  it('does not find a report against an official', async () => {
    expect(await shownTo(PEOPLE.administrator, recordOf(history([], PRIVATE_MATTER)))).toBeNull();
  });
  it('changes no lead', () => {
    expect(offers(PEOPLE.administrator)).toEqual({});
  });
});
