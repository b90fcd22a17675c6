import type { ReactNode } from 'react';
import type { OfficerLeadView } from '@contract/lead-views';
import { sayFeedback } from '@shared/feedback-words';
import { sayFullDay, sayFully } from '@shared/dates';
import { Notice, Section } from '../../../components/parts';
import { Box } from '../../../platform/elements';
import { Said } from './said';

/** Who was asked to handle it, what came back, how it ended and what the resident says of that. */
export function HandledPart({ lead }: { lead: OfficerLeadView }): ReactNode {
  const { handOver, outcome, promise, published } = lead;
  const reply = lead.reply ?? lead.releasedReply;
  const isThere = handOver || reply || outcome || published || lead.feedback?.length;
  if (!isThere) return null;
  return (
    <Section title="交办和答复">
      {handOver ? (
        <Said
          by={`${sayFully(handOver.handedOverAt)}交办，${handOver.workingDays}个工作日`}
          text={lead.handOverUnitName ?? ''}
        >
          <Box className="note">{receiptOf(handOver)}</Box>
        </Said>
      ) : null}
      {reply ? (
        <Said by={`答复，${sayFully(reply.at)}`} text={reply.text} photoUrls={reply.photoUrls} />
      ) : null}
      {lead.reply?.overruleNote ? <Said by="检查提醒过，承办人说明" text={lead.reply.overruleNote} /> : null}
      {lead.reply && !outcome ? <Notice>答复还没有发给群众，县政协核实后才发。</Notice> : null}
      {promise && !outcome ? (
        <Said
          by={`${lead.promiseUnitName ?? ''}承诺${sayFullDay(promise.dueOn)}以前办好`}
          text={promise.text}
        />
      ) : null}
      {outcome?.kind === 'resolved' ? (
        <Said by={`已解决，${sayFully(outcome.at)}`} text={outcome.summary} />
      ) : null}
      {outcome?.kind === 'unresolvable' ? (
        <Said by={`暂不能解决，${sayFully(outcome.at)}`} text={outcome.reason}>
          <Box className="note">什么情况下能解决</Box>
          <Box className="said">{outcome.whatWouldChange}</Box>
        </Said>
      ) : null}
      {published ? <Said by={`已公开：${published.title}`} text={published.text} /> : null}
      {lead.feedback?.map((given) => (
        <Said
          key={given.at}
          by={`群众说${given.fixed ? '解决了' : '没解决'}，${given.stars}星，${sayFully(given.at)}`}
          text={sayFeedback(given)}
          photoUrls={given.photoUrls}
        />
      ))}
    </Section>
  );
}

function receiptOf({ returned, acceptedAt }: NonNullable<OfficerLeadView['handOver']>): string {
  if (returned) return `${sayFully(returned.at)}退回：${returned.reason}`;
  return acceptedAt ? `${sayFully(acceptedAt)}接收` : '还没有接收';
}
