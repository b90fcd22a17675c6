import type { DeskVerb } from '@contract/actions';
import type { DirectoryPerson } from '@contract/directory-desk';
import { grantFor } from '../../domain/permissions/permissions';
import type { Call, OfficerCaller, Ports } from '../ports';

/** Whether the caller's grants allow a verb of the panel that is about no lead. */
export const mayDo = (verb: DeskVerb, { caller }: Call<OfficerCaller>): boolean =>
  grantFor(caller.account.grants, verb, null) !== null;

const PAGE = 500;

/** Everybody with an account in the county. A few hundred in a county; two or three calls. */
export async function everybody({ directory }: Ports): Promise<DirectoryPerson[]> {
  const all: DirectoryPerson[] = [];
  for (;;) {
    const page = await directory.people(all.at(-1)?.id ?? '', PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
