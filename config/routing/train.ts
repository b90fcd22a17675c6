import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { readArguments } from './arguments';
import { learn, MOST_FEATURES } from './learn';
import { checked, linearOf, writeModel } from './model-file';
import { LABELS } from './rows';

const SHIPPED =
  process.env.ROUTING_WEIGHTS ??
  new URL('../../cloudfunctions/core/adapters/routing-weights.bin', import.meta.url).pathname;

// npm run train:routing -- --train FILE… [--other FILE…] --out FILE
const options = readArguments(process.argv.slice(2), ['train', 'other', 'out']);
const [out] = options.out ?? [];
if (!options.train?.length || out === undefined) {
  process.stderr.write('用法：npm run train:routing -- --train 文件… [--other 文件…] --out 文件\n');
  process.exit(1);
}
const { linear, temperature } = learn(options.train, options.other ?? [], () =>
  linearOf(readModel(readFileSync(SHIPPED))),
);
const bytes = writeModel(linear, [...LABELS, '其他'], temperature, MOST_FEATURES);
const model = checked(bytes);
writeFileSync(out, bytes);
process.stdout.write(
  `${out} · ${model.modelVersion} · ${bytes.length} B（gz ${gzipSync(bytes, { level: 9 }).length} B）· 温度 ${temperature}\n`,
);
