type Tell = (again: () => void) => void;

/** The pages that lie on each other; the last one is in front. */
const pages: Tell[] = [];

/** Hears, while its page is in front, of a page that did not open and of the way to try again; returns the way to stop. */
export function watchNotOpened(tell: Tell): () => void {
  pages.push(tell);
  return () => {
    pages.splice(pages.indexOf(tell), 1);
  };
}

/** A page did not open: whoever is in front says so. */
export function tellNotOpened(again: () => void): void {
  pages.at(-1)?.(again);
}
