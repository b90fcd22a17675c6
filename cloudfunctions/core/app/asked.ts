/** What tells one request from another: its id, and a digest over caller, action and input. */
export interface Asked {
  requestId: string;
  fingerprint: string;
}
