import { Query } from 'mingo';
import { isPlain, type Expression, type ExpressionFields } from './extended-json';
import { CloudError, type Fields, type Value } from './values';

/** One requirement on one field; all of a filter's conditions must hold together. */
export type Condition =
  | { readonly field: string; readonly kind: 'in'; readonly values: readonly Value[] }
  | {
      readonly field: string;
      readonly kind: 'range';
      readonly operator: RangeOperator;
      readonly value: Value;
    }
  | { readonly field: string; readonly kind: 'other' };

export type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

/** A query taken apart for the planner, together with the test that decides about a candidate. */
export interface Filter {
  readonly conditions: readonly Condition[];
  readonly matches: (document: Fields) => boolean;
  /** Fields and operators without values: what a missing index is reported by. */
  readonly shape: string;
}

const RANGE = new Set(['$gt', '$gte', '$lt', '$lte']);
const ALLOWED = new Set([
  ...RANGE,
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$exists',
  '$size',
  '$all',
  '$elemMatch',
  '$mod',
  '$not',
  '$regex',
  '$options',
  '$type',
]);
const LOGIC = new Set(['$and', '$or', '$nor']);

/** Reads a query; refuses operators the cloud does not take or that cannot be answered as it would. */
export function readFilter(query: ExpressionFields): Filter {
  const conditions: Condition[] = [];
  const shape: string[] = [];
  collect(query, conditions, shape);
  let compiled: Query | undefined;
  return {
    conditions,
    shape: [...new Set(shape)].sort().join(' '),
    matches: (document) => {
      compiled ??= new Query(query as Record<string, unknown>, { scriptEnabled: false });
      return compiled.test(document as Record<string, unknown>);
    },
  };
}

function collect(query: ExpressionFields, conditions: Condition[], shape: string[]): void {
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and') listOf(value, field).forEach((inner) => collect(inner, conditions, shape));
    else if (LOGIC.has(field)) {
      listOf(value, field).forEach((inner) => collect(inner, [], shape));
      shape.push(field);
      conditions.push({ field, kind: 'other' });
    } else if (field.startsWith('$')) throw invalidOperator(field);
    else conditionsOn(field, value, conditions, shape);
  }
}

function listOf(value: Expression, operator: string): ExpressionFields[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlain)) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `${operator} must be a nonempty array of objects`);
  }
  return value;
}

function conditionsOn(field: string, value: Expression, conditions: Condition[], shape: string[]): void {
  if (value instanceof RegExp) {
    shape.push(`${field}:$regex`);
    conditions.push({ field, kind: 'other' });
    return;
  }
  if (!isPlain(value) || !Object.keys(value).some((key) => key.startsWith('$'))) {
    shape.push(field);
    conditions.push(equality(field, value));
    return;
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (!ALLOWED.has(operator)) throw invalidOperator(operator);
    shape.push(operator === '$eq' || operator === '$in' ? field : `${field}:${operator}`);
    conditions.push(condition(field, operator, operand));
    if (operator === '$all') conditions.push(...firstOf(field, operand));
  }
}

function condition(field: string, operator: string, operand: Expression): Condition {
  if (operator === '$eq') return equality(field, operand);
  if (operator === '$in' || operator === '$nin' || operator === '$all') {
    if (!Array.isArray(operand))
      throw new CloudError('DATABASE_REQUEST_FAILED', `${operator} needs an array`);
    const simple = operand.every(
      (value) => !(value instanceof RegExp) && !isPlain(value) && !Array.isArray(value),
    );
    return operator === '$in' && simple
      ? { field, kind: 'in', values: operand as Value[] }
      : { field, kind: 'other' };
  }
  if (RANGE.has(operator)) {
    // The evaluator and the cloud disagree about ranges over nothing and over composites: neither is let in.
    if (operand === null || typeof operand === 'boolean' || isComposite(operand)) {
      throw new CloudError('INVALID_PARAM', `${operator} 只能与数字、字符串或日期比较（字段 ${field}）`);
    }
    return { field, kind: 'range', operator: operator as RangeOperator, value: operand as Value };
  }
  return { field, kind: 'other' };
}

/** Whoever has all of the values has the first one: that narrows the search, the test does the rest. */
function firstOf(field: string, operand: Expression): Condition[] {
  const [first] = Array.isArray(operand) ? operand : [];
  return first === undefined || first === null || isComposite(first)
    ? []
    : [{ field, kind: 'in', values: [first as Value] }];
}

function equality(field: string, value: Expression): Condition {
  if (value instanceof RegExp) return { field, kind: 'other' };
  if (isPlain(value)) {
    // The cloud compares key by key in order, the evaluator here does not look at the order.
    if (Object.keys(value).length > 1) {
      throw new CloudError(
        'INVALID_PARAM',
        `不能按整个子文档比较（字段 ${field}）：云端比较时区分字段次序，请逐个字段比较`,
      );
    }
    return { field, kind: 'other' };
  }
  return Array.isArray(value) ? { field, kind: 'other' } : { field, kind: 'in', values: [value] };
}

function isComposite(value: Expression): boolean {
  return Array.isArray(value) || isPlain(value) || value instanceof RegExp;
}

function invalidOperator(operator: string): CloudError {
  return new CloudError('DATABASE_INVALID_OPERRATOR', `unknown operator: ${operator}`);
}
