import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkModel,
  damagedModel,
  readModel,
  type ClassifierModel,
} from '../domain/routing/classifier-model';
import { classify } from '../domain/routing/classify';
import type { CategoryReader } from '../domain/routing/which-category';

/** The build puts the weights beside the bundle of each function that reads texts. */
const SHIPPED = join(__dirname, 'routing-weights.bin');

/** Reads what a text is about. Unpacks the weights at the first text; a missing or damaged file throws then. */
export function categoryReader(file: string = SHIPPED): CategoryReader {
  let model: ClassifierModel | null = null;
  return (text) => {
    model ??= readModel(bytesOf(file));
    return { ...classify(model, text), modelVersion: model.modelVersion };
  };
}

/** For the start of a function that reads texts: throws when a byte of the weights is wrong or the file is missing. */
export function checkWeights(file: string = SHIPPED): void {
  checkModel(bytesOf(file));
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw damagedModel('读不到文件');
  }
}
