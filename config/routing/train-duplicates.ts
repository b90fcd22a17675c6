import { writeFileSync } from 'node:fs';
import { eachGram } from '../../cloudfunctions/core/domain/duplicates/grams';
import { rarityFrom, writeRarity } from '../../cloudfunctions/core/domain/duplicates/rarity';
import { readArguments } from './arguments';
import { readLines } from './rows';

// npm run train:duplicates -- --train FILE… [--except FILE…] --out FILE
interface Message {
  title?: string;
  text: string;
}

const options = readArguments(process.argv.slice(2), ['train', 'except', 'out']);
const { train = [], except = [] } = options;
const [out] = options.out ?? [];
if (train.length === 0 || out === undefined) {
  process.stderr.write('用法：npm run train:duplicates -- --train 文件… [--except 文件…] --out 文件\n');
  process.exit(1);
}
const plain = (text: string): string => text.replace(/\s+/gu, '');
const excepted = except.flatMap((file) => readLines<Message>(file));
// What the table is measured on must not have been counted, not even under another number.
const measured = new Set(excepted.flatMap(({ title = '', text }) => [plain(title), plain(text)]));
measured.delete('');
const messages = train
  .flatMap((file) => readLines<Message>(file))
  .filter(({ title = '', text }) => !measured.has(plain(title)) && !measured.has(plain(text)));
const counts = new Map<number, number>();
for (const { title = '', text } of messages) {
  const pairs = new Set<number>();
  for (const part of [title, text]) {
    eachGram(part, ({ hash, size }) => {
      if (size === 2) pairs.add(hash);
    });
  }
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
}
writeFileSync(out, writeRarity(rarityFrom(messages.length, counts)));
process.stdout.write(`${messages.length} 条留言，${counts.size} 个字对，写入 ${out}\n`);
