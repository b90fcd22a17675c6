import type { LeadStatus } from '@contract/lead';
import type { Lead } from '../lead/lead';
import { isPrivate } from '../lead/lifecycle';

/** What a resident may read of a lead that somebody else submitted. */
export type StrangerReads =
  /** what the county published about it */
  | 'published'
  /** that there is one: category, township, state, month, number of people; no word of it */
  | 'outline'
  /** not even that it exists */
  | null;

/** What a stranger may know of a lead that is not published, by its state. What is over concerns its submitter alone. */
const UNPUBLISHED: Record<LeadStatus, StrangerReads> = {
  submitted: 'outline',
  routed: 'outline',
  accepted: 'outline',
  awaitingSupplement: 'outline',
  adopted: 'outline',
  inProgress: 'outline',
  reopened: 'outline',
  resolved: 'outline',
  unresolvable: 'outline',
  closed: 'outline',
  outOfScope: null,
  declined: null,
  merged: null,
  withdrawn: null,
};

/** What a stranger reads of this lead. A private matter never exists for them, published or not. */
export function strangerReads(lead: Pick<Lead, 'status' | 'route' | 'published'>): StrangerReads {
  if (isPrivate(lead) || lead.status === 'merged' || lead.status === 'withdrawn') return null;
  return lead.published === null ? UNPUBLISHED[lead.status] : 'published';
}
