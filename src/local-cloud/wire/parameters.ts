import { CloudError } from '../engine/values';

/** The parameters of one call, as parsed from its body. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A parameter that must be a text; refuses anything else. */
export function text(params: Parameters, name: string): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '')
    throw new CloudError('INVALID_PARAM', `参数 ${name} 必须是非空字符串`);
  return value;
}

/** A parameter that may be missing or empty. */
export function optionalText(params: Parameters, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new CloudError('INVALID_PARAM', `参数 ${name} 必须是字符串`);
  return value;
}

/** A whole number that is not negative; `fallback` when missing. */
export function wholeNumber(params: Parameters, name: string, fallback: number): number {
  const value = params[name] ?? fallback;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new CloudError('INVALID_PARAM', `参数 ${name} 必须是非负整数`);
  }
  return value;
}

/** A list of texts. */
export function texts(params: Parameters, name: string): string[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new CloudError('INVALID_PARAM', `参数 ${name} 必须是字符串数组`);
  }
  return value;
}

/** A list of objects. */
export function objects(params: Parameters, name: string): Parameters[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'object' && item !== null)) {
    throw new CloudError('INVALID_PARAM', `参数 ${name} 必须是对象数组`);
  }
  return value as Parameters[];
}
