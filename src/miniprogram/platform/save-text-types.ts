/** A text somebody takes along: a file where there are files, words to be pasted where there are none. */
export interface TextToKeep {
  name: string;
  type: string;
  text: string;
  pasted: string;
}
