/** What the command line asks for. */
export interface Options {
  rows: number[];
  json: boolean;
  quick: boolean;
  rounds: number;
  /** Filled rows are kept here and taken from here the next time; null: filled anew, removed afterwards. */
  keep: string | null;
}

const USAGE = '用法：npm run bench -- [--rows 10000,100000] [--rounds 9] [--keep DIR] [--quick] [--json]';

/** Reads the arguments; throws the usage for anything it does not know. */
export function readOptions(argv: readonly string[]): Options {
  const options: Options = { rows: [10_000, 100_000], json: false, quick: false, rounds: 9, keep: null };
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (argument === '--json') options.json = true;
    else if (argument === '--quick') Object.assign(options, { quick: true, rows: [400, 2_000], rounds: 2 });
    else if (argument === '--rows') options.rows = wholeNumbers(argv[(at += 1)]);
    else if (argument === '--rounds') options.rounds = wholeNumbers(argv[(at += 1)])[0] ?? 0;
    else if (argument === '--keep') options.keep = argv[(at += 1)] ?? null;
    else throw new Error(USAGE);
  }
  return options;
}

function wholeNumbers(text: string | undefined): number[] {
  const numbers = (text ?? '').split(',').map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number < 1)) throw new Error(USAGE);
  return numbers.sort((a, b) => a - b);
}
