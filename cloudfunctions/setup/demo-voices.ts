import type { OnBehalfInput } from '@contract/on-behalf';
import { personKeyOf } from '../core/app/lead/voices';
import type { LeadRecord } from '../core/app/ports';
import voices from './content/demo-voices.json';
import type { Step } from './demo-history';

const COSIGNS: Partial<Record<string, number>> = voices.cosigns;
/** Who filed for somebody else; `confirmed`: how far through its life the person said that it is theirs. */
const ON_BEHALF = voices.onBehalf as Partial<Record<string, OnBehalfInput & { confirmed?: number }>>;

/** Whom a demonstration lead was filed for; undefined where it is one's own matter. */
export const onBehalfOf = (key: string): OnBehalfInput | undefined => ON_BEHALF[key];

/** Something neighbours or the clerk do with a demonstration lead beside its course, and how far through its life. */
export interface VoiceStep {
  part: number;
  step: Step;
  /** The record with what the step brings along. */
  before: (record: LeadRecord, at: string) => LeadRecord;
}

/** The person it was filed for who says that it is theirs, neighbours who join in, and the clerk who puts leads about one problem together. */
export function voiceSteps(
  key: string,
  clerk: Step['by'],
  { idOf, digest }: { idOf: (key: string) => string; digest: (text: string) => string },
): VoiceStep[] {
  const count = COSIGNS[key] ?? 0;
  const confirmed = ON_BEHALF[key]?.confirmed;
  const confirming: VoiceStep[] =
    confirmed === undefined
      ? []
      : [
          {
            part: confirmed,
            step: {
              command: { type: 'confirmForPerson', onHelpersDevice: false },
              by: { kind: 'resident' },
              day: 0,
            },
            before: (record) => record,
          },
        ];
  const joining = Array.from({ length: count }, (_, index): VoiceStep => {
    const personKey = personKeyOf(`demo-neighbour-${key}-${index}`, digest);
    return {
      part: (index + 1) / (count + 1),
      step: { command: { type: 'cosignLead', cosigns: index + 1 }, by: { kind: 'resident' }, day: 0 },
      before: (record, at) => {
        const { id: leadId, number } = record.lead;
        return { ...record, cosigners: [...record.cosigners, { personKey, leadId, number, at }] };
      },
    };
  });
  const group = voices.sameProblem.find((keys) => keys.includes(key));
  const [first] = group ?? [];
  const people = [...confirming, ...joining];
  if (first === undefined) return people;
  const issueId = `I${idOf(first).slice(1)}-1`;
  const command = { type: 'joinIssue' as const, issueId, reason: '说的是同一个问题' };
  return [...people, { part: 0.97, step: { command, by: clerk, day: 0 }, before: (record) => record }];
}
