import { useState, type ReactNode } from 'react';
import type { TrackedLeadView } from '@contract/lead-views';
import { tidyNumber, tidyTrackingCode } from '@shared/presenters';
import { Button } from '../../components/button';
import { LineField } from '../../components/fields';
import { Frame } from '../../components/frame';
import { LeadStanding } from '../../components/lead-standing';
import { LeadAnswer, LeadPast } from '../../components/lead-story';
import { Notice } from '../../components/parts';
import { useCommand } from '../../data/use-command';
import { readReceipts } from '../../data/kept';
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
        <Box className="stack-wide">
          <LeadStanding lead={found.lead} />
          <PersonQuestion
            lead={found.lead}
            trackingCode={found.trackingCode}
            onAnswered={(lead) => setFound({ ...found, lead })}
          />
          <LeadAnswer lead={found.lead} />
          <LeadPast lead={found.lead} />
          <Button kind="plain" onPress={() => setFound(null)}>
            查另一件
          </Button>
        </Box>
      ) : (
        <TrackForm onFound={setFound} />
      )}
    </Frame>
  );
}

const receiptOf = (number: string | undefined) =>
  readReceipts().find((kept) => number === undefined || kept.number === number) ?? null;

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
        value={number}
        maxLength={32}
        onInput={setNumber}
      />
      <LineField
        id="tracking-code"
        label="查询码"
        kind="digits"
        value={trackingCode}
        maxLength={12}
        onInput={setTrackingCode}
      />
      {command.problem ? <Notice tone="stop">{command.problem}</Notice> : null}
      <Button
        id="track"
        disabled={!complete}
        busy={command.running ? '正在查…' : null}
        onPress={() =>
          command.run({ number: tidyNumber(number), trackingCode: tidyTrackingCode(trackingCode) })
        }
      >
        查进度
      </Button>
    </Box>
  );
}

export default TrackPage;
