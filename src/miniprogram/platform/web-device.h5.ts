const KEY = 'zhitong.deviceToken';
const TOKEN = /^[\w-]{43}$/;

/** Where a browser keeps nothing, the name holds as long as the page is open. */
let unkept: string | null = null;

/**
 * What the server knows this browser by: 256 random bits, made here, so that the first submission can be sent again
 * under the same name when its answer was lost. It travels in a header alone, never in an address.
 */
export function deviceToken(): string {
  const kept = read();
  if (kept !== null) return kept;
  const made = drawToken();
  write(made);
  return made;
}

/** Becomes a browser nobody has seen before. */
export function forgetDevice(): void {
  unkept = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read(): string | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept !== null && TOKEN.test(kept) ? kept : unkept;
  } catch {
    return unkept;
  }
}

function write(token: string): void {
  unkept = token;
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // Then it holds for this visit.
  }
}

function drawToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  // Without replaceAll, which old phones do not have.
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
