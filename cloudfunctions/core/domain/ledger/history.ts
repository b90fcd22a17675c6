import { STATUS_LABELS } from '@contract/labels-zh';
import type { LeadStatus } from '@contract/lead';
import type { LeadCommand } from '../lead/commands';
import type { LedgerEntry } from './read-row';

/** One step of an imported lead's life: what was done, and on which of its days. */
export interface LedgerStep {
  command: LeadCommand;
  /** The ledger's day of receipt, its day of completion, or the moment of the import: whose clock runs from then. */
  on: 'received' | 'done' | 'now';
}

interface About {
  ledger: string;
  /** Working days a unit gets that a lead is handed to at the import. */
  handOverDays: number;
}

/**
 * What the ledger tells of a lead's life, as commands the lifecycle decides on. What is over lies on the ledger's own
 * days; the last step of what is still open is done at the import, so that nothing is late before anybody has seen it.
 * What nobody ever decided gets no day at all: hundreds of them would all be late on the same morning.
 */
export function ledgerSteps(entry: LedgerEntry, about: About): LedgerStep[] {
  const note = noteOf(entry, about.ledger);
  const steps = [{ command: { type: 'addNote', text: note } as const, on: 'received' as const }];
  return [...steps, ...decisionSteps(entry, about), ...endSteps(entry)];
}

/** What the ledger says and no step tells: 「正在办」 is nobody's reply, 「部分解决」 no end. */
function noteOf(entry: LedgerEntry, ledger: string): string {
  const { row, handling, halfSolved } = entry;
  const half = halfSolved && `台账上的解决情况：${halfSolved}。`;
  const words = handling && !hasReply(entry) ? `台账上的办理情况：${handling}` : '';
  return `从台账《${ledger}》第 ${row} 行导入。${half}${words}`;
}

const isOver = ({ solved }: LedgerEntry): boolean => solved === 'yes' || solved === 'cannot';

/** Only of what is over do the ledger's words say how the unit answered. */
const hasReply = (entry: LedgerEntry): boolean =>
  entry.unitId !== null && entry.handling !== '' && isOver(entry);

function decisionSteps(entry: LedgerEntry, { handOverDays }: About): LedgerStep[] {
  const { adopted, handling, unitId } = entry;
  const over = isOver(entry);
  if (adopted === 'outOfScope') {
    const note = handling || '台账上记为不属受理范围，请拨打 12345。';
    return [{ command: { type: 'markOutOfScope', door: 'hotline12345', note }, on: 'received' }];
  }
  const isDecided = adopted !== null;
  const accept: LedgerStep = {
    command: { type: 'acceptLead' },
    on: isDecided || over || unitId ? 'received' : 'now',
  };
  if (adopted === 'no') {
    const reason = handling || '台账上记为未采纳，没有写原因。';
    const goTo = '有新情况，可以再向县政协反映。';
    return [accept, { command: { type: 'declineLead', reason, goTo }, on: 'received' }];
  }
  const handsOver = unitId !== null;
  const adopt: LedgerStep[] = isDecided
    ? [
        {
          command: { type: 'adoptLead', note: '台账上记为已采纳。' },
          on: over || handsOver ? 'received' : 'now',
        },
      ]
    : [];
  return [accept, ...adopt, ...(handsOver ? handOverSteps(entry, handOverDays) : [])];
}

function handOverSteps(entry: LedgerEntry, workingDays: number): LedgerStep[] {
  const { unitId, handling } = entry;
  const on = isOver(entry) ? ('received' as const) : ('now' as const);
  const handOver: LeadCommand = {
    type: 'handOver',
    unitId: unitId ?? '',
    supportingUnitIds: [],
    workingDays,
  };
  const reply: LedgerStep[] = hasReply(entry)
    ? [{ command: { type: 'recordReply', text: handling }, on: 'done' }]
    : [];
  return [{ command: handOver, on }, ...reply];
}

function endSteps(entry: LedgerEntry): LedgerStep[] {
  const { solved, handling, adopted } = entry;
  if (adopted === 'outOfScope' || !isOver(entry)) return [];
  const end: LeadCommand =
    solved === 'yes'
      ? { type: 'resolveLead', summary: handling || '台账上记为已解决。' }
      : {
          type: 'markUnresolvable',
          reason: handling || '台账上记为暂不能解决，没有写原因。',
          whatWouldChange: '台账上没有写。',
        };
  const close: LeadCommand = { type: 'closeLead', reason: '从台账导入，早已办结。' };
  return [
    { command: end, on: 'done' },
    { command: close, on: 'done' },
  ];
}

/** How a lead stands, for the preview. */
export const standsAs = (status: LeadStatus): string => `导入后是「${STATUS_LABELS[status]}」`;

/** How a lead stands, once it is brought in. */
export const isNow = (status: LeadStatus): string => `现在是「${STATUS_LABELS[status]}」`;
