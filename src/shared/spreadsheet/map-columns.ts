/** A column a table may have. */
export interface WantedColumn {
  field: string;
  header: string;
  alsoCalled: readonly string[];
  required: boolean;
}
/** For each wanted field the place of its column in the table; null where there is none. */
export type ColumnMap = Record<string, number | null>;

/** Which column is which, by what stands over it: the usual heading first, then other words for it, then part of one. */
export function mapColumns(headers: readonly string[], wanted: readonly WantedColumn[]): ColumnMap {
  const plain = headers.map((header) => header.replace(/[\s*（）():：]/g, ''));
  const last = plain.map((header) => header.split('/').at(-1) ?? header);
  const taken = new Set<number>();
  const map: ColumnMap = Object.fromEntries(wanted.map(({ field }) => [field, null]));
  const rounds: ((name: string) => (at: number) => boolean)[] = [
    (name) => (at) => plain[at] === name || last[at] === name,
    (name) => (at) => name.length > 1 && (plain[at] ?? '').includes(name),
  ];
  for (const fits of rounds)
    for (const { field, header, alsoCalled } of wanted) {
      if (map[field] !== null) continue;
      const names = [header, ...alsoCalled].map((name) => name.replace(/[\s*（）():：]/g, ''));
      const at = names
        .map((name) => headers.findIndex((_, index) => !taken.has(index) && fits(name)(index)))
        .find((index) => index >= 0);
      if (at === undefined) continue;
      map[field] = at;
      taken.add(at);
    }
  return map;
}
