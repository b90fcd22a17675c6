const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Whether a text is taken out of the resident's own: every line of it stands there word for word (blanks aside), and
 * something is left over. What staff would only put in other words is not the resident's any more.
 */
export function isPartOf(part: string, whole: string): boolean {
  const source = bare(whole);
  const lines = part.split('\n').map(bare).filter(Boolean);
  return (
    lines.length > 0 && lines.every((line) => source.includes(line)) && bare(part).length < source.length
  );
}
