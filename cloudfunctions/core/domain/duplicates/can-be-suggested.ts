import type { Lead } from '../lead/lead';

/** Whether the lead still stands for its problem: what was withdrawn or merged elsewhere is found by nobody. */
export const canBeSuggested = ({ status }: Pick<Lead, 'status'>): boolean =>
  status !== 'withdrawn' && status !== 'merged';
