import { KEY_BITS } from './ngrams';

/** A classifier as it is shipped: read once at start, then only looked at. */
export interface ClassifierModel {
  /** First 8 hex digits of its checksum: what a routing decision remembers. */
  modelVersion: string;
  /** Names of the columns. The last is what belongs to none of the others. */
  classes: readonly string[];
  /** Logits are divided by it before they become probabilities. */
  temperature: number;
  intercepts: Float32Array;
  /** What one step of a stored weight is worth, per column. */
  steps: Float32Array;
  /** Row-major: `classes.length` weights a feature. */
  weights: Int8Array;
  /** Open addressing over hashed n-grams: key + 1, or 0 where free. */
  slots: Uint32Array;
  /** Feature of each slot. */
  features: Uint32Array;
}

/** `ZTRC`, then the version of the layout. */
export const MODEL_MAGIC = 0x4352545a;
export const MODEL_LAYOUT = 1;
/** Magic, layout, length of the head, checksum of all behind it. */
export const MODEL_PREFIX = 16;
const SLOT_BITS = 17;

interface Head {
  classes: string[];
  temperature: number;
  intercepts: number[];
  steps: number[];
  features: number;
}

/** Why the weights cannot be used, in a sentence an operator can act on, with a code to search for. */
export const damagedModel = (why: string): Error =>
  new Error(
    `[ROUTING_WEIGHTS_DAMAGED] 分类模型文件损坏（${why}），云函数不启动。请重新部署，或运行 npm run train:routing 重新生成。`,
  );

/** The version of a weights file whose every byte is as written. Throws otherwise. Cheap: nothing is unpacked. */
function checkModel(bytes: Uint8Array): string {
  if (bytes.length < MODEL_PREFIX) throw damagedModel('文件过短');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MODEL_MAGIC) throw damagedModel('不是模型文件');
  if (view.getUint32(4, true) !== MODEL_LAYOUT) throw damagedModel('格式版本不符');
  const checksum = view.getUint32(12, true);
  if (checksumOf(bytes.subarray(MODEL_PREFIX)) !== checksum) throw damagedModel('校验和不符');
  return checksum.toString(16).padStart(8, '0');
}

/** Reads a weights file. Throws, in a sentence an operator can act on, when a single byte of it is not as written. */
export function readModel(bytes: Uint8Array): ClassifierModel {
  const modelVersion = checkModel(bytes);
  const body = bytes.subarray(MODEL_PREFIX);
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(8, true);
  const head = JSON.parse(new TextDecoder().decode(body.subarray(0, headLength))) as Head;
  const keys = readKeys(body.subarray(headLength), head.features);
  const columns = head.classes.length;
  const weightBytes = body.subarray(headLength + keys.bytes);
  if (weightBytes.length !== head.features * columns) throw damagedModel('权重数目不符');
  return {
    modelVersion,
    classes: head.classes,
    temperature: head.temperature,
    intercepts: Float32Array.from(head.intercepts),
    steps: Float32Array.from(head.steps),
    weights: rowMajor(weightBytes, head.features, columns),
    ...tableOf(keys.keys),
  };
}

/** Column by column in the file, where equal weights stand together and compress; feature by feature in use. */
function rowMajor(bytes: Uint8Array, features: number, columns: number): Int8Array {
  const weights = new Int8Array(features * columns);
  let at = 0;
  for (let column = 0; column < columns; column += 1) {
    for (let feature = 0; feature < features; feature += 1) {
      weights[feature * columns + column] = bytes[at] ?? 0;
      at += 1;
    }
  }
  return weights;
}

/** Keys are written as the distance to the one before, seven bits a byte. */
function readKeys(bytes: Uint8Array, count: number): { keys: Uint32Array; bytes: number } {
  const keys = new Uint32Array(count);
  let at = 0;
  let key = -1;
  for (let feature = 0; feature < count; feature += 1) {
    let distance = 0;
    let shift = 0;
    let byte = 0x80;
    while (byte >= 0x80 && shift < 28) {
      byte = bytes[at] ?? 0;
      at += 1;
      distance |= (byte & 0x7f) << shift;
      shift += 7;
    }
    key += distance + 1;
    keys[feature] = key;
  }
  return { keys, bytes: at };
}

function tableOf(keys: Uint32Array): { slots: Uint32Array; features: Uint32Array } {
  const slots = new Uint32Array(1 << SLOT_BITS);
  const features = new Uint32Array(1 << SLOT_BITS);
  keys.forEach((key, feature) => {
    let slot = key >>> (KEY_BITS - SLOT_BITS);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = key + 1;
    features[slot] = feature;
  });
  return { slots, features };
}

/** The feature of a hashed n-gram, -1 where the model does not know it. */
export function featureOf({ slots, features }: ClassifierModel, key: number): number {
  let slot = key >>> (KEY_BITS - SLOT_BITS);
  for (;;) {
    const found = slots[slot] ?? 0;
    if (found === key + 1) return features[slot] ?? -1;
    if (found === 0) return -1;
    slot = (slot + 1) & (slots.length - 1);
  }
}

/** FNV-1a with a final mix: finds damage, not intent. */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index += 1)
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
