import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments';
import { replyModelFile, type ReplyRow } from './learn-replies';
import { readLines } from './rows';

// npm run train:replies -- --train FILE… --out FILE
const options = readArguments(process.argv.slice(2), ['train', 'out']);
const [out] = options.out ?? [];
if (!options.train?.length || out === undefined) {
  process.stderr.write('用法：npm run train:replies -- --train 文件… --out 文件\n');
  process.exit(1);
}
writeFileSync(out, replyModelFile(options.train.flatMap((file) => readLines<ReplyRow>(file))));
