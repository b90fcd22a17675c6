import { fingerprintOf, rarityOf, type Fingerprint } from './duplicates/fingerprint';
import { groupToJoin, MOST_CANDIDATES, rankSimilar, type Similar } from './duplicates/similar-leads';
import { readArguments } from './arguments';
import { readLines } from './rows';

// npm run eval:duplicates -- --corpus FILE --clusters FILE [--json]
interface Message {
  id: string;
  title: string;
  text: string;
  time: string;
}
interface Cluster {
  ids: string[];
  ignore?: string[];
}

const options = readArguments(process.argv.slice(2), ['corpus', 'clusters', 'json']);
const [corpus] = options.corpus ?? [];
const [clusters] = options.clusters ?? [];
if (corpus === undefined || clusters === undefined) {
  process.stderr.write('用法：npm run eval:duplicates -- --corpus 文件 --clusters 文件 [--json]\n');
  process.exit(1);
}
const messages = readLines<Message>(corpus).sort(
  (a, b) => whenOf(a.time) - whenOf(b.time) || (a.id < b.id ? -1 : 1),
);
const gold = readLines<Cluster>(clusters);
const clusterOf = new Map(gold.flatMap(({ ids }, cluster) => ids.map((id) => [id, cluster] as const)));
const ignored = gold.map(({ ignore }) => new Set(ignore ?? []));
const similar = followTheIndex();
const line = { ...suggestionFigures(), ...groupFigures(), messages: messages.length };
const rounded = Object.fromEntries(
  Object.entries(line).map(([name, value]) => [name, Number(value.toFixed(4))]),
);
if (options.json) process.stdout.write(`${JSON.stringify(rounded)}\n`);
else
  for (const [name, value] of Object.entries(rounded)) process.stdout.write(`${name.padEnd(16)}${value}\n`);

/** For each message, in the order of time, the earlier ones found through shared rare-gram keys. */
function followTheIndex(): Similar<number>[][] {
  const rarity = rarityOf(messages);
  const prints: Fingerprint[] = messages.map(({ title, text }) => fingerprintOf(title, text, rarity));
  const index = new Map<number, number[]>();
  return prints.map((print, message) => {
    const shared = new Map<number, number>();
    for (const key of print.keys)
      for (const other of index.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    const candidates = Array.from(shared)
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .slice(0, MOST_CANDIDATES)
      .flatMap(([id]) => {
        const fingerprint = prints[id];
        return fingerprint ? [{ id, fingerprint }] : [];
      });
    for (const key of print.keys) {
      const holders = index.get(key);
      if (holders) holders.push(message);
      else index.set(key, [message]);
    }
    return rankSimilar(print, candidates);
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
      const counted = (similar[message] ?? []).filter(
        (other) => !ignored[cluster]?.has(messages[other.id]?.id ?? ''),
      );
      const hits = counted
        .slice(0, 5)
        .map((other) => clusterOf.get(messages[other.id]?.id ?? '') === cluster);
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
      similar[message] ?? [],
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

/** Times as the corpus writes them: `2019/2/28 11:25:05` or `2019-02-28 11:25:05`. */
function whenOf(time: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (time.match(/\d+/g) ?? []).map(
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
