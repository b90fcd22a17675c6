import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel, readModel, type ClassifierModel } from '../domain/routing/classifier-model';

/** A model the build put beside the bundle: unpacked when first asked for, then kept. Throws when it is damaged. */
export function shippedModel(name: string): () => ClassifierModel {
  let model: ClassifierModel | null = null;
  return () => (model ??= readModel(bytesOf(name)));
}

/** For the start of a function: throws when the file is missing or a byte of it is not as written. */
export function checkShipped(name: string): void {
  checkModel(bytesOf(name));
}

const bytesOf = (name: string): Uint8Array => readFileSync(join(__dirname, name));
