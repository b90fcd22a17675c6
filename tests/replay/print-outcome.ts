import type { Outcome } from './outcome';

/** The outcome as people read it: figures and names of categories, no word of a message. */
export function printOutcome(outcome: Outcome, line: (text: string) => void): void {
  const { messages, people, accepted, added, received, refusals, seconds, perSecond, p50Ms, p99Ms, routing } =
    outcome;
  line(
    `\n${messages} 条留言，${people} 人；收下 ${accepted} 条，其中新增 ${added} 条（已有的不会再加一条）；全县 ${received.before} → ${received.after} 条`,
  );
  line(
    `用时 ${seconds.toFixed(1)} 秒，${perSecond.toFixed(0)} 次/秒，p50 ${p50Ms.toFixed(0)} ms，p99 ${p99Ms.toFixed(0)} ms`,
  );
  const refused = Object.entries(refusals);
  line(
    refused.length === 0
      ? '没有拒绝'
      : `拒绝：${refused.map(([code, count]) => `${code} ${count} 次`).join('，')}`,
  );
  line(`\n分到哪里（找到 ${routing.found} 条）`);
  const holders = [...new Set(Object.values(routing.table).flatMap((row) => Object.keys(row)))].sort();
  line(`  ${['类别', ...holders, '合计'].join('\t')}`);
  const rows = Object.entries(routing.table).map(([category, row]) => ({
    category,
    row,
    all: sum(Object.values(row)),
  }));
  for (const { category, row, all } of rows.sort((a, b) => b.all - a.all)) {
    line(`  ${[category, ...holders.map((holder) => row[holder] ?? 0), all].join('\t')}`);
  }
  line(
    `按词定出类别 ${share(routing.byRule, routing.found)}；归县级总台 ${share(routing.atCountyDesk, routing.found)}`,
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const share = (part: number, whole: number): string =>
  `${part} 条（${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)}%）`;
