import { readModel, type ClassifierModel } from '../domain/routing/classifier-model';
import { bytesOf, shipped } from './shipped-files';

/** A model the build put beside the bundle: unpacked when first asked for, then kept. Throws when it is damaged. */
export function shippedModel(name: string): () => ClassifierModel {
  let model: ClassifierModel | null = null;
  return () => (model ??= readModel(bytesOf(shipped(name))));
}
