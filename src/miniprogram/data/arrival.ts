import { host } from '../platform/host';

let scene: string | null = null;

/** What the code said that brought the resident here. Once read it holds for the whole visit, on every page. */
export function arrivalScene(params: Partial<Record<string, string>>): string | null {
  scene = host.sceneFrom(params) ?? scene;
  return scene;
}
