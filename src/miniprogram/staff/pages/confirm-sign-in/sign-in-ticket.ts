const PREFIX = 'zhitong:sign-in:';

/** The ticket in the text of the panel's code, or in a page's own parameter; null when it is some other code. */
export function ticketFrom(text: string): string | null {
  const said = text.trim();
  const ticket = said.startsWith(PREFIX) ? said.slice(PREFIX.length) : said;
  return /^[\w-]{8,128}$/.test(ticket) ? ticket : null;
}
