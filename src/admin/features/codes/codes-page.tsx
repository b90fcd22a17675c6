import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import type { CodeItem } from '@contract/codes';
import type { Me, Township } from '@contract/directory';
import { Empty, Failure, Loading } from '../../components/states';
import { useServices } from '../../platform/services';
import { useDirectory, useMe } from '../../platform/use-panel';
import { CodeFilterBar } from './code-filter-bar';
import { CodesNotices } from './codes-notices';
import { DownloadBar } from './download-bar';
import { findCodes, isPrintable, type CodeFilter } from './find-codes';
import { NewCodeSheet } from './new-code-sheet';
import { RetireSheet } from './retire-sheet';
import { TownshipPart } from './township-part';
import { useCodes, type Codes } from './use-codes';
import { useDownload } from './use-download';
import './codes.css';

/** Every printed code of the county: which there are, how many came by each, and the sheets to hang up. */
export function CodesPage() {
  const codes = useCodes();
  const directory = useDirectory();
  const me = useMe();
  const error = codes.error ?? directory.error;
  if (error && !codes.data) return <Failure error={error} onRetry={() => void codes.refetch()} />;
  if (!codes.data || !directory.data || !me.data) return <Loading rows={12} label="正在取二维码" />;
  return <AllCodes codes={codes.data} townships={directory.data.townships} me={me.data} />;
}

interface AllCodesProps {
  codes: Codes;
  townships: readonly Township[];
  me: Me;
}

function AllCodes({ codes, townships, me }: AllCodesProps) {
  const { items, settings } = codes;
  const mayChange = me.grants.some(({ role }) => role === 'staff' || role === 'administrator');
  const today = chinaDay(useServices().now());
  const [search] = useSearchParams();
  const [filter, setFilter] = useState<CodeFilter>({
    query: search.get('find') ?? '',
    townshipId: '',
    sort: 'all',
  });
  const [isMaking, setMaking] = useState(false);
  const [retiring, setRetiring] = useState<CodeItem | null>(null);
  const download = useDownload(settings, me.countyName);
  const own = useMemo(
    () => townships.filter(({ id }) => items.some((code) => code.townshipId === id)),
    [townships, items],
  );
  const found = useMemo(() => findCodes(items, own, filter), [items, own, filter]);
  const printable = found.flatMap(({ codes: some }) => some).filter((code) => isPrintable(code, today));
  const isNarrowed = filter.query.trim() !== '' || filter.townshipId !== '' || filter.sort !== 'all';
  return (
    <div className="codes">
      <Head mayChange={mayChange} onNew={() => setMaking(true)} />
      <CodesNotices settings={settings} townshipId={filter.townshipId} mayChange={mayChange} />
      <CodeFilterBar filter={filter} townships={own} onChange={setFilter} />
      <DownloadBar
        state={download.state}
        count={printable.length}
        onStart={() => download.start(printable, fileNameOf(found, printable, me.countyName))}
        onCancel={download.cancel}
      />
      {found.length === 0 ? (
        <div className="sheet">
          <Empty title="没有找到">
            <p>换个写法：村名、拼音、首字母，或者码上的编号。</p>
          </Empty>
        </div>
      ) : (
        found.map((township) => (
          <TownshipPart
            key={township.id}
            township={township}
            today={today}
            startsOpen={isNarrowed || found.length === 1}
            mayChange={mayChange}
            onDownload={download.start}
            onRetire={setRetiring}
          />
        ))
      )}
      <NewCodeSheet open={isMaking} townships={own} today={today} onClose={() => setMaking(false)} />
      <RetireSheet code={retiring} onClose={() => setRetiring(null)} />
    </div>
  );
}

function Head({ mayChange, onNew }: { mayChange: boolean; onNew: () => void }) {
  return (
    <header className="codes__head">
      <div>
        <h1>二维码</h1>
        <p className="quiet">
          每个乡镇、村、社区都有自己的码，打印出来贴上就能用。扫码的人不用选地点，从哪张码来的都数得清。
        </p>
      </div>
      {mayChange && (
        <Button variant="outline" onClick={onNew}>
          新建联络站、活动或加挂的码
        </Button>
      )}
    </header>
  );
}

/** The day it is in China at this moment. */
const chinaDay = (now: string): string =>
  new Date(Date.parse(now) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

function fileNameOf(
  found: readonly { name: string }[],
  printable: readonly CodeItem[],
  countyName: string,
): string {
  const [first] = printable;
  if (printable.length === 1 && first) return `二维码-${first.placeName}`;
  const where = found.length === 1 ? (found[0]?.name ?? countyName) : countyName;
  return `二维码-${where}-${printable.length}张`;
}
