export interface Options {
  file: string;
  limit: number;
  /** A local cloud that is running already; a temporary one of its own when null. */
  url: string | null;
  json: boolean;
  /** Whether each person is given a township, as a scanned code would. */
  places: boolean;
  /** Whether the whole file is sent a second time, which must add nothing. */
  twice: boolean;
}

export const USAGE =
  '用法：npm run replay -- --file FILE [--limit N] [--url http://127.0.0.1:PORT] [--places] [--twice] [--json]\n' +
  'FILE 每行一个 JSON：{"id","user","title","text","time"}';

/** Reads the arguments; throws the usage for anything it does not know, and for an address outside this machine. */
export function readOptions(argv: readonly string[]): Options {
  const options: Options = { file: '', limit: Infinity, url: null, json: false, places: false, twice: false };
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (argument === '--json') options.json = true;
    else if (argument === '--twice') options.twice = true;
    else if (argument === '--places') options.places = true;
    else if (argument === '--file') options.file = argv[(at += 1)] ?? '';
    else if (argument === '--limit') options.limit = Number(argv[(at += 1)]);
    else if (argument === '--url') options.url = argv[(at += 1)] ?? '';
    else throw new Error(USAGE);
  }
  const isCount = options.limit === Infinity || (Number.isInteger(options.limit) && options.limit > 0);
  if (options.file === '' || !isCount) throw new Error(USAGE);
  if (options.url !== null && !/^http:\/\/(127\.0\.0\.1|localhost):\d+\/?$/.test(options.url)) {
    throw new Error(`只能向本机的本地云重放，不能是 ${options.url}。`);
  }
  return options;
}
