import type { OfficerLeadView } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { useDirectory } from '../../../platform/use-panel';
import { Photos } from './photos';
import { Said, Section } from './section';

/** Who was asked to handle it, by when, and what came back. */
export function HandOverPart({ lead }: { lead: OfficerLeadView }) {
  const directory = useDirectory();
  const { handOver } = lead;
  const reply = lead.reply ?? lead.releasedReply;
  if (!handOver && !reply) return null;
  const nameOf = (id: string): string => directory.data?.units.find((unit) => unit.id === id)?.name ?? id;
  return (
    <Section title="交办与答复" aside={lead.handOverUnitName}>
      {handOver && (
        <dl className="pairs">
          <div>
            <dt>承办单位</dt>
            <dd>{lead.handOverUnitName || nameOf(handOver.unitId)}</dd>
          </div>
          {handOver.supportingUnitIds.length > 0 && (
            <div>
              <dt>协办</dt>
              <dd>{handOver.supportingUnitIds.map(nameOf).join('、')}</dd>
            </div>
          )}
          <div>
            <dt>交办</dt>
            <dd>
              {sayFully(handOver.handedOverAt)}，{handOver.workingDays} 个工作日内办完
            </dd>
          </div>
          <div>
            <dt>接收</dt>
            <dd>{receipt(handOver)}</dd>
          </div>
        </dl>
      )}
      {reply && (
        <Said by={`${reply.unitId ? nameOf(reply.unitId) : '县政协'}答复，${sayFully(reply.at)}`}>
          {reply.text}
        </Said>
      )}
      <Photos urls={reply?.photoUrls ?? []} />
      {lead.reply?.overruleNote && (
        <p className="quiet">发之前检查提醒过，承办人说明：{lead.reply.overruleNote}</p>
      )}
      {lead.reply && !lead.releasedReply && (
        <p className="quiet">答复还没有发给群众；登记「已解决」或「暂不能解决」后群众才看到。</p>
      )}
    </Section>
  );
}

function receipt({ returned, acceptedAt }: NonNullable<OfficerLeadView['handOver']>): string {
  if (returned) return `${sayFully(returned.at)}退回：${returned.reason}`;
  return acceptedAt ? `${sayFully(acceptedAt)}已接收` : '还没有接收';
}
