import { aggregate as runPipeline } from 'mingo';
import {
  isPlain,
  readExpression,
  readText,
  writeText,
  type Expression,
  type ExpressionFields,
} from '../engine/extended-json';
import { readFilter } from '../engine/filter';
import type { Collection } from '../engine/store';
import { CloudError, type Fields } from '../engine/values';
import { objects, text, type Parameters } from './parameters';

/** Stages answered here as the cloud answers them; everything else is refused. */
const STAGES = new Set([
  '$match',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$project',
  '$addFields',
  '$unwind',
  '$count',
  '$sortByCount',
  '$bucket',
  '$replaceRoot',
]);
/** The cloud cuts off an aggregation without a limit after so many; a cut nobody notices is worse than a refusal. */
const UNLIMITED_RESULTS = 20;
const MOST_RESULTS = 1_000;

/** Runs a pipeline; a leading match is answered by an index. */
export function aggregate(collection: Collection, params: Parameters): string[] {
  const stages = objects(params, 'stages').map(readStage);
  const [first] = stages;
  const startsWithMatch = first !== undefined && isPlain(first['$match']);
  const filter = readFilter(startsWithMatch && isPlain(first['$match']) ? first['$match'] : {});
  const rest = startsWithMatch ? stages.slice(1) : stages;
  const fields = neededFields(rest);
  const documents: Fields[] = [];
  for (const stored of collection.finder.all(filter)) documents.push(pruned(readText(stored.text), fields));
  const result =
    rest.length === 0
      ? documents
      : (runPipeline(documents, rest as Record<string, unknown>[], { scriptEnabled: false }) as Fields[]);
  const isLimited = rest.some((stage) => '$limit' in stage || '$count' in stage);
  const most = isLimited ? MOST_RESULTS : UNLIMITED_RESULTS;
  if (result.length > most) {
    throw new CloudError(
      'INVALID_PARAM',
      `聚合结果有 ${result.length} 条，超过 ${most} 条：请用 limit() 写明条数（最多 ${MOST_RESULTS}）`,
    );
  }
  return result.map(writeText);
}

function readStage(raw: Parameters): ExpressionFields {
  const key = text(raw, 'stageKey');
  if (!STAGES.has(key))
    throw new CloudError('DATABASE_INVALID_OPERRATOR', `unknown aggregation stage: ${key}`);
  return { [key]: readExpression(text(raw, 'stageValue'), Date.now()) };
}

/** The top-level fields a grouping pipeline looks at, so that the rest need not be kept in memory. */
function neededFields(stages: readonly ExpressionFields[]): Set<string> | undefined {
  const fields = new Set<string>();
  for (const stage of stages) {
    if (!collectFields(stage, fields)) return undefined;
    if ('$group' in stage || '$count' in stage || '$sortByCount' in stage) return fields;
  }
  return undefined;
}

function collectFields(value: Expression, fields: Set<string>): boolean {
  if (typeof value === 'string') {
    if (value.startsWith('$$')) return false;
    if (value.startsWith('$')) fields.add(value.slice(1).split('.')[0] ?? '');
    return true;
  }
  if (Array.isArray(value)) return value.every((item) => collectFields(item, fields));
  if (!isPlain(value)) return true;
  return Object.entries(value).every(([key, inner]) => {
    if (!key.startsWith('$')) fields.add(key.split('.')[0] ?? '');
    return collectFields(inner, fields);
  });
}

function pruned(document: Fields, fields: Set<string> | undefined): Fields {
  if (!fields) return document;
  return Object.fromEntries(Object.entries(document).filter(([field]) => fields.has(field)));
}
