type Tell = (again: () => void) => void;

/** The pages that lie on each other; the last one is in front. */
const pages: Tell[] = [];
/** Said before any page was there to hear it. */
let untold: (() => void) | null = null;

/** Hears, while its page is in front, of a page that did not open and of the way to try again; returns the way to stop. */
export function watchNotOpened(tell: Tell): () => void {
  pages.push(tell);
  if (untold) tell(untold);
  untold = null;
  return () => {
    pages.splice(pages.indexOf(tell), 1);
  };
}

/** A page did not open: whoever is in front says so. */
export function tellNotOpened(again: () => void): void {
  const front = pages.at(-1);
  if (front) front(again);
  else untold = again;
}
