const USUAL = 16;
let measured: number | null = null;

/** The text size set in the browser as a factor of the usual one; measured once, by a line that has no size of its own. */
export function browserTextScale(): number {
  measured ??= measure();
  return measured;
}

function measure(): number {
  const line = document.createElement('div');
  // `medium` is the reader's own setting; the size of <html> is not, Taro's router writes its own there.
  line.style.cssText = 'position:absolute;visibility:hidden;font-size:medium';
  document.body.append(line);
  const size = Number.parseFloat(getComputedStyle(line).fontSize);
  line.remove();
  return size > 0 ? size / USUAL : 1;
}
