import type { OnBehalf } from '@contract/on-behalf';
import type { LeadCommandName } from './commands';
import type { LeadEvent } from './events';
import type { Lead } from './lead';

type EventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;
/** What happens between a person and the lead that somebody else filed for them. */
export type PersonEvent = EventOf<'PersonConfirmed' | 'PersonDenied' | 'DenialSettled' | 'DataErased'>;

/** While the person says it is not their will, nothing goes out of the house and nothing is decided on it. */
const HELD_BY_DENIAL: ReadonlySet<LeadCommandName> = new Set([
  'adoptLead',
  'confirmDecision',
  'handOver',
  'reportUp',
  'publishLead',
  'broadcastLead',
  'mergeLead',
]);

/** Whether the lead waits for staff to look because the person said it is not their will. */
export const isDenied = ({ onBehalf }: Pick<Lead, 'onBehalf'>): boolean => onBehalf?.standing === 'denied';

/** Whether the command has to wait until staff have looked into the person's no. */
export const isHeldByDenial = (lead: Pick<Lead, 'onBehalf'>, command: LeadCommandName): boolean =>
  isDenied(lead) && HELD_BY_DENIAL.has(command);

/** Whether the person can still say this: each answer once, another one as long as they change their mind. */
export const canAnswer = ({ onBehalf }: Pick<Lead, 'onBehalf'>, answer: 'confirmed' | 'denied'): boolean =>
  onBehalf !== null && onBehalf.standing !== answer && onBehalf.standing !== 'keptAfterDenial';

/** The lead after the person answered, or after staff looked into a no. */
export function personBy(lead: Lead, event: PersonEvent): Partial<Lead> {
  const { onBehalf } = lead;
  if (onBehalf === null) return {};
  switch (event.type) {
    case 'PersonConfirmed':
      return { onBehalf: answered(onBehalf, 'confirmed', event) };
    case 'PersonDenied':
      return { onBehalf: answered(onBehalf, 'denied', event) };
    case 'DenialSettled':
      return { onBehalf: { ...onBehalf, standing: 'keptAfterDenial' } };
    case 'DataErased':
      return {};
  }
}

const answered = (
  onBehalf: OnBehalf,
  standing: OnBehalf['standing'],
  { at, onHelpersDevice }: EventOf<'PersonConfirmed' | 'PersonDenied'>,
): OnBehalf => ({ ...onBehalf, standing, answeredAt: at, onHelpersDevice });
