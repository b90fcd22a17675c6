import type { OutputOf } from '@contract/actions';
import { listedTownship } from '../../domain/places/listed-township';
import { done, type Result } from '../../domain/result';
import type { Call, OfficerCaller } from '../ports';

/** Who the officer is and what they may do. */
export async function getMe(
  _input: unknown,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getMe'>>> {
  const { id, name, grants } = caller.account;
  const { name: countyName } = await ports.county();
  return done({ accountId: id, name, countyName, grants });
}

/** What forms and filters need of the directory: names and ids, no telephone numbers. */
export async function getDirectory(
  _input: unknown,
  { ports }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.getDirectory'>>> {
  const county = await ports.county();
  return done({
    countyName: county.name,
    townships: county.townships.map((township) => ({
      ...listedTownship(township),
      liaisonName: township.liaison?.name ?? null,
      convenerName: township.convener?.name ?? null,
    })),
    sectors: county.sectors,
    committees: county.committees,
    units: county.units,
    categories: county.categories.map(({ id, name }) => ({ id, name })),
    handOverWorkingDays: county.policy.handOverWorkingDays,
    templates: county.templates,
    secondPairOfEyes: county.policy.secondPairOfEyes,
  });
}
