/**
 * `npm run check:language`: whether what residents read is plain Chinese. Prints the measure of each source and each
 * text that is not plain; the exit code says whether anything was.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beyondLimits, isRare, measure } from './measure';
import { residentTexts } from './sources';

const ROOT = resolve(import.meta.dirname, '../..');

/** Characters of the county's own name and places: who lives there can read them. */
function localCharacters(): ReadonlySet<string> {
  return new Set(readFileSync(join(ROOT, 'cloudfunctions/setup/content/places.json'), 'utf8'));
}

const known = localCharacters();
const sources = residentTexts(ROOT);
const all = [...sources.values()].flat();
const table = [...sources, ['合计', all] as const].map(([name, texts]) => {
  const { characters, rareShare, sentences, meanSentence, problems } = measure(texts, known);
  return {
    来源: name,
    段: texts.length,
    字: characters,
    '2500 字以外': `${(rareShare * 100).toFixed(2)} %`,
    句: sentences,
    平均句长: meanSentence.toFixed(1),
    不够平白: problems.length,
  };
});
console.table(table);

const findings = measure(all, known);
for (const { text, problem } of findings.problems)
  console.log(`${text.file}:${text.line}  ${problem}\n    ${text.text.replace(/\s+/g, ' ')}`);
for (const { text, file, line } of all) {
  const rare = Array.from(new Set(text)).filter((character) => isRare(character, known));
  if (rare.length > 0)
    console.log(`${file}:${line}  常用字以外：${rare.join('')}（${text.replace(/\s+/g, ' ')}）`);
}
const beyond = beyondLimits(findings);
console.log(beyond.length === 0 ? '居民读到的话都够平白。' : `还不够平白：${beyond.join('，')}。`);
process.exitCode = beyond.length === 0 ? 0 : 1;
