import { DATA_PART_LABELS } from '@contract/labels-zh';
import type { DataPart } from '@contract/personal-data';
import { eraseOutlived, listOutlived, type Outlived } from '../core/app/privacy/retention';
import type { Aging } from '../core/app/privacy/personal-data';
import type { Ports } from '../core/app/ports';
import { say } from './telling';

const AGING_LABELS: Record<Aging, string> = {
  notices: '消息',
  trackingAttempts: '查询码试错记录',
  visits: '网页端次数记录',
  sessions: '过期的登录',
  signInTickets: '过期的登录码',
  readers: '「谁也在看」',
};

/** Says what has been kept long enough, figures and fields alone; takes it away unless it is a dry run. */
export async function carryOutRetention(ports: Ports, isDryRun: boolean): Promise<void> {
  const now = ports.clock.now();
  const lines = await listOutlived(ports, now);
  say(isDryRun ? '到期该删的（只看，不删）：' : '到期该删的：');
  for (const line of lines) say(inWords(line));
  if (isDryRun) return;
  let gone = 0;
  // As many portions as there were to begin with and a few more: what somebody keeps changing waits for the timer.
  for (let portions = 3 + Math.ceil(total(lines) / 20); portions > 0; portions -= 1) {
    const some = await eraseOutlived(ports, now);
    gone += some;
    if (some === 0) break;
  }
  say(`已删 ${gone} 项。`);
}

const total = (lines: readonly Outlived[]): number => lines.reduce((sum, { count }) => sum + count, 0);

function inWords({ what, days, before, count }: Outlived): string {
  const name = what in DATA_PART_LABELS ? DATA_PART_LABELS[what as DataPart] : AGING_LABELS[what as Aging];
  return `  ${name}（${what}）：满 ${days} 天，${before.slice(0, 10)} 以前，${count} 项`;
}
