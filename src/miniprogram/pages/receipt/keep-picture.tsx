import { useState, type ReactNode } from 'react';
import { encode } from 'uqr';
import type { Receipt } from '@contract/lead-views';
import { sayFully } from '@shared/dates';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { Sheet } from '../../components/sheet';
import { api } from '../../data/api';
import { Box, Picture } from '../../platform/elements';
import { host } from '../../platform/host';
import { PAGES } from '../../platform/navigate';
import { picture } from '../../platform/picture';
import { paintReceipt, RECEIPT_WIDTH, receiptHeight, type ReceiptWords } from './draw-receipt';

/** The receipt as a picture to keep: painted when asked for, shown large, then kept with one more tap. */
export function KeepPicture({ receipt }: { receipt: Receipt }): ReactNode {
  const [address, setAddress] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const make = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const words = await wordsOf(receipt);
      const size = { width: RECEIPT_WIDTH, height: receiptHeight(words) };
      setAddress(await picture.draw(size, (pen) => paintReceipt(pen, words)));
    } catch {
      setProblem('这台手机画不出图片。请截个屏，或者把两个号抄下来。');
    }
    setBusy(false);
  };

  return (
    <Box className="stack">
      <Button id="receipt-picture" onPress={() => void make()} busy={busy ? '正在画…' : null}>
        存成图片
      </Button>
      {problem ? <Notice tone="warn">{problem}</Notice> : null}
      {address ? (
        <PictureSheet address={address} number={receipt.number} onClose={() => setAddress(null)} />
      ) : null}
    </Box>
  );
}

function PictureSheet({
  address,
  number,
  onClose,
}: {
  address: string;
  number: string;
  onClose: () => void;
}): ReactNode {
  const [kept, setKept] = useState<boolean | null>(null);
  const keep = (): void => void picture.keep(address, `回执 ${number}`).then(setKept);
  return (
    <Sheet title="您的回执" onClose={onClose}>
      <Box>
        <Picture whole src={address} className="receipt-picture" label={`编号 ${number} 的回执图片`} />
      </Box>
      {kept === true ? <Notice>已经存好了。</Notice> : null}
      {kept === false ? <Notice tone="warn">没有存上。可以按住图片不放来保存，也可以截个屏。</Notice> : null}
      <Button id="keep-picture" onPress={keep}>
        {picture.keepWords}
      </Button>
      {host.hasNativeBar ? null : <Box className="quiet">也可以按住图片不放，选「保存图片」。</Box>}
    </Sheet>
  );
}

/** What the picture says; without a network, only what this phone knows. */
async function wordsOf(receipt: Receipt): Promise<ReceiptWords> {
  const [intake, lead] = await Promise.all([
    api.call('resident.getIntake', {}),
    api.call('resident.getMyLead', { leadId: receipt.leadId }),
  ]);
  const pages = host.pagesAddress() ?? (intake.ok ? intake.data.h5Address : null);
  const { number, trackingCode, submittedAt } = receipt;
  return {
    countyName: intake.ok ? intake.data.countyName : '县',
    number,
    trackingCode,
    submittedAt: sayFully(submittedAt),
    placeName: lead.ok ? lead.data.placeName : '',
    firstWords: lead.ok ? lead.data.text : '',
    code: pages === null ? null : encode(trackAddress(pages, number), { ecc: 'M' }).data,
  };
}

/** The tracking page with the number in it; the tracking code stays with the one who holds the receipt. */
const trackAddress = (pages: string, number: string): string =>
  `${pages.replace(/[#?].*$/, '').replace(/\/?$/, '/')}#${PAGES.track}?number=${encodeURIComponent(number)}`;
