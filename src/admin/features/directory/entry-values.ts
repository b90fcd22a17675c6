/** What stands in a form: texts of an entry's fields, by their names; `escalateAfter.chair` for one inside another. */
export type Values = Record<string, unknown>;

/** The value of a field in an entry. */
export function valueAt(entry: Values, name: string): unknown {
  const [first = '', second] = name.split('.');
  const value = entry[first];
  return second === undefined ? value : (value as Values | undefined)?.[second];
}

/** The entry with another value in a field. */
export function withValue(entry: Values, name: string, value: unknown): Values {
  const [first = '', second] = name.split('.');
  if (second === undefined) return { ...entry, [first]: value };
  return { ...entry, [first]: { ...(entry[first] as Values | undefined), [second]: value } };
}

/** Keywords one a line, `路灯 3`; without a number the weight is 2. */
export function readKeywords(text: string): { phrase: string; weight: number }[] {
  return linesOf(text).map((line) => {
    const [, phrase = line, weight] = /^(.*?)(?:\s+([1-3]))?$/.exec(line) ?? [];
    return { phrase: phrase.trim(), weight: Number(weight ?? 2) };
  });
}
export const writeKeywords = (keywords: readonly { phrase: string; weight: number }[]): string =>
  keywords.map(({ phrase, weight }) => `${phrase} ${weight}`).join('\n');

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 40;

/** Days one a line; `2027-02-05~2027-02-11` is every day of them. What is no date stays, so that it is refused by name. */
export function readDays(text: string): string[] {
  const days = linesOf(text).flatMap((line) => {
    const [from = '', to] = line.split(/\s*[~～至]\s*/);
    const first = Date.parse(`${from}T00:00:00Z`);
    const last = to === undefined ? first : Date.parse(`${to}T00:00:00Z`);
    if (Number.isNaN(first) || Number.isNaN(last) || last < first) return [line];
    const count = Math.min(LONGEST_DAYS, (last - first) / DAY_MS + 1);
    return Array.from({ length: count }, (_, day) =>
      new Date(first + day * DAY_MS).toISOString().slice(0, 10),
    );
  });
  return [...new Set(days)].sort();
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n，,;；]/)
    .map((line) => line.trim())
    .filter(Boolean);
