import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, messageOf } from '../../cloudfunctions/core/domain/duplicates/fingerprint';
import { readRarity } from '../../cloudfunctions/core/domain/duplicates/rarity';
import { MOST_CANDIDATES, suggestEarlier } from '../../cloudfunctions/core/domain/duplicates/suggest-earlier';
import { doubtsAbout } from '../../cloudfunctions/core/domain/replies/doubts';
import { readModel } from '../../cloudfunctions/core/domain/routing/classifier-model';
import { classify } from '../../cloudfunctions/core/domain/routing/classify';
import { readArguments } from './arguments';
import { trainBase } from './base-model';
import { cpuMicros, macroF1, medianMs, megabytesOf } from './bench/measure';
import { loadRival, openTokenizer, trainRival } from './bench/rival';
import { scanForWords } from './bench/word-scan';
import { writeModel } from './model-file';
import { SAYS_NOTHING, SAYS_SOMETHING } from './replies/short-replies';
import { foldOf, groupsOf, LABELS, OTHER, readRows, type Row } from './rows';
import { keyRows } from './sparse';
import { writtenLeads } from './bench/written-leads';

// npm run bench:routing [-- --data DIR] [--leads N] [--rows N] [--json]
// --rows: so many stored leads are looked through over the SDK and a local cloud; none are when it is left out.
const root = new URL('../..', import.meta.url).pathname;
const shipped = (name: string): Buffer => readFileSync(join(root, 'cloudfunctions/core/adapters', name));
const say = (line: string): unknown => process.stdout.write(`${line}\n`);
const PEERS = 80;

const options = readArguments(process.argv.slice(2), ['data', 'leads', 'rows', 'json']);
const [data] = options.data ?? [];
const leads = Number(options.leads?.[0] ?? 100_000);
const rows = data === undefined ? writtenLeads() : fileOf(data);
const source = data === undefined ? '仓库里写的演示线索' : '留言文件 routing-dev.jsonl';
say(
  `数据：${source}，七类 ${rows.length} 条。${data === undefined ? '条数太少，F1 只供对照，不作数。' : ''}`,
);

const folds = groupsOf(rows).map((group) => foldOf(group, 5));
const train = rows.filter((_, row) => folds[row] !== 0);
const test = rows.filter(({ segmented }, row) => folds[row] === 0 && !segmented);
const texts = test.map(textOf);
const line = {
  ...ours(),
  ...theirs(),
  ...duplicates(),
  ...replies(),
  trainedOn: train.length,
  testedOn: test.length,
};
void finish();

async function finish(): Promise<void> {
  const figures = { ...line, ...(await storedLookUp(Number(options.rows?.[0] ?? 0))) };
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]),
  );
  print(rounded);
  if (options.json) say(JSON.stringify(rounded));
}

/** The whole look-up, over the SDK and a local cloud that holds so many leads; nothing for none. */
async function storedLookUp(stored: number): Promise<Record<string, number>> {
  if (stored === 0) return {};
  const { measureDuplicateLookup } = await import('../../tests/bench/duplicate-lookup');
  const { inFunction, bareQuery, inCloud, candidates } = await measureDuplicateLookup(stored);
  return {
    storedLookUpMs: inFunction,
    storedBareQueryMs: bareQuery,
    storedCloudMs: inCloud ?? 0,
    storedCandidates: candidates,
  };
}

function fileOf(folder: string): Row[] {
  return readRows(join(folder, 'routing-dev.jsonl')).filter(({ label }) => label !== OTHER);
}

/** The product: loading and speed of the file it ships, quality of one trained on the same rows as the rival. */
function ours() {
  const bytes = shipped('routing-weights.bin');
  const { value: model, megabytes } = megabytesOf(() => readModel(bytes));
  const linear = trainBase(
    keyRows(train),
    [...train.keys()],
    train.map(({ label }) => label),
    train.map(({ second }) => second),
  );
  const same = readModel(writeModel(linear, [...LABELS, '其他'], 1, 25_000));
  const said = test.map(({ title, text }) => classify(same, text, title).ranked[0]?.name ?? '');
  return {
    loadMs: medianMs(9, () => readModel(shipped('routing-weights.bin'))),
    classifyMicros: cpuMicros(texts, (text) => classify(model, text)),
    megabytes,
    macroF1: macroF1(test.map(labelOf), said),
  };
}

function theirs() {
  const tokenizer = openTokenizer();
  const { file } = trainRival(
    tokenizer,
    train.map((row) => ({ text: textOf(row), label: labelOf(row) })),
  );
  const { value: rival, megabytes } = megabytesOf(() => loadRival(openTokenizer(), file));
  return {
    rivalLoadMs: medianMs(3, () => loadRival(openTokenizer(), file)),
    rivalClassifyMicros: cpuMicros(texts, (text) => rival.predict(text)),
    rivalMegabytes: megabytes,
    rivalMacroF1: macroF1(
      test.map(labelOf),
      texts.map((text) => rival.predict(text)),
    ),
  };
}

/** What a look-up costs the function once the database has answered with the most candidates it ever gives. */
function duplicates() {
  const rarity = readRarity(shipped('rarity-table.bin'));
  const nowhere = { placeId: null, townshipId: null };
  const known = rows.map((row) => fingerprintOf(messageOf(textOf(row)), rarity).print);
  const candidates = Array.from({ length: MOST_CANDIDATES }, (_, at) => ({
    leadId: `L${at}`,
    print: known[(at * 31) % known.length] ?? '',
    ...nowhere,
  }));
  const look = (text: string): unknown => {
    const { print } = fingerprintOf(messageOf(text), rarity);
    return suggestEarlier({ text, print, ...nowhere }, candidates);
  };
  const scan = scanForWords(openTokenizer(), rows.map(textOf), leads);
  return {
    lookUpMs: cpuMicros(texts.slice(0, 300), look) / 1000,
    rivalLookUpMs: cpuMicros(texts.slice(0, 10), scan) / 1000,
  };
}

function replies() {
  const model = readModel(shipped('reply-weights.bin'));
  const own = [...SAYS_NOTHING, ...SAYS_SOMETHING];
  const others = Array.from({ length: PEERS }, (_, at) => ({
    number: String(at),
    text: textOf(rows[(at * 17) % rows.length] ?? { title: '', text: '' }),
    isPeer: true,
    saidTheSame: false,
    isReadable: true,
  }));
  const [lead = ''] = texts;
  const tokenizer = openTokenizer();
  const { file } = trainRival(
    tokenizer,
    own.map((text, at) => ({ text, label: at < SAYS_NOTHING.length ? '空' : '实' })),
  );
  const rival = loadRival(tokenizer, file);
  return {
    replyModelLoadMs: medianMs(9, () => readModel(shipped('reply-weights.bin'))),
    replyCheckMs: cpuMicros(own.slice(0, 60), (reply) => doubtsAbout(model, reply, lead, others)) / 1000,
    replyEmptyMicros: cpuMicros(own, (reply) => doubtsAbout(model, reply, '', [])),
    rivalReplyMicros: cpuMicros(own, (reply) => rival.predict(reply)),
  };
}

function textOf({ title, text }: Pick<Row, 'title' | 'text'>): string {
  return `${title}${text}`;
}
function labelOf({ label }: Row): string {
  return LABELS[label] ?? '';
}

function print(figures: Record<string, number>): void {
  const table: [name: string, own: string, goal: string, rival: string][] = [
    ['读入 ms', 'loadMs', '≤ 30', 'rivalLoadMs'],
    ['一条留言 µs CPU', 'classifyMicros', '≤ 300', 'rivalClassifyMicros'],
    ['占内存 MB', 'megabytes', '', 'rivalMegabytes'],
    ['macro-F1（同样的行）', 'macroF1', '', 'rivalMacroF1'],
    [`查重一次 ms CPU（${leads} 条）`, 'lookUpMs', '≤ 5', 'rivalLookUpMs'],
    ['查重一次，连 SDK，函数 ms CPU', 'storedLookUpMs', '≤ 5', ''],
    ['其中 SDK 问一次本身', 'storedBareQueryMs', '', ''],
    ['查重一次，本地云 ms CPU', 'storedCloudMs', '', ''],
    ['答复检查一次 ms CPU（旁边 80 条）', 'replyCheckMs', '', ''],
    ['其中判断空话 µs CPU', 'replyEmptyMicros', '', 'rivalReplyMicros'],
  ];
  say('| | 本系统 | 目标 | wink 朴素贝叶斯＋结巴分词 |\n| --- | --- | --- | --- |');
  for (const [name, own, goal, rival] of table)
    say(`| ${name} | ${figures[own] ?? ''} | ${goal} | ${figures[rival] ?? '—'} |`);
}
