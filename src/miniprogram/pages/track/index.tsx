import { useState, type ReactNode } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { tidyNumber, tidyTrackingCode } from '@shared/presenters';
import { Button } from '../../components/button';
import { FeedbackForm, FeedbackThanks } from '../../components/feedback/feedback-part';
import { LineField } from '../../components/fields';
import { Frame } from '../../components/frame';
import { LeadActions } from '../../components/lead-actions';
import { LeadStanding } from '../../components/lead-standing';
import { LeadAnswer, LeadPast } from '../../components/lead-story';
import { Notice } from '../../components/parts';
import { WhatStaysPossible } from '../../components/what-stays-possible';
import { useCommand } from '../../data/use-command';
import { receipts } from '../../data/receipts';
import { Box, Heading } from '../../platform/elements';
import { useParams } from '../../platform/use-params';
import { PersonQuestion } from './person-question';

/** A lead, and the code that opened it: the person it was filed for answers with both. */
interface Found {
  lead: TrackedLeadView;
  trackingCode: string;
}

function TrackPage(): ReactNode {
  const [found, setFound] = useState<Found | null>(null);
  return (
    <Frame title="用编号查进度">
      {found ? (
        <FoundLead found={found} onChanged={setFound} onOther={() => setFound(null)} />
      ) : (
        <TrackForm onFound={setFound} />
      )}
    </Frame>
  );
}

interface FoundLeadProps {
  found: Found;
  onChanged: (found: Found) => void;
  onOther: () => void;
}

/** Where it stands, and whether it is fixed: number and code are enough to say it, on whatever phone. */
function FoundLead({ found, onChanged, onOther }: FoundLeadProps): ReactNode {
  const [saying, setSaying] = useState(false);
  const [said, setSaid] = useState<{ fixed: boolean } | null>(null);
  const { lead, trackingCode } = found;
  const held = { number: lead.number, trackingCode };
  const show = (next: TrackedLeadView): void => onChanged({ lead: next, trackingCode });
  const again = useCommand('resident.trackLead', show);
  const heldLead = { lead, held, onStale: () => again.run(held) };
  const goBack = (): void => {
    setSaying(false);
    setSaid(null);
  };
  if (said) return <FeedbackThanks isOwn={false} fixed={said.fixed} lead={lead} onBack={goBack} />;
  if (saying)
    return (
      <Box className="stack-wide">
        <FeedbackForm
          {...heldLead}
          onDone={(fixed, next) => {
            setSaid({ fixed });
            show(next);
          }}
        />
        <Button kind="quiet" onPress={goBack}>
          先不说，回去看进度
        </Button>
      </Box>
    );
  return (
    <Box className="stack-wide">
      <LeadStanding lead={lead} />
      <PersonQuestion lead={lead} trackingCode={trackingCode} onAnswered={show} />
      <LeadActions {...heldLead} onChanged={show} onFeedback={() => setSaying(true)} />
      <LeadAnswer lead={lead} />
      <WhatStaysPossible lead={lead} />
      <LeadPast lead={lead} />
      <Button kind="plain" onPress={onOther}>
        查另一件
      </Button>
    </Box>
  );
}

const receiptOf = (number: string | undefined) =>
  receipts.read().find((kept) => number === undefined || kept.number === number) ?? null;

function TrackForm({ onFound }: { onFound: (found: Found) => void }): ReactNode {
  const { number: scanned } = useParams();
  // A receipt's picture carries the number; the tracking code is for the one who holds the receipt to type.
  const [latest] = useState(() => receiptOf(scanned));
  const [number, setNumber] = useState(latest?.number ?? scanned ?? '');
  const [trackingCode, setTrackingCode] = useState(latest?.trackingCode ?? '');
  const command = useCommand('resident.trackLead', (lead) =>
    onFound({ lead, trackingCode: tidyTrackingCode(trackingCode) }),
  );
  const complete = number.trim() !== '' && trackingCode.trim() !== '';
  const look = (): void => {
    if (!complete || command.running) return;
    command.run({ number: tidyNumber(number), trackingCode: tidyTrackingCode(trackingCode) });
  };
  return (
    <Box className="stack-wide">
      <Box className="stack">
        <Heading level={1}>办到哪一步了？</Heading>
        <Box className="lead">提交时给过您一个编号和一个查询码，填在这里就能看。</Box>
        {latest ? <Box className="note">已经填上这台手机最近提交的一件。</Box> : null}
      </Box>
      <LineField
        id="number"
        label="编号"
        hint="十二位数字，中间有没有横线都行。"
        kind="dashed"
        onEnter={look}
        value={number}
        maxLength={32}
        onInput={setNumber}
      />
      <LineField
        id="tracking-code"
        label="查询码"
        kind="digits"
        onEnter={look}
        value={trackingCode}
        maxLength={12}
        onInput={setTrackingCode}
      />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button id="track" disabled={!complete} busy={command.running ? '正在查…' : null} onPress={look}>
        查进度
      </Button>
    </Box>
  );
}

export default TrackPage;
