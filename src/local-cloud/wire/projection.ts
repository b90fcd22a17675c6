import { isPlain, type ExpressionFields } from '../engine/extended-json';
import { CloudError, isFields, type Fields, type Value } from '../engine/values';

interface Node {
  [segment: string]: Node | true;
}

/** Makes a function that keeps (or drops) the listed fields; refuses a mixture, as the server does. */
export function readProjection(raw: ExpressionFields): (document: Fields) => Fields {
  const flags = Object.entries(raw).filter(([field]) => field !== '_id');
  for (const [field, flag] of flags) {
    if (isPlain(flag))
      throw new CloudError('INVALID_PARAM', `本地云的 field() 只支持选择或排除字段（${field}）`);
  }
  const keeps = flags.some(([, flag]) => Boolean(flag));
  if (keeps && flags.some(([, flag]) => !flag)) {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      'Projection cannot have a mix of inclusion and exclusion.',
    );
  }
  const tree: Node = {};
  for (const [field] of flags) mark(tree, field);
  const idFlag = raw['_id'];
  if (keeps || (flags.length === 0 && idFlag)) {
    if (idFlag === undefined || idFlag) tree['_id'] = true;
    return (document) => pick(document, tree, true);
  }
  if (idFlag !== undefined && !idFlag) tree['_id'] = true;
  return (document) => pick(document, tree, false);
}

function mark(tree: Node, path: string): void {
  const segments = path.split('.');
  const last = segments.pop() ?? path;
  let node = tree;
  for (const segment of segments) {
    const next = node[segment];
    if (next === true) return;
    node = node[segment] = next ?? {};
  }
  node[last] = true;
}

function pick(document: Fields, tree: Node, keeps: boolean): Fields {
  const result: Fields = {};
  for (const [field, value] of Object.entries(document)) {
    const node = Object.hasOwn(tree, field) ? tree[field] : undefined;
    if (node === undefined || node === true) {
      if ((node === true) === keeps) result[field] = value;
      continue;
    }
    const inner = pickInside(value, node, keeps);
    if (inner !== undefined) result[field] = inner;
  }
  return result;
}

function pickInside(value: Value, node: Node, keeps: boolean): Value | undefined {
  if (isFields(value)) return pick(value, node, keeps);
  if (Array.isArray(value)) return value.flatMap((item) => pickInside(item, node, keeps) ?? []);
  return keeps ? undefined : value;
}
