import { REPORT_KIND_LABELS } from '@contract/labels-zh';
import type { PaperText, PaperView } from '@contract/papers';
import {
  documentDate,
  numberedSuggestions,
  paragraphsOf,
  suggestionsHeading,
} from '@shared/papers/paragraphs';

interface SheetPreviewProps {
  paper: PaperView;
  /** What is being written, where it is not yet what is stored. */
  text?: PaperText;
}

/** The paper as it will look printed, by the same reading of its paragraphs as the Word file. */
export function SheetPreview({ paper, text = paper.text }: SheetPreviewProps) {
  const suggestions = numberedSuggestions(text.suggestions.map((suggestion) => suggestion.text));
  const date = paper.issuedOn === null ? '（成文日期）' : documentDate(paper.issuedOn);
  const parts = [
    ...paragraphsOf(text.body),
    ...(suggestions.length > 0
      ? paragraphsOf([suggestionsHeading(text.body), ...suggestions].join('\n'))
      : []),
  ];
  return (
    <section className={`a4 a4--${paper.state}`} aria-label="印出来的样子">
      <p className="a4__organ">{paper.organ}</p>
      <p className="a4__kind">{REPORT_KIND_LABELS[paper.kind]}</p>
      <p className="a4__sign">
        <span>
          {paper.state === 'draft' ? '（草稿）' : paper.sign}
          {paper.state === 'withdrawn' && '（作废）'}
        </span>
        <span>
          签发人：<span className="a4__signer">{text.signer}</span>
        </span>
      </p>
      <h2 className="a4__title">{text.title || '标题'}</h2>
      <p className="a4__addressee">{text.addressee || '主送'}：</p>
      {parts.map(({ level, heading, text: words }, index) => (
        <p key={index} className="a4__paragraph">
          {heading && <span className={`a4__level-${level ?? 0}`}>{heading}</span>}
          {words}
        </p>
      ))}
      <p className="a4__organ-below">{paper.organ}</p>
      <p className="a4__date">{date}</p>
      <div className="a4__imprint">
        {text.copyTo.trim() && <p>抄送：{text.copyTo.trim().replace(/[。.]$/u, '')}。</p>}
        <p>
          <span>{paper.organ}办公室</span>
          <span>{paper.issuedOn && `${documentDate(paper.issuedOn)}印发`}</span>
        </p>
      </div>
    </section>
  );
}
