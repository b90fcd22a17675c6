import type { CosignStanding } from '@contract/lead-views';
import { supportersOf, type Cosigner } from '../../domain/lead/cosigners';
import type { Lead } from '../../domain/lead/lead';
import { canBeCosigned } from '../../domain/lead/lifecycle';
import type { Follower, LeadRecord, Voices } from './lead-record';

type Digest = (text: string) => string;
/** As much of the voices as tells who submitted, and as tells who may join in. */
type Submitters = Pick<LeadRecord, 'reporterKey'> & { followers: readonly Pick<Follower, 'reporterKey'>[] };
type Joinable = Submitters & {
  cosigners: readonly Pick<Cosigner, 'personKey'>[];
  lead: Pick<Lead, 'status' | 'route'>;
};

/** What a person is known by where they only joined in: tells one from another, and nobody who it is. */
export const personKeyOf = (openid: string, digest: Digest): string =>
  digest(`person\n${openid}`).slice(0, 32);

/** Those whose own words stand in the lead or in one merged into it. */
export const submittersOf = ({ reporterKey, followers }: Submitters, digest: Digest): string[] =>
  [reporterKey, ...followers.map((follower) => follower.reporterKey)].map((key) => personKeyOf(key, digest));

/** How many people joined in beside those who submitted it. */
export const cosignsOf = (voices: Voices, digest: Digest): number =>
  voices.cosigners.length === 0 ? 0 : supportersOf(voices.cosigners, submittersOf(voices, digest)).length;

/** Whether this resident may join in, already has, or neither. */
export function standingOf(voices: Joinable, openid: string, digest: Digest): CosignStanding {
  const personKey = personKeyOf(openid, digest);
  if (submittersOf(voices, digest).includes(personKey)) return 'none';
  if (voices.cosigners.some((cosigner) => cosigner.personKey === personKey)) return 'given';
  return canBeCosigned(voices.lead) ? 'possible' : 'none';
}
