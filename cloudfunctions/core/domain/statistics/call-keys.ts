import type { Grant } from '@contract/directory';
import type { BroadcastGroup } from '@contract/lead';
import type { Lead } from '../lead/lead';
import { isAllowed, isPrivate } from '../lead/lifecycle';
import { turnOf } from '../lead/turn';
import { PERMISSIONS } from '../permissions/permissions';

/**
 * The key under which those find an urgent call who were called, whatever else they may see: `y:t:` or `y:g:` and the id
 * of the township or sector while it waits for somebody, `y:a:` and the account of whoever came as long as the lead is
 * open. At most one a lead; none of a matter that became private.
 */
export function callKeysOf(lead: Lead): string[] {
  const { broadcast, claimedBy } = lead;
  if (broadcast === null || isPrivate(lead)) return [];
  if (broadcast.claimedAfterMinutes === null) {
    return isAllowed(lead, 'claimLead') ? [groupKey(broadcast.group)] : [];
  }
  return claimedBy !== null && turnOf(lead) !== null ? [claimantKey(claimedBy.accountId)] : [];
}

/** The keys of the calls that reach somebody with these grants; none for those who are never called. */
export function callKeysFor(accountId: string, grants: readonly Grant[]): string[] {
  const called = grants.filter(({ role }) => PERMISSIONS[role].claimLead !== undefined);
  if (called.length === 0) return [];
  const keys = called.flatMap(({ townshipId, sectorId }) => [
    ...(townshipId === undefined ? [] : [groupKey({ kind: 'township', townshipId })]),
    ...(sectorId === undefined ? [] : [groupKey({ kind: 'sector', sectorId })]),
  ]);
  return [...new Set([...keys, claimantKey(accountId)])];
}

const groupKey = (group: BroadcastGroup): string =>
  group.kind === 'township' ? `y:t:${group.townshipId}` : `y:g:${group.sectorId}`;
const claimantKey = (accountId: string): string => `y:a:${accountId}`;
