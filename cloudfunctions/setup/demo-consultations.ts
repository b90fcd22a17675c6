import type { Actor } from '../core/domain/lead/events';
import { chinaDate } from '../core/domain/deadlines/working-days';
import type { LeadContent } from './content/types';
import type { Step } from './demo-history';

const DAY_MS = 24 * 60 * 60 * 1000;
const FRIDAY = 5;
/** Between the adoption and the hand-over. */
const DAY = 2.5;
const CONSULTED: ReadonlySet<string> = new Set([
  'handed-over',
  'replied',
  'resolved',
  'closed',
  'unresolvable',
]);

/** Every second adopted lead that went on to a unit was talked over first, on the Friday everybody met. */
export function consultationSteps(
  { key, outcome }: Pick<LeadContent, 'key' | 'outcome'>,
  momentOf: (day: number) => string,
  clerk: Actor,
): { at: string; step: Step }[] {
  const isChosen = Number(key.replace(/\D/g, '')) % 2 === 0;
  if (outcome.end !== 'adopted' || !CONSULTED.has(outcome.stage) || !isChosen) return [];
  const at = momentOf(DAY);
  const step: Step = {
    command: {
      type: 'holdConsultation',
      heldOn: fridayBefore(chinaDate(at)),
      place: '县政协三楼议事室',
      participants: '政协委员、承办单位和群众代表',
      conclusion: '各方说清了难处，由承办单位拿出办法和日子。',
    },
    by: clerk,
    day: DAY,
  };
  return [{ at, step }];
}

function fridayBefore(date: string): string {
  const day = Date.parse(`${date}T00:00:00Z`);
  const back = (new Date(day).getUTCDay() - FRIDAY + 7) % 7;
  return new Date(day - back * DAY_MS).toISOString().slice(0, 10);
}
