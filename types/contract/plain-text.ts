/** Controls but the tab and the line break, marks that turn the direction of what follows, halves of a character. */
const NEVER_READ = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
/** Spaces, characters of no width, and letters that are drawn as nothing. */
const BLANK = /[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0]/g;

/** The text without what no person wrote: controls, marks of direction, halves of a character. Line breaks stay. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NEVER_READ, '');
}

/** Whether anything is left that can be seen. */
export function isSeen(text: string): boolean {
  return plainText(text).replace(BLANK, '') !== '';
}
