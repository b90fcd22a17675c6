import type { Lead } from './lead';

/** Whether the words sound like somebody in danger and nobody has decided on the lead yet. */
export function mayBeEmergency({ status, route }: Pick<Lead, 'status' | 'route'>): boolean {
  const isOpen = status === 'routed' || status === 'reopened' || status === 'accepted';
  return isOpen && route?.outOfScope?.kind === 'emergency';
}
