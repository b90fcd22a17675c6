/** Short numbers that everybody may be sent to. */
const SHORT = /^(110|119|120|122|12[13]\d{2}|96\d{3,4})$/;
const LONG = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** The telephone numbers that a text names, in its order, each once. A date, a sum or a house number is none. */
export function phonesIn(text: string): string[] {
  const runs = text.match(/\d[\d-]*\d/g) ?? [];
  return [...new Set(runs.filter((run) => SHORT.test(run) || LONG.test(run)))];
}
