import { readModel, type ClassifierModel } from '../domain/routing/classifier-model';
import { classify } from '../domain/routing/classify';
import type { CategoryReader } from '../domain/routing/which-category';
import { bytesOf, shipped } from './shipped-files';

/** Reads what a text is about. Unpacks the weights at the first text; a missing or damaged file throws then. */
export function categoryReader(file: string = shipped('routing-weights.bin')): CategoryReader {
  let model: ClassifierModel | null = null;
  return (text) => {
    model ??= readModel(bytesOf(file));
    return { ...classify(model, text), modelVersion: model.modelVersion };
  };
}
