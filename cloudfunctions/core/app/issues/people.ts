import type { County } from '../../domain/county';
import { issueOf, type Issue, type IssueLead } from '../../domain/hot-issues/issue';
import type { Voice } from '../../domain/hot-issues/heat';
import { whereaboutsOf } from '../lead/similar-rows';
import { personKeyOf } from '../lead/voices';
import type { IssueMember, Voices } from '../ports';

type Digest = (text: string) => string;

/** Everybody who speaks through a lead: its submitter, those merged into it, and those who joined in. */
export function voicesOf({ lead, reporterKey, followers, cosigners }: Voices, digest: Digest): Voice[] {
  return [
    { personKey: personKeyOf(reporterKey, digest), at: lead.submittedAt, ...whereaboutsOf(lead) },
    ...followers.map(({ reporterKey: key, submittedAt, placeId, townshipId }) => ({
      personKey: personKeyOf(key, digest),
      at: submittedAt,
      placeId,
      townshipId,
    })),
    ...cosigners.map(({ personKey, at }) => ({ personKey, at, placeId: null, townshipId: null })),
  ];
}

/** The issue that stored leads make. */
export function issueOfMembers(
  id: string,
  members: readonly IssueMember[],
  { townships }: Pick<County, 'townships'>,
  digest: Digest,
): Issue | null {
  const leads = members.map((member): IssueLead => ({
    lead: member.lead,
    submitterKey: personKeyOf(member.reporterKey, digest),
    text: member.text,
    print: member.print,
    voices: voicesOf(member, digest),
  }));
  return issueOf(id, leads, townships);
}
