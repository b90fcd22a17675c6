/** A line for the operator at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

const AT_ONCE = 16;
/** Works through the items, some at once, in order of batches. */
export async function inBatches<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}
