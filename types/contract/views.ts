import type { QueueFilter } from './statistics';

/** A list somebody comes back to: its name and its filter, kept for the account on every computer. */
export interface SavedView {
  id: string;
  name: string;
  filter: QueueFilter;
}
