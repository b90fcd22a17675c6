import { useEffect, useState, type ReactNode } from 'react';
import type { Receipt } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { describeDoor, isForDanger } from '@shared/presenters';
import { Button } from '../../components/button';
import { DoorCard } from '../../components/door-card';
import { Frame } from '../../components/frame';
import { Notice, Section } from '../../components/parts';
import { NotifyMe } from '../../components/notify-me';
import { EmptyState } from '../../components/states';
import { receipts, type KeptReceipt } from '../../data/receipts';
import { untold } from '../../data/outbox';
import { outbox } from '../../data/outbox-here';
import { Box, Heading } from '../../platform/elements';
import { host } from '../../platform/host';
import { goHome, open } from '../../platform/navigate';
import { useParams } from '../../platform/use-params';
import { KeepPicture } from './keep-picture';

function ReceiptPage(): ReactNode {
  const { leadId, again } = useParams();
  // Looked at later: what comes next is told by the lead itself.
  const isLater = again !== undefined;
  const [receipt] = useState(() => findReceipt(leadId));
  // On the screen at last: nobody has to be told of it any more.
  useEffect(() => (leadId ? outbox().settle(leadId) : undefined), [leadId]);
  return (
    <Frame title={isLater ? '回执' : '提交成功'} dock={<Button onPress={goHome}>好了，回首页</Button>}>
      {receipt ? <ReceiptPaper receipt={receipt} isLater={isLater} /> : <Lost />}
    </Frame>
  );
}

/** The one kept on this device; where it keeps nothing, the one that has just come. */
function findReceipt(leadId: string | undefined): KeptReceipt | null {
  const known: KeptReceipt[] = [...receipts.read(), ...untold(outbox().state())];
  return known.find((receipt) => receipt.leadId === leadId) ?? null;
}

function ReceiptPaper({ receipt, isLater }: { receipt: KeptReceipt; isLater: boolean }): ReactNode {
  const { hint } = receipt;
  const inDanger = hint !== null && isForDanger(hint.door);
  return (
    <Box className="stack-wide">
      {inDanger ? <Hint hint={hint} /> : null}
      <Box className="row-spread">
        <Box className="grow">
          <Heading level={1}>收到了，谢谢您</Heading>
          <Box className="note">{sayFully(receipt.submittedAt)}</Box>
        </Box>
        <Box className="seal seal-outline receipt-seal" label="已收到">
          {'收\n到'}
        </Box>
      </Box>
      <Slip receipt={receipt} />
      {receipt.leftover ? <Leftover words={receipt.leftover} /> : null}
      {isLater ? null : (
        <Section title="接下来">
          <Box className="lead">{receipt.next}</Box>
        </Section>
      )}
      {hint !== null && !inDanger ? <Hint hint={hint} /> : null}
      <Box className="stack">
        <NotifyMe words="有结果时微信告诉我" />
        <Button kind="plain" onPress={() => open('lead', { leadId: receipt.leadId })}>
          看看办到哪一步
        </Button>
      </Box>
    </Box>
  );
}

/** The door that is the right one; where somebody may be in danger the number to call comes before every word. */
function Hint({ hint: { door, text } }: { hint: NonNullable<Receipt['hint']> }): ReactNode {
  const { phone } = describeDoor(door);
  if (phone !== null && isForDanger(door)) {
    return (
      <Box className="stack" id="danger">
        <Button id="dial-danger" kind="serious" onPress={() => host.dial(phone)}>
          {`先打 ${phone}`}
        </Button>
        <Notice tone="stop">{text}</Notice>
      </Box>
    );
  }
  return (
    <Box className="stack">
      <Notice tone="warn">{text}</Notice>
      <DoorCard door={door} />
    </Box>
  );
}

/** Written after the first version had already arrived: not in the lead, and not thrown away. */
function Leftover({ words }: { words: string }): ReactNode {
  return (
    <Box className="stack">
      <Notice tone="warn" title="您后来改的话没来得及进去">
        收到的是前一次发的那份。后来改的在下面，可以复制下来，补充的时候用。
      </Notice>
      <Box className="said">{words}</Box>
      <CopyButton id="copy-leftover" text={words} label="复制这段话" />
    </Box>
  );
}

/** Copies for pasting elsewhere; where the phone does not let it, says what to do instead. */
function CopyButton({ id, text, label }: { id: string; text: string; label: string }): ReactNode {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void =>
    void host.copy(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Box className="stack">
      <Button id={id} kind="plain" onPress={copy}>
        {copied === true ? '已经复制好了' : label}
      </Button>
      {copied === false ? <Notice tone="warn">没有复制上。请抄下来，或者截个屏。</Notice> : null}
    </Box>
  );
}

function Slip({ receipt }: { receipt: Receipt }): ReactNode {
  return (
    <Box className="card stack slip">
      <Box>
        <Box className="note">编号</Box>
        <Box className="figure slip-number" id="receipt-number">
          {receipt.number}
        </Box>
      </Box>
      <Box>
        <Box className="note">查询码</Box>
        <Box className="figure slip-code" id="receipt-code">
          {receipt.trackingCode}
        </Box>
      </Box>
      <Box className="quiet">记下这两个号，用谁的手机都能看进度、说修好了没有。这台手机已经替您记着了。</Box>
      <KeepPicture receipt={receipt} />
      <CopyButton
        id="copy-receipt"
        text={`编号 ${receipt.number}，查询码 ${receipt.trackingCode}`}
        label="复制编号和查询码"
      />
    </Box>
  );
}

function Lost(): ReactNode {
  return (
    <EmptyState seal="查" title="这台手机上没有这张回执">
      <Box className="lead">您反映过的事都在「我反映过的事」里。</Box>
      <Button kind="plain" onPress={() => open('mine')}>
        去看看
      </Button>
    </EmptyState>
  );
}

export default ReceiptPage;
