import { readFileSync } from 'node:fs';
import { categoryReader } from '../../cloudfunctions/core/adapters/category-reader';
import {
  groupToJoin,
  isOtherMatter,
  type Sorted,
} from '../../cloudfunctions/core/domain/duplicates/group-to-join';
import { readRarity } from '../../cloudfunctions/core/domain/duplicates/rarity';
import { MOST_SUGGESTIONS } from '../../cloudfunctions/core/domain/duplicates/suggest-earlier';
import { whichCategory } from '../../cloudfunctions/core/domain/routing/which-category';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import { readArguments } from './arguments';
import { readLines } from './rows';
import { followTheIndex, inOrder, type DatedMessage } from './similar-index';

// npm run eval:duplicates -- --corpus FILE --clusters FILE [--table FILE] [--json]
interface Cluster {
  ids: string[];
  ignore?: string[];
}

const options = readArguments(process.argv.slice(2), ['corpus', 'clusters', 'table', 'json']);
const [corpus] = options.corpus ?? [];
const [clusters] = options.clusters ?? [];
const [table = 'cloudfunctions/core/adapters/rarity-table.bin'] = options.table ?? [];
if (corpus === undefined || clusters === undefined) {
  process.stderr.write(
    '用法：npm run eval:duplicates -- --corpus 文件 --clusters 文件 [--table 文件] [--json]\n',
  );
  process.exit(1);
}
const messages = inOrder(readLines<DatedMessage>(corpus));
const gold = readLines<Cluster>(clusters);
const clusterOf = new Map(gold.flatMap(({ ids }, cluster) => ids.map((id) => [id, cluster] as const)));
const ignored = gold.map(({ ignore }) => new Set(ignore ?? []));
const found = followTheIndex(messages, readRarity(readFileSync(table)));
const sorted = categories();
const line = { ...suggestionFigures(), ...groupFigures(), messages: messages.length };
const rounded = Object.fromEntries(
  Object.entries(line).map(([name, value]) => [name, Number(value.toFixed(4))]),
);
if (options.json) process.stdout.write(`${JSON.stringify(rounded)}\n`);
else
  for (const [name, value] of Object.entries(rounded)) process.stdout.write(`${name.padEnd(16)}${value}\n`);

/** Where the product would put each message; the corpus tells nothing of townships. */
function categories(): Sorted[] {
  const county = countyOfContent();
  const read = categoryReader('cloudfunctions/core/adapters/routing-weights.bin');
  return messages.map(({ title, text }) => {
    const { category, certain } = whichCategory(`${title}，${text}`, county, read);
    return { categoryId: category.id, certain };
  });
}

/** Of the messages whose problem was reported before: how often an earlier report is first, and among the first five. */
function suggestionFigures() {
  const reported = new Set<number>();
  let [asked, first, amongFive] = [0, 0, 0];
  messages.forEach(({ id }, message) => {
    const cluster = clusterOf.get(id);
    if (cluster === undefined) return;
    if (reported.has(cluster)) {
      const counted = (found[message]?.similar ?? [])
        .map((other) => messages[other.message]?.id ?? '')
        .filter((id) => !ignored[cluster]?.has(id));
      const hits = counted.slice(0, MOST_SUGGESTIONS).map((other) => clusterOf.get(other) === cluster);
      asked += 1;
      if (hits[0]) first += 1;
      if (hits.includes(true)) amongFive += 1;
    }
    reported.add(cluster);
  });
  return { hitAt1: first / asked, hitAt5: amongFive / asked, asked };
}

/** BCubed over the messages of the known clusters. A message of no known cluster in their group counts against it. */
function groupFigures() {
  const groupOf: number[] = [];
  const members: number[][] = [];
  messages.forEach((_, message) => {
    const joined = groupToJoin(
      (found[message]?.similar ?? []).map(({ message: id, score: likeness, words }) => ({
        id,
        likeness,
        words,
        isElsewhere: false,
        isOtherMatter: isOtherMatter(sorted[message] ?? null, sorted[id] ?? null),
      })),
      (id) => groupOf[id] ?? -1,
      (group) => members[group]?.length ?? 0,
    );
    const group = joined ?? members.length;
    groupOf[message] = group;
    (members[group] ??= []).push(message);
  });
  let [precision, labelledPrecision, recall, counted] = [0, 0, 0, 0];
  messages.forEach(({ id }, message) => {
    const cluster = clusterOf.get(id);
    if (cluster === undefined) return;
    const group = (members[groupOf[message] ?? -1] ?? []).map((member) => messages[member]?.id ?? '');
    const same = group.filter((member) => clusterOf.get(member) === cluster).length;
    precision += same / group.filter((member) => !ignored[cluster]?.has(member)).length;
    labelledPrecision += same / group.filter((member) => clusterOf.has(member)).length;
    recall += same / (gold[cluster]?.ids.length ?? 1);
    counted += 1;
  });
  const f = (p: number): number =>
    (2 * (p / counted) * (recall / counted)) / (p / counted + recall / counted);
  return { bcubedF: f(precision), bcubedFLabelledOnly: f(labelledPrecision) };
}
