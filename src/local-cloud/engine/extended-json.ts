import { CloudError, type Fields, type Value } from './values';

/** A query or an update: like a document, but with `$` operators and regular expressions in it. */
export type Expression = null | boolean | number | string | Date | RegExp | Expression[] | ExpressionFields;
export interface ExpressionFields {
  [field: string]: Expression;
}

const DEEPEST = 100;
const LAST_ISO_DATE = Date.UTC(10_000, 0, 1);

/** Reads a document as the SDK sends it; refuses `$` fields, dots in names and types nobody here stores. */
export function readDocument(text: string, now: number): Fields {
  const value = readExpression(text, now);
  assertStorable(value, '');
  if (!isPlain(value)) throw new CloudError('INVALID_PARAM', '文档必须是对象');
  return value as Fields;
}

/** Reads a query or an update as the SDK sends it; server dates become `now` plus their offset. */
export function readExpression(text: string, now: number): Expression {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CloudError('INVALID_PARAM', '请求中的 EJSON 无法解析');
  }
  return revive(json, now, 0);
}

/** Like readExpression, for the places where only an object makes sense. */
export function readFields(text: string, now: number): ExpressionFields {
  const value = readExpression(text, now);
  if (!isPlain(value)) throw new CloudError('INVALID_PARAM', '查询或更新必须是对象');
  return value;
}

/** Reads back what writeText stored. */
export function readText(text: string): Fields {
  return revive(JSON.parse(text), 0, 0) as Fields;
}

/**
 * Writes a document the way it is stored and answered: extended JSON in its relaxed form, which the SDK's
 * parser turns into the same values as the canonical form at half the length.
 */
export function writeText(document: Fields): string {
  return JSON.stringify(lower(document));
}

/** Refuses a value that the cloud would not store; `path` is where it stands. */
export function assertStorable(value: Expression, path: string): asserts value is Value {
  if (value instanceof RegExp) throw new CloudError('INVALID_PARAM', `字段 ${path} 是正则表达式，不能保存`);
  if (Array.isArray(value)) {
    value.forEach((item, index) => assertStorable(item, `${path}.${index}`));
    return;
  }
  if (!isPlain(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    const here = path === '' ? field : `${path}.${field}`;
    if (field.startsWith('$')) {
      const why = `The dollar ($) prefixed field '${field}' in '${here}' is not valid for storage.`;
      throw new CloudError('DATABASE_REQUEST_FAILED', why);
    }
    if (field.includes('.') || field === '' || field.includes('\0')) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `The field name '${here}' is not valid for storage.`);
    }
    assertStorable(inner, here);
  }
}

/** Whether an expression is an object with fields of its own. */
export function isPlain(value: Expression | undefined): value is ExpressionFields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

function revive(json: unknown, now: number, depth: number): Expression {
  if (depth > DEEPEST) throw new CloudError('INVALID_PARAM', `嵌套超过 ${DEEPEST} 层`);
  if (Array.isArray(json)) return json.map((item) => revive(item, now, depth + 1));
  if (typeof json === 'object' && json !== null) return reviveObject(json, now, depth);
  return json as null | boolean | number | string;
}

function reviveObject(json: object, now: number, depth: number): Expression {
  const entries = Object.entries(json) as [string, unknown][];
  const first = entries[0];
  if (first?.[0].startsWith('$')) {
    const special = reviveSpecial(first[0], first[1], now);
    if (special !== undefined) return special;
  }
  const result: ExpressionFields = {};
  for (const [field, value] of entries) {
    // Assigning it would change the prototype instead of a field.
    if (field === '__proto__') throw new CloudError('INVALID_PARAM', '字段名 __proto__ 不允许');
    result[field] = revive(value, now, depth + 1);
  }
  return result;
}

function reviveSpecial(type: string, inner: unknown, now: number): Expression | undefined {
  switch (type) {
    case '$numberInt':
    case '$numberDouble':
      return Number(inner);
    case '$numberLong':
      return safeInteger(inner);
    case '$date':
      return reviveDate(inner, now);
    case '$tcb_server_date':
      return new Date(now + offsetOf(inner));
    case '$regularExpression':
      return reviveRegExp(inner);
    case '$oid':
    case '$binary':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$undefined':
    case '$code':
    case '$symbol':
    case '$dbPointer':
      throw new CloudError('INVALID_PARAM', `本地云不保存 ${type} 类型的值`);
    default:
      return undefined;
  }
}

function safeInteger(inner: unknown): number {
  const number = Number(inner);
  if (!Number.isSafeInteger(number)) {
    throw new CloudError('INVALID_PARAM', `整数 ${String(inner)} 超出 JavaScript 能准确表示的范围`);
  }
  return number;
}

function reviveDate(inner: unknown, now: number): Date {
  if (typeof inner === 'object' && inner !== null && 'offset' in inner)
    return new Date(now + offsetOf(inner));
  const wrapped = typeof inner === 'object' && inner !== null ? Object.values(inner)[0] : inner;
  const date =
    typeof wrapped === 'string' && /\D/.test(wrapped.slice(1))
      ? new Date(wrapped)
      : new Date(Number(wrapped));
  if (Number.isNaN(date.getTime())) throw new CloudError('INVALID_PARAM', '日期无效');
  return date;
}

function offsetOf(inner: unknown): number {
  const raw = typeof inner === 'object' && inner !== null ? (inner as { offset?: unknown }).offset : 0;
  const offset = typeof raw === 'object' && raw !== null ? Number(Object.values(raw)[0]) : Number(raw ?? 0);
  if (!Number.isFinite(offset)) throw new CloudError('INVALID_PARAM', 'serverDate 的 offset 必须是数字');
  return offset;
}

function reviveRegExp(inner: unknown): RegExp {
  const { pattern, options } = (inner ?? {}) as { pattern?: unknown; options?: unknown };
  try {
    return new RegExp(String(pattern), typeof options === 'string' ? options.replace(/[^ims]/g, '') : '');
  } catch {
    throw new CloudError('DATABASE_REQUEST_FAILED', 'Regular expression is invalid');
  }
}

function lower(value: Value): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  if (value instanceof Date) {
    const time = value.getTime();
    return { $date: time >= 0 && time < LAST_ISO_DATE ? value.toISOString() : { $numberLong: String(time) } };
  }
  if (Array.isArray(value)) return value.map(lower);
  const result: Record<string, unknown> = {};
  for (const field of Object.keys(value)) result[field] = lower(value[field] ?? null);
  return result;
}
