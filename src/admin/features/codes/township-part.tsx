import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'tdesign-react/es/button';
import { printedNumber, type CodeItem } from '@contract/codes';
import { CODE_KIND_LABELS } from '@contract/labels-zh';
import { sayDay } from '@shared/dates';
import { queueAddress } from '../../platform/queue-address';
import { isMade, isPrintable, type TownshipCodes } from './find-codes';

interface TownshipPartProps {
  township: TownshipCodes;
  today: string;
  startsOpen: boolean;
  mayChange: boolean;
  onDownload: (codes: readonly CodeItem[], name: string) => void;
  onRetire: (code: CodeItem) => void;
}

/** One township with its codes folded away beneath it. */
export function TownshipPart({ township, startsOpen, ...rest }: TownshipPartProps) {
  const { id, name, codes, received } = township;
  const [isOpen, setOpen] = useState(startsOpen);
  useEffect(() => setOpen(startsOpen), [startsOpen]);
  const printable = codes.filter((code) => isPrintable(code, rest.today));
  return (
    <section className="codes-township sheet" aria-labelledby={`codes-${id}`}>
      <header className="codes-township__head">
        <h2 id={`codes-${id}`}>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {name}
            <span className="codes-township__count">
              {codes.length} 张{received === null ? '' : `，来过 ${received} 条`}
            </span>
          </button>
        </h2>
        <Button
          variant="outline"
          disabled={printable.length === 0}
          aria-label={`下载 ${printable.length} 张，${name}`}
          onClick={() => rest.onDownload(printable, `二维码-${name}-${printable.length}张`)}
        >
          下载 {printable.length} 张
        </Button>
      </header>
      {isOpen && (
        <ul className="codes-township__list">
          {codes.map((code) => (
            <CodeRow key={code.id} code={code} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
}

type CodeRowProps = Pick<TownshipPartProps, 'today' | 'mayChange' | 'onDownload' | 'onRetire'> & {
  code: CodeItem;
};

function CodeRow({ code, today, mayChange, onDownload, onRetire }: CodeRowProps) {
  const name = [code.placeName, code.title].filter(Boolean).join(' ');
  return (
    <li className="code-row" data-code={code.id}>
      <div className="code-row__what">
        <p className="code-row__name">
          {name}
          <span className="code-row__kind">{CODE_KIND_LABELS[code.kind]}</span>
        </p>
        <p className="code-row__more">
          <span className="code-row__number">{printedNumber(code.id)}</span>
          {[code.address, stateOf(code, today)].filter(Boolean).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </p>
      </div>
      <p className="code-row__received">
        {code.received !== null && (
          <Link
            to={queueAddress({ measure: 'received', dimension: 'code', dimensionId: code.id })}
            aria-label={`${name}，来过 ${code.received} 条，打开名单`}
          >
            {code.received} 条
          </Link>
        )}
      </p>
      <p className="code-row__deeds">
        {isPrintable(code, today) && (
          <button
            type="button"
            className="text-button"
            onClick={() => onDownload([code], `二维码-${name}`)}
            aria-label={`下载，${name}`}
          >
            下载
          </button>
        )}
        {mayChange && code.retired === null && (
          <button
            type="button"
            className="text-button"
            onClick={() => onRetire(code)}
            aria-label={`${isMade(code) ? '停用' : '停用、换新'}，${name}`}
          >
            {isMade(code) ? '停用' : '停用、换新'}
          </button>
        )}
      </p>
    </li>
  );
}

/** What one has to know of it beside its name; empty when it is simply in use. */
function stateOf({ retired, validFrom, validUntil, wechat }: CodeItem, today: string): string {
  if (retired !== null) {
    return `${sayDay(retired.at, today)}停用：${retired.reason}${retired.replacedBy ? '，已换新码' : ''}`;
  }
  if (validUntil !== null && validUntil < today) return `${validUntil} 已结束`;
  const days = validUntil === null ? '' : validFrom ? `${validFrom} 到 ${validUntil}` : `到 ${validUntil}`;
  const picture = wechat === 'ready' ? '小程序码' : wechat === 'waiting' ? '正在取小程序码' : '';
  return [days, picture].filter(Boolean).join('，');
}
