/** What whoever started the command can put right: told in one sentence, without where in the code it was noticed. */
export class Misuse extends Error {}

/** Options of a command: `--name value value --flag`. Refuses an option it was not told of. */
export function readArguments(
  argv: readonly string[],
  known: readonly string[],
): Record<string, string[] | undefined> {
  process.setUncaughtExceptionCaptureCallback((fault) => {
    process.stderr.write(`${fault instanceof Misuse ? fault.message : (fault.stack ?? fault.message)}\n`);
    process.exit(1);
  });
  const options: Record<string, string[] | undefined> = {};
  let current: string[] | null = null;
  for (const word of argv) {
    if (!word.startsWith('--')) {
      if (current === null) throw new Misuse(`「${word}」前面没有选项。可以用的：${optionsOf(known)}`);
      current.push(word);
      continue;
    }
    const name = word.slice(2);
    if (!known.includes(name)) throw new Misuse(`没有选项 ${word}。可以用的：${optionsOf(known)}`);
    current = options[name] ?? [];
    options[name] = current;
  }
  return options;
}

const optionsOf = (known: readonly string[]): string => known.map((each) => `--${each}`).join('、');
