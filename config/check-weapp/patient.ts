import type { MiniProgram } from './mini-program';
import { everyElement } from './rendered';

/** What a person does who looks before the next tap: the screen follows a moment after the finger. */

async function until(app: MiniProgram, id: string, name: string, value: unknown): Promise<void> {
  const seen = (): unknown =>
    everyElement(app.screen()).find(({ attributes }) => attributes['id'] === id)?.attributes[name];
  for (let tries = 0; tries < 200; tries += 1) {
    if (seen() === value) return;
    await new Promise((resume) => setTimeout(resume, 10));
  }
  throw new Error(`#${id} 的 ${name} 一直不是 ${String(value)}`);
}

/** Taps the button with this id as soon as it can be tapped. */
export async function tapWhenReady(app: MiniProgram, id: string): Promise<void> {
  await until(app, id, 'ariaDisabled', false);
  app.tap(id);
}

/** Taps the choices with these ids, one after the other, each once the one before is chosen. */
export async function choose(app: MiniProgram, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    app.tap(id);
    await until(app, id, 'ariaChecked', true);
  }
}
