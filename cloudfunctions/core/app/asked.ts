import { done, refuse, type Result } from '../domain/result';

/** What tells one request from another: its id, and a digest over caller, action and input. */
export interface Asked {
  requestId: string;
  fingerprint: string;
}

/**
 * Whether what this log tells of was asked for by this very request. REQUEST_ID_REUSED when its id stands there for
 * something else: what somebody did earlier is no licence for another deed.
 */
export function wasAskedBefore(log: readonly Asked[], { requestId, fingerprint }: Asked): Result<boolean> {
  const earlier = log.find((line) => line.requestId === requestId);
  if (earlier === undefined) return done(false);
  return earlier.fingerprint === fingerprint ? done(true) : refuse('REQUEST_ID_REUSED');
}
