import { update as applyModifier } from 'mingo';
import { assertStorable, isPlain, type Expression, type ExpressionFields } from './extended-json';
import { CloudError, isFields, valueAt, type Fields, type Value } from './values';

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pop',
  '$pull',
  '$pullAll',
  '$addToSet',
]);
const ON_ARRAYS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet']);
const ON_NUMBERS = new Set(['$inc', '$mul']);

/** An update that has passed the checks which need no document. */
export interface Modifier {
  readonly operations: readonly {
    readonly operator: string;
    readonly path: string;
    readonly operand: Expression;
  }[];
  readonly raw: ExpressionFields;
}

/** Reads an update of operators; refuses what the server refuses whatever the document looks like. */
export function readModifier(raw: ExpressionFields): Modifier {
  const operations = Object.entries(raw).flatMap(([operator, fields]) => {
    if (!OPERATORS.has(operator))
      throw new CloudError('DATABASE_INVALID_OPERRATOR', `unknown operator: ${operator}`);
    if (!isPlain(fields)) throw failed(`Modifiers operate on fields but we found ${operator} without any`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
  // The SDK drops `{}` from an update without a word; doing nothing in silence hides the mistake.
  if (operations.length === 0)
    throw new CloudError('INVALID_PARAM', '更新内容为空：没有任何字段会改变，清空对象请用 _.set({})');
  for (const { operator, path, operand } of operations) checkOperation(operator, path, operand);
  refuseOverlaps(operations.map(({ path }) => path));
  return { operations, raw };
}

/** Changes the document in place; throws, before anything changed, where a real server would. */
export function applyUpdate(document: Fields, modifier: Modifier): void {
  for (const { operator, path } of modifier.operations) checkTarget(document, operator, path);
  applyModifier(
    document as Record<string, unknown>,
    modifier.raw as Record<string, never>,
    [],
    {},
    { cloneMode: 'deep' },
  );
}

function checkOperation(operator: string, path: string, operand: Expression): void {
  if (path === '_id' || path.startsWith('_id.'))
    throw failed("Performing an update on the path '_id' would modify the immutable field '_id'");
  if (path.split('.').some((segment) => segment === ''))
    throw failed(`The update path '${path}' contains an empty field name`);
  if (path.includes('$')) throw new CloudError('INVALID_PARAM', `本地云不支持按位置更新（${path}）`);
  if (ON_NUMBERS.has(operator) && typeof operand !== 'number')
    throw failed(`Cannot increment with non-numeric argument: {${path}}`);
  if (operator === '$set' || operator === '$min' || operator === '$max') assertStorable(operand, path);
  if (operator === '$push' || operator === '$addToSet') checkPushed(path, operand);
  if (operator === '$pullAll' && !Array.isArray(operand)) throw failed('$pullAll requires an array argument');
  if (operator === '$rename' && (typeof operand !== 'string' || operand.startsWith('_id')))
    throw failed('The target field for $rename is not valid');
}

function checkPushed(path: string, operand: Expression): void {
  if (!isPlain(operand) || !('$each' in operand)) return assertStorable(operand, path);
  if (!Array.isArray(operand['$each'])) throw failed('The argument to $each must be an array');
  for (const item of operand['$each']) assertStorable(item, path);
  for (const modifier of Object.keys(operand)) {
    if (!['$each', '$position', '$slice', '$sort'].includes(modifier))
      throw failed(`Unrecognized clause in $push: ${modifier}`);
  }
}

function refuseOverlaps(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const path of sorted) {
    const clash = sorted.filter((other) => other === path || other.startsWith(`${path}.`));
    if (clash.length > 1)
      throw failed(`Updating the path '${clash[1]}' would create a conflict at '${path}'`);
  }
}

/** What mingo lets pass or silently ignores, a real server refuses. */
function checkTarget(document: Fields, operator: string, path: string): void {
  const segments = path.split('.');
  if (operator !== '$unset' && operator !== '$pull' && operator !== '$pullAll' && operator !== '$pop') {
    let parent: Value | undefined = document;
    for (const [depth, segment] of segments.entries()) {
      if (parent === undefined) break;
      if (Array.isArray(parent) ? !/^\d+$/.test(segment) : !isFields(parent)) {
        throw failed(
          `Cannot create field '${segment}' in element {${segments[depth - 1] ?? ''}: ${JSON.stringify(parent)}}`,
        );
      }
      parent = valueAt(document, segments.slice(0, depth + 1).join('.'));
    }
  }
  const current = valueAt(document, path);
  if (current === undefined) return;
  if (ON_NUMBERS.has(operator) && typeof current !== 'number') {
    throw failed(`Cannot apply ${operator} to a value of non-numeric type (field '${path}')`);
  }
  if (ON_ARRAYS.has(operator) && !Array.isArray(current)) {
    throw failed(
      `The field '${path}' must be an array but is of type ${current === null ? 'null' : typeof current}`,
    );
  }
}

function failed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}
