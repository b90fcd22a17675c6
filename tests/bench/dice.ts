/** Chance that comes out the same every time: two runs of the bench fill the same rows. */
export interface Dice {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number below `most`. */
  below(most: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** A small generator (mulberry32) started from a seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
