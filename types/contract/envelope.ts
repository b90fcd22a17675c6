import type { ReplyDoubt } from './replies';

/** Every answer of every function has this shape; nothing else goes over the wire. */
export type Envelope<Data> = { ok: true; data: Data } | { ok: false; error: EnvelopeError };

export interface EnvelopeError {
  code: ErrorCode;
  /** A sentence a resident or a clerk understands. */
  message: string;
  /** The input field the refusal is about, where there is one. */
  field?: string;
  /** Seconds after which trying again makes sense (RATE_LIMITED, UNAVAILABLE). */
  retryAfter?: number;
  /** The right door, when the matter is not one for this system (OUT_OF_SCOPE). */
  door?: Door;
  /** What may be wrong with the reply (REPLY_DOUBTFUL). */
  doubts?: ReplyDoubt[];
}

/** The closed list of refusals. A new one needs a sentence in labels-zh, or it does not compile. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_ACTION',
  'BODY_TOO_LARGE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'WRONG_STATE',
  'VERSION_CONFLICT',
  'REQUEST_ID_REUSED',
  'RATE_LIMITED',
  'CONTENT_REJECTED',
  'OUT_OF_SCOPE',
  'REPLY_DOUBTFUL',
  'SIGN_IN_EXPIRED',
  'UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a function is asked. `requestId` names one intent: a retry keeps it. */
export interface Request<Input = unknown> {
  action: string;
  input: Input;
  requestId?: string;
}

/** Where matters go that this system cannot take. */
export const DOORS = [
  'police',
  'fire',
  'ambulance',
  'hotline12345',
  'court',
  'legalAid',
  'petitionOffice',
  'discipline',
  'mediation',
] as const;
export type Door = (typeof DOORS)[number];
