import { describe, expect, it } from 'vitest';
import { readsPrivateMatters, scopeFor } from '../../cloudfunctions/core/domain/permissions/permissions';
import { busyLead, offers, PEOPLE, shownTo } from '../support/people';

describe('somebody with an account and no grant', () => {
  it('finds no lead', async () => {
    expect(await shownTo(PEOPLE.nobody, busyLead('open'))).toBeNull();
  });
  it('is offered nothing', () => {
    expect(offers(PEOPLE.nobody)).toEqual({});
  });
  it('has no queue, not even an empty one', () => {
    expect(scopeFor(PEOPLE.nobody)).toBeUndefined();
    expect(readsPrivateMatters(PEOPLE.nobody)).toBe(false);
  });
});
