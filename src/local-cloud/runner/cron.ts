const FIELDS = [
  { name: '秒', from: 0, to: 59 },
  { name: '分', from: 0, to: 59 },
  { name: '时', from: 0, to: 23 },
  { name: '日', from: 1, to: 31 },
  { name: '月', from: 1, to: 12 },
  { name: '星期', from: 0, to: 6 },
  { name: '年', from: 1970, to: 2099 },
] as const;

/** Decides whether a moment is one of the schedule; seconds are the finest it knows. */
export type Schedule = (at: Date) => boolean;

/**
 * Reads the 7-field cron of CloudBase (seconds to years, UTC+8). Understands numbers, `*`, lists, ranges and
 * steps; anything else (L, W, #, names) is refused with a sentence instead of being guessed.
 */
export function readCron(expression: string): Schedule {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== FIELDS.length)
    throw new Error(`定时表达式「${expression}」应有 7 段：秒 分 时 日 月 星期 年`);
  const sets = FIELDS.map((field, index) => readField(parts[index] ?? '*', field, expression));
  // With both day fields given, either may match.
  const eitherDay = parts[3] !== '*' && parts[5] !== '*';
  return (at) => {
    const local = new Date(at.getTime() + 8 * 3_600_000);
    const values = [
      local.getUTCSeconds(),
      local.getUTCMinutes(),
      local.getUTCHours(),
      local.getUTCDate(),
      local.getUTCMonth() + 1,
      local.getUTCDay(),
      local.getUTCFullYear(),
    ];
    const hits = values.map((value, index) => sets[index]?.has(value) ?? false);
    const dayHits = eitherDay ? hits[3] || hits[5] : hits[3] && hits[5];
    return Boolean(hits[0] && hits[1] && hits[2] && hits[4] && hits[6] && dayHits);
  };
}

function readField(text: string, field: (typeof FIELDS)[number], expression: string): Set<number> {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
    if (!match)
      throw new Error(
        `定时表达式「${expression}」的${field.name}「${item}」不支持，只支持数字、*、列表、范围和步长`,
      );
    const [, star, first, last, step] = match;
    const from = star ? field.from : Number(first);
    const to = star ? field.to : Number(last ?? (step ? field.to : first));
    const by = Number(step ?? 1);
    if (from < field.from || to > field.to || from > to || by === 0) {
      throw new Error(`定时表达式「${expression}」的${field.name}「${item}」超出 ${field.from}–${field.to}`);
    }
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}
