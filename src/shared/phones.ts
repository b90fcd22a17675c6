/** Short numbers that everybody may be sent to. */
const SHORT = /^(110|119|120|122|12[13]\d{2}|96\d{3,4})$/;
const LONG = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** The telephone numbers that a text names, in its order, each once. A date, a sum or a house number is none. */
export function phonesIn(text: string): string[] {
  const runs = text.match(/\d[\d-]*\d/g) ?? [];
  return [...new Set(runs.filter((run) => SHORT.test(run) || LONG.test(run)))];
}

const DIALLED = /^(?:1\d{10}|0\d{2,3}\d{7,8}|\d{7,8})$/;

/** A telephone number as it was typed or pasted: wide digits, blanks, dashes, brackets and the country's 86 put right. */
export function tidyPhone(typed: string): string {
  return typed
    .replace(/[\uff10-\uff19\uff0b]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff()（）\-‐-―－]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** Whether somebody can be called by it: a mobile, or a line with its area code or without. */
export const isPhone = (tidy: string): boolean => DIALLED.test(tidy);
