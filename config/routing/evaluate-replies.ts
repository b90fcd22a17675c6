import { readFileSync } from 'node:fs';
import { rarityOf } from './duplicates/fingerprint';
import { explainsNothing, ownFit } from './replies/reply-check';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { readArguments } from './arguments';
import { aucOf } from './figures';
import { learnReplies, type ReplyRow } from './learn-replies';
import { writeModel } from './model-file';
import { readLines } from './rows';

// npm run eval:replies -- --file FILE [--train FILE] [--json]
const SHIPPED = process.env.REPLY_WEIGHTS ?? new URL('./replies/reply-weights.bin', import.meta.url).pathname;
const options = readArguments(process.argv.slice(2), ['file', 'train', 'json']);
const [file] = options.file ?? [];
if (file === undefined) {
  process.stderr.write('用法：npm run eval:replies -- --file 文件 [--train 文件] [--json]\n');
  process.exit(1);
}
const rows = readLines<ReplyRow>(file);
const model = readModel(
  options.train
    ? writeModel(
        learnReplies(options.train.flatMap((each) => readLines<ReplyRow>(each))),
        ['空', '实'],
        1,
        20_000,
      )
    : readFileSync(SHIPPED),
);
const scores = rows.map(({ reply }) => explainsNothing(model, reply));
const real = rows.filter(({ explains }) => Number(explains) === 1);
const rarity = rarityOf([...real, ...real.map(({ reply }) => ({ title: '', text: reply }))]);
const at = (index: number): ReplyRow[] => {
  const row = real[index % real.length];
  return row ? [row] : [];
};
const fits = real.map((row, index) => {
  const others = [3, 17, 53, 101, 211].flatMap((step) => at(index + step));
  return {
    own: ownFit(row, others, row.reply, rarity),
    other: at(index + 13).map((wrong) => ownFit(row, others, wrong.reply, rarity)),
  };
});
const line = {
  explainsAuc: aucOf(
    scores.filter((_, row) => Number(rows[row]?.explains) === 0),
    scores.filter((_, row) => Number(rows[row]?.explains) === 1),
  ),
  ownReplyAuc: aucOf(
    fits.map(({ own }) => own),
    fits.flatMap(({ other }) => other),
  ),
  rows: rows.length,
};
const rounded = Object.fromEntries(
  Object.entries(line).map(([name, value]) => [name, Number(value.toFixed(4))]),
);
process.stdout.write(
  options.json
    ? `${JSON.stringify(rounded)}\n`
    : Object.entries(rounded)
        .map((pair) => pair.join('  '))
        .join('\n') + '\n',
);
