import type { OwnPaper, PaperLine } from './own-paper';

/** Whatever somebody wrote stays text: it can open no tag, no attribute and no entity. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page runs nothing and fetches nothing, whoever opens it and whatever stands in it. */
const ALLOWED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{margin:0 auto;padding:20px;max-width:38em;font:22px/1.65 sans-serif;overflow-wrap:anywhere}',
  'h1{font-size:30px;line-height:1.35}',
  'h2{font-size:26px;line-height:1.35;margin:48px 0 12px;padding-top:20px;border-top:2px solid}',
  'dt{font-weight:bold;margin-top:24px}',
  'dd{margin:4px 0 0;white-space:pre-wrap}',
].join('');

/** One file that any phone opens, in large letters, with nothing beside it. */
export function asPage({ title, opening, parts }: OwnPaper): string {
  const sections = parts.map(
    (part) => `<section><h2>${escaped(part.title)}</h2><dl>${part.lines.map(asItem).join('')}</dl></section>`,
  );
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${ALLOWED}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(title)}</h1>`,
    ...opening.map((text) => `<p>${escaped(text)}</p>`),
    ...sections,
    '</main></body></html>',
  ].join('\n');
}

const asItem = ({ label, texts }: PaperLine): string =>
  `\n<dt>${escaped(label)}</dt>${texts.map((text) => `<dd>${escaped(text)}</dd>`).join('')}`;

/** The same to be pasted where no file can be kept. */
export function asPlainText({ title, opening, parts }: OwnPaper): string {
  const blocks = parts.map((part) => [`【${part.title}】`, ...part.lines.map(asLines)].join('\n'));
  return [title, ...opening, ...blocks.flatMap((block) => ['', block])].join('\n');
}

const asLines = ({ label, texts }: PaperLine): string => [`${label}：`, ...texts].join('\n');
