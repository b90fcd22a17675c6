export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The longer list after another page was fetched; an item that moved meanwhile is shown once, as it is now. What the first page said beside its items stays. */
export function joinPages<Item extends { id: string }, Shown extends Page<Item>>(
  shown: Shown,
  next: Page<Item>,
): Shown {
  const newer = new Set(next.items.map(({ id }) => id));
  return {
    ...shown,
    items: [...shown.items.filter(({ id }) => !newer.has(id)), ...next.items],
    nextCursor: next.nextCursor,
  };
}
