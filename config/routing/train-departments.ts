import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readArguments } from './arguments';
import { departmentModelFile } from './learn-departments';
import type { ReplyRow } from './learn-replies';
import { checked } from './model-file';
import { readLines } from './rows';

// npm run train:departments -- --train FILE… --out FILE
const options = readArguments(process.argv.slice(2), ['train', 'out']);
const [out] = options.out ?? [];
if (!options.train?.length || out === undefined) {
  process.stderr.write('用法：npm run train:departments -- --train 文件… --out 文件\n');
  process.exit(1);
}
const bytes = departmentModelFile(options.train.flatMap((file) => readLines<ReplyRow>(file)));
const model = checked(bytes);
writeFileSync(out, bytes);
process.stdout.write(
  `${out} · ${model.modelVersion} · ${bytes.length} B（gz ${gzipSync(bytes, { level: 9 }).length} B）\n`,
);
