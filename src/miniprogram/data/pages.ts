export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The longer list after another page was fetched; an item that moved meanwhile is shown once, as it is now. */
export function joinPages<Item extends { id: string }>(shown: Page<Item>, next: Page<Item>): Page<Item> {
  const newer = new Set(next.items.map(({ id }) => id));
  return {
    items: [...shown.items.filter(({ id }) => !newer.has(id)), ...next.items],
    nextCursor: next.nextCursor,
  };
}
