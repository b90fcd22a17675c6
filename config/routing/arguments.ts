/** Options of a command: `--name value value --flag`. Refuses an option it was not told of. */
export function readArguments(
  argv: readonly string[],
  known: readonly string[],
): Record<string, string[] | undefined> {
  const options: Record<string, string[] | undefined> = {};
  let current: string[] | null = null;
  for (const word of argv) {
    if (!word.startsWith('--')) {
      if (current === null)
        throw new Error(`「${word}」 stands before any option; known: ${known.join(', ')}`);
      current.push(word);
      continue;
    }
    const name = word.slice(2);
    if (!known.includes(name))
      throw new Error(`unknown option ${word}; known: ${known.map((each) => `--${each}`).join(', ')}`);
    current = options[name] ?? [];
    options[name] = current;
  }
  return options;
}
