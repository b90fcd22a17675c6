/** The moment on this device's clock; dates in words are said relative to it. */
export function now(): string {
  return new Date().toISOString();
}
