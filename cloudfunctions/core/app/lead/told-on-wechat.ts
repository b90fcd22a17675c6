import type { TimelineEntry } from '@contract/lead-views';
import type { LeadRecord, Ports, Receipt } from '../ports';

const TOLD: Record<Receipt, NonNullable<TimelineEntry['told']>> = {
  sent: 'wechat',
  appOnly: 'appOnly',
  refused: 'appOnly',
  failed: 'appOnly',
};

/** The history with what became of each message to the submitter; as it was where the county sends none on WeChat. */
export async function withReceipts(
  history: readonly TimelineEntry[],
  { lead, events }: LeadRecord,
  ports: Ports,
): Promise<TimelineEntry[]> {
  if (((await ports.county()).wechatTemplates ?? []).length === 0) return [...history];
  const noticeIds = events.map(({ seq }) => `${lead.id}-${seq}`);
  const receipts = await ports.reminders.receipts(noticeIds);
  const told = new Map<string, TimelineEntry['told']>(
    events.flatMap(({ seq, event }) => {
      const receipt = receipts.get(`${lead.id}-${seq}`);
      return receipt === undefined ? [] : [[`${event.at} ${event.type}`, TOLD[receipt]] as const];
    }),
  );
  return history.map((entry) => {
    const became = told.get(`${entry.at} ${entry.event}`);
    return became === undefined ? entry : { ...entry, told: became };
  });
}
