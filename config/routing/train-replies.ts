import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments';
import { replyModelFile, type ReplyRow } from './learn-replies';
import { readLines } from './rows';

// npm run train:replies -- --train FILE… --out FILE
const options = readArguments(process.argv.slice(2), ['train', 'out']);
const [out] = options.out ?? [];
if (!options.train?.length || out === undefined) throw new Error('--train FILE… --out FILE');
writeFileSync(out, replyModelFile(options.train.flatMap((file) => readLines<ReplyRow>(file))));
