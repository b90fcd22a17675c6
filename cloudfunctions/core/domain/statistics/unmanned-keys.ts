import type { Grant } from '@contract/directory';
import type { County } from '../county';
import { PERMISSIONS } from '../permissions/permissions';

/** Whether the person acts in the place of an office that nobody holds. */
export const standsIn = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => PERMISSIONS[role].acceptLead === 'county');

/**
 * The keys of what waits for townships without a liaison today: what came before the office was vacated. What comes
 * later lies with the desk from the beginning. A day begins and ends an office without anything being written, so no
 * lead carries this as a key of its own.
 */
export const unmannedKeysOf = (county: County): string[] =>
  county.townships.filter(({ liaison }) => liaison === null).map(({ id }) => `d:mine|in:t:${id}`);
