import type { County } from '../county';
import { checksumOf } from './classifier-model';

const known = new WeakMap<County, string>();

/** Eight hex digits that change with anything of the county's table that routing goes by. */
export function tableVersionOf(county: County): string {
  const before = known.get(county);
  if (before !== undefined) return before;
  const { categories, outOfScope, sectors, committees, units } = county;
  const table = JSON.stringify([categories, outOfScope, sectors, committees, units]);
  const version = checksumOf(new TextEncoder().encode(table)).toString(16).padStart(8, '0');
  known.set(county, version);
  return version;
}
