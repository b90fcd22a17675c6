/** The script of a page; null where it came with the app. WeChat has them all before it starts. */
export const fetchPage = (_address: string): Promise<void> | null => null;

/** Fetches pages before anybody asks for them; nothing to do in WeChat. */
export const fetchAhead = (_addresses: readonly string[]): void => undefined;
