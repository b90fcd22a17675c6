import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel, type ClassifierModel } from '../domain/routing/classifier-model';
import { classify, type Reading } from '../domain/routing/classify';

/** The build puts the weights beside the bundle of each function that takes submissions. */
const SHIPPED = join(__dirname, 'routing-weights.bin');

/** Reads what a text is about. The weights are loaded at the first text; a missing or damaged file throws then. */
export function categoryReader(file: string = SHIPPED): (text: string) => Reading {
  let model: ClassifierModel | null = null;
  return (text) => {
    model ??= readModel(readFileSync(file));
    return classify(model, text);
  };
}
