import { readFileSync } from 'node:fs';
import { explainsNothing } from '../../cloudfunctions/core/domain/replies/explains-nothing';
import { likeness, printOf } from '../../cloudfunctions/core/domain/replies/likeness';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { readArguments } from './arguments';
import { aucOf, mean } from './figures';
import { replyModelFile, type ReplyRow } from './learn-replies';
import { readLines } from './rows';

// npm run eval:replies -- --file FILE [--train FILE] [--json]
const SHIPPED = new URL('../../cloudfunctions/core/adapters/reply-weights.bin', import.meta.url).pathname;
const options = readArguments(process.argv.slice(2), ['file', 'train', 'json']);
const [file] = options.file ?? [];
if (file === undefined) {
  process.stderr.write('用法：npm run eval:replies -- --file 文件 [--train 文件] [--json]\n');
  process.exit(1);
}
const rows = readLines<ReplyRow>(file);
const model = readModel(
  options.train
    ? replyModelFile(options.train.flatMap((each) => readLines<ReplyRow>(each)))
    : readFileSync(SHIPPED),
);
const scores = rows.map(({ reply, explains }) => ({
  empty: explainsNothing(model, reply),
  explains: Number(explains) === 1,
}));

// Each real reply beside its own message, and another one beside the same; both against five strange messages.
const pairs = rows
  .filter(({ explains }) => Number(explains) === 1)
  .map(({ title, text, reply }) => ({
    message: printOf(model, `${title}。${text}`),
    reply: printOf(model, reply),
  }));
const at = (index: number) => pairs[index % pairs.length];
const fits = pairs.map(({ message, reply }, index) => {
  const others = [3, 17, 53, 101, 211].flatMap((step) => at(index + step) ?? []);
  const fit = (print: typeof reply): number =>
    likeness(message, print) - mean(others.map((other) => likeness(other.message, print)));
  return { own: fit(reply), other: fit(at(index + 13)?.reply ?? reply) };
});
const line = {
  explainsAuc: aucOf(
    scores.filter(({ explains }) => !explains).map(({ empty }) => empty),
    scores.filter(({ explains }) => explains).map(({ empty }) => empty),
  ),
  ownReplyAuc: aucOf(
    fits.map(({ own }) => own),
    fits.map(({ other }) => other),
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
