import { CloudError } from '../engine/values';
import type { Functions } from '../runner/functions';
import { FunctionFailure } from '../runner/instance';
import type { Action } from './database-actions';
import { optionalText, text } from './parameters';

/** Functions calling functions: the called one sees no caller identity. */
export function functionActions(functions: Functions): Record<string, Action> {
  return {
    'functions.invokeFunction': async (params) => {
      const name = text(params, 'function_name');
      if (!functions.config(name))
        throw new CloudError('FUNCTION_NOT_FOUND', `Function not found: [${name}]`);
      try {
        const event = optionalText(params, 'request_data') ?? '{}';
        return { data: { response_data: await functions.call(name, event, { kind: 'function' }) } };
      } catch (error) {
        if (!(error instanceof FunctionFailure)) throw error;
        const code = error.reason === 'timeout' ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL';
        throw new CloudError(code, error.message);
      }
    },
  };
}
