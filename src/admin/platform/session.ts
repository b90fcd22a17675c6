/** Who is signed in, as far as this browser tab knows: an opaque token, and why the last sign-in ended. */
export interface Session {
  getToken(): string | null;
  /** The sentence to show on the sign-in page, or null. */
  getNotice(): string | null;
  begin(token: string): void;
  end(notice: string | null): void;
  subscribe(listener: () => void): () => void;
}

const KEY = 'zhitong.panel.token';

/** A session kept in the given storage, so that closing the tab signs out on a shared office computer. */
export function createSession(storage: Storage): Session {
  const listeners = new Set<() => void>();
  let notice: string | null = null;
  const changed = (): void => listeners.forEach((listener) => listener());
  return {
    getToken: () => storage.getItem(KEY),
    getNotice: () => notice,
    begin(token) {
      storage.setItem(KEY, token);
      notice = null;
      changed();
    },
    end(reason) {
      storage.removeItem(KEY);
      notice = reason;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
