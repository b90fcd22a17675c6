const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** A new name for one intent, 24 letters and digits. Make it once, keep it on every retry. */
export function newRequestId(random: () => number = Math.random): string {
  let id = '';
  for (let index = 0; index < LENGTH; index += 1)
    id += ALPHABET[Math.floor(random() * ALPHABET.length)] ?? '0';
  return id;
}

/** What is left of an intent that was started: its id and a mark of the content it was for. */
export interface Intent {
  requestId: string;
  content: string;
}

/** The same intent while the content is the same; a new one as soon as it changed, so that an id never means two things. */
export function intentFor(previous: Intent | null, content: unknown, random?: () => number): Intent {
  const mark = JSON.stringify(content);
  return previous?.content === mark ? previous : { requestId: newRequestId(random), content: mark };
}
