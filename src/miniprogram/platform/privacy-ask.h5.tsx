import type { ReactNode } from 'react';

/** In a browser nothing is taken without the browser's own question. */
export function PrivacyAsk(): ReactNode {
  return null;
}
