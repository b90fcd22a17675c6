import type { GenericSchema } from 'valibot';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { Result } from '../domain/result';
import type { Call, OfficerCaller, ResidentCaller } from '../app/ports';

/** How one action is checked and who answers it. `writes` actions need a request id, so that a retry doubles nothing. */
export interface ActionEntry<A extends ActionName, Caller> {
  schema: GenericSchema<unknown, InputOf<A>>;
  writes: boolean;
  run(input: InputOf<A>, call: Call<Caller>): Promise<Result<OutputOf<A>>>;
}

/** Every action of these names has an entry, or it does not compile. */
export type ActionTable<Names extends ActionName, Caller> = { [A in Names]: ActionEntry<A, Caller> };

/** What `serve` sees of an entry once the caller is known. */
export interface AnyEntry {
  schema: GenericSchema;
  writes: boolean;
  run(input: never, call: Call<never>): Promise<Result<unknown>>;
}

export type { OfficerCaller, ResidentCaller };
