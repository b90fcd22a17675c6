import type { CallResult } from '@shared/client';

/** Where a page stands with the data it shows. `idle`: it does not know yet what to ask for. */
export type LoadState<Data> =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready'; data: Data; stale: string | null }
  | { phase: 'error'; message: string; offline: boolean };

/** The state before asking again: what is shown stays on the screen while the new answer is on its way. */
export function asking<Data>(state: LoadState<Data>): LoadState<Data> {
  return state.phase === 'ready' ? state : { phase: 'loading' };
}

/** The state after an answer. A failed refresh keeps what is shown and says that it may be old. */
export function answered<Data>(state: LoadState<Data>, result: CallResult<Data>): LoadState<Data> {
  if (result.ok) return { phase: 'ready', data: result.data, stale: null };
  if (state.phase === 'ready') return { ...state, stale: result.error.message };
  return { phase: 'error', message: result.error.message, offline: !result.reached };
}
