/** Brings the first of what matches into the middle of the screen; nothing where nothing does. */
export function showFirst(selector: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  found.find(({ offsetParent }) => offsetParent !== null)?.scrollIntoView({ block: 'center' });
}
