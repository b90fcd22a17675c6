import { parseSeen } from '@shared/notices';

const keyOf = (accountId: string): string => `zhitong.panel.seenNotices.${accountId}`;

/** Which messages this person has had before their eyes on this computer; nothing is said to the server. */
export function readSeen(accountId: string): string[] {
  try {
    return parseSeen(localStorage.getItem(keyOf(accountId)));
  } catch {
    return [];
  }
}

/** Remembers them; a browser that keeps nothing shows them as new again. */
export function keepSeen(accountId: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify(ids));
  } catch {
    // Nothing is lost but a number beside the bell.
  }
}
